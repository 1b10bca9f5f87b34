import type * as z from 'zod';
import type { modelEntrySchema } from '../catalogue.ts';

type Entry = z.input<typeof modelEntrySchema>;

/** Sora at OpenAI's own address: there so that it is refused at once. Another server may serve the name. */
const sora = (id: string, name: string): Entry => ({
  id,
  name,
  provider: 'openai-videos',
  model: id,
  kind: 'video',
  sizes: [
    { width: 1280, height: 720 },
    { width: 720, height: 1280 },
  ],
  durations: [4, 8, 12],
  takes: { firstFrame: true, sound: true, remix: true },
  ended: {
    on: '2026-09-24',
    instead: 'Veo 3.1, Kling, or an open model behind VIDEOS_BASE_URL',
    at: 'api.openai.com',
  },
});

/** What SGLang and vLLM-Omni list and let go of alike. */
const served = { firstFrame: true, delete: true, seed: true };

/** Open models on one's own graphics cards, as SGLang and vLLM-Omni serve them; and those that are gone. */
export const videoModels: Entry[] = [
  {
    id: 'wan-2.2',
    name: 'Wan 2.2',
    provider: 'videos',
    model: 'Wan-AI/Wan2.2-T2V-A14B-Diffusers',
    // A server runs one of them: for shots from a still, serve this one.
    modelFor: { frames: 'Wan-AI/Wan2.2-I2V-A14B-Diffusers' },
    kind: 'video',
    anySize: { multiple: 16, max: 1280, maxPixels: 1280 * 720 },
    durations: [3, 5],
    fps: 16,
    frameMultiple: 4,
    takes: served,
    licence: 'Apache 2.0',
  },
  {
    id: 'hunyuan-video-1.5',
    name: 'HunyuanVideo 1.5',
    provider: 'videos',
    model: 'hunyuanvideo-community/HunyuanVideo-1.5-Diffusers-720p_t2v',
    modelFor: { frames: 'hunyuanvideo-community/HunyuanVideo-1.5-Diffusers-720p_i2v' },
    kind: 'video',
    anySize: { multiple: 16, max: 1280, maxPixels: 1280 * 720 },
    durations: [3, 5],
    fps: 24,
    frameMultiple: 4,
    takes: served,
    licence: 'Tencent Hunyuan Community License: not for the EU, the UK and South Korea',
  },
  {
    id: 'ltx-2',
    name: 'LTX-2',
    provider: 'videos',
    model: 'Lightricks/LTX-2',
    kind: 'video',
    anySize: { multiple: 32, max: 1920, maxPixels: 1920 * 1088 },
    durations: [3, 4, 5, 6, 8, 10],
    fps: 24,
    frameMultiple: 8,
    takes: served,
    licence: 'LTX-2 Community License: read it before commercial use',
  },
  sora('sora-2', 'Sora 2'),
  sora('sora-2-pro', 'Sora 2 Pro'),
];
