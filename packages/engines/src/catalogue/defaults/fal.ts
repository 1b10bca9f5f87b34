import type * as z from 'zod';
import type { modelEntrySchema } from '../catalogue.ts';

const hd = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
];
const fullHd = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];

/** fal has an endpoint for each thing to start from, and its own names for the pictures. */
export const falModels: z.input<typeof modelEntrySchema>[] = [
  {
    id: 'fal/kling-4',
    name: 'Kling 4',
    provider: 'fal',
    model: 'fal-ai/kling-video/v4/text-to-video',
    modelFor: { frames: 'fal-ai/kling-video/v4/image-to-video' },
    kind: 'video',
    sizes: hd,
    durations: [3, 4, 5, 6, 8, 10, 12, 15, 20, 30],
    takes: { firstFrame: true, lastFrame: true, sound: true },
    fields: {
      firstFrame: 'start_image_url',
      lastFrame: 'end_image_url',
      sound: 'generate_audio',
      seconds: 'text',
    },
    maxPrompt: 2500,
    price: { per: 'second', dollars: 0.157 },
  },
  {
    id: 'fal/kling-2.6-pro',
    name: 'Kling 2.6 Pro',
    provider: 'fal',
    model: 'fal-ai/kling-video/v2.6/pro/text-to-video',
    modelFor: { frames: 'fal-ai/kling-video/v2.6/pro/image-to-video' },
    kind: 'video',
    sizes: fullHd,
    durations: [5, 10],
    takes: { firstFrame: true, sound: true },
    fields: { firstFrame: 'start_image_url', sound: 'generate_audio', seconds: 'text' },
    maxPrompt: 2500,
    price: { per: 'second', dollars: 0.07, withSound: { dollars: 0.14 } },
  },
  {
    id: 'fal/veo-3.1-fast',
    name: 'Veo 3.1 Fast (fal)',
    provider: 'fal',
    model: 'fal-ai/veo3.1/fast',
    modelFor: {
      frames: 'fal-ai/veo3.1/fast/image-to-video',
      bothFrames: 'fal-ai/veo3.1/fast/first-last-frame-to-video',
    },
    kind: 'video',
    sizes: [...hd, ...fullHd],
    durations: [4, 6, 8],
    fps: 24,
    takes: { firstFrame: true, lastFrame: true, sound: true },
    fields: {
      lastFrame: 'last_frame_url',
      sound: 'generate_audio',
      resolution: 'resolution',
      seconds: 'text-s',
    },
    price: { per: 'second', dollars: 0.1, withSound: { dollars: 0.15 } },
  },
];
