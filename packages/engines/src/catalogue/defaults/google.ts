import type * as z from 'zod';
import type { modelEntrySchema } from '../catalogue.ts';

type Entry = z.input<typeof modelEntrySchema>;

const hd = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
];
const fullHd = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];
/** 1080p comes in 8 seconds only. */
const eight = { '1920x1080': [8], '1080x1920': [8] };

/** Veo always has sound, and is billed with it: leaving it out costs the same. */
const veo = (id: string, name: string, model: string, price: Entry['price'], extend = true): Entry => ({
  id,
  name,
  provider: 'google',
  model,
  kind: 'video',
  sizes: [...hd, ...fullHd],
  durations: [4, 6, 8],
  durationsBySize: eight,
  durationsFor: { bothFrames: [8], ...(extend && { extend: [7] }) },
  ...(extend && { extendSizes: ['1280x720', '720x1280'] }),
  fps: 24,
  takes: { firstFrame: true, lastFrame: true, sound: true, seed: true, extend: extend && 'whole' },
  maxPrompt: 4000,
  price,
});

/** Veo on the Gemini API. */
export const googleModels: Entry[] = [
  veo('google/veo-3.1', 'Veo 3.1', 'veo-3.1-generate-preview', { per: 'second', dollars: 0.4 }),
  veo('google/veo-3.1-fast', 'Veo 3.1 Fast', 'veo-3.1-fast-generate-preview', {
    per: 'second',
    dollars: 0.1,
    bySize: { '1920x1080': 0.12, '1080x1920': 0.12 },
  }),
  veo(
    'google/veo-3.1-lite',
    'Veo 3.1 Lite',
    'veo-3.1-lite-generate-preview',
    { per: 'second', dollars: 0.05, bySize: { '1920x1080': 0.08, '1080x1920': 0.08 } },
    false,
  ),
];
