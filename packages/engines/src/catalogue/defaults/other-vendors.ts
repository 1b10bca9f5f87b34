import type * as z from 'zod';
import type { modelEntrySchema } from '../catalogue.ts';

type Entry = z.input<typeof modelEntrySchema>;

const upTo = (least: number, most: number): number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

const grokSizes = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
  { width: 720, height: 720 },
  { width: 854, height: 480 },
  { width: 480, height: 854 },
  { width: 480, height: 480 },
];

/** Replicate, xAI, Alibaba. */
export const otherVendorModels: Entry[] = [
  {
    id: 'xai/grok-imagine-1.5',
    name: 'Grok Imagine 1.5',
    provider: 'xai',
    model: 'grok-imagine-video-1.5',
    kind: 'video',
    sizes: [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }, ...grokSizes],
    durations: upTo(1, 15),
    takes: { firstFrame: true, lastFrame: true, sound: true },
    price: {
      per: 'second',
      dollars: 0.14,
      bySize: {
        '854x480': 0.08,
        '480x854': 0.08,
        '480x480': 0.08,
        '1920x1080': 0.25,
        '1080x1920': 0.25,
      },
    },
  },
  {
    id: 'xai/grok-imagine',
    name: 'Grok Imagine',
    provider: 'xai',
    model: 'grok-imagine-video',
    kind: 'video',
    sizes: grokSizes,
    durations: upTo(1, 15),
    durationsFor: { extend: upTo(2, 10) },
    takes: { firstFrame: true, sound: true, extend: 'whole', edit: true },
  },
  {
    id: 'alibaba/wan-3.0',
    name: 'Wan 3.0',
    provider: 'alibaba',
    model: 'wan3.0-video',
    kind: 'video',
    sizes: [
      { width: 1920, height: 1080 },
      { width: 1080, height: 1920 },
      { width: 1280, height: 720 },
      { width: 720, height: 1280 },
      { width: 960, height: 960 },
      { width: 832, height: 480 },
      { width: 480, height: 832 },
    ],
    durations: upTo(2, 30),
    fps: 30,
    takes: { firstFrame: true, lastFrame: true, sound: true, seed: true },
  },
  {
    id: 'replicate/veo-3.1',
    name: 'Veo 3.1 (Replicate)',
    provider: 'replicate',
    model: 'google/veo-3.1',
    kind: 'video',
    sizes: [
      { width: 1280, height: 720 },
      { width: 720, height: 1280 },
      { width: 1920, height: 1080 },
      { width: 1080, height: 1920 },
    ],
    durations: [4, 6, 8],
    fps: 24,
    takes: { firstFrame: true, lastFrame: true, sound: true, seed: true },
    fields: { lastFrame: 'last_frame', sound: 'generate_audio', resolution: 'resolution' },
  },
  {
    id: 'replicate/seedance-1-lite',
    name: 'Seedance 1 Lite (Replicate)',
    provider: 'replicate',
    model: 'bytedance/seedance-1-lite',
    kind: 'video',
    sizes: [
      { width: 1280, height: 720 },
      { width: 720, height: 1280 },
    ],
    durations: upTo(2, 12),
    fps: 24,
    takes: { firstFrame: true, lastFrame: true, seed: true },
    fields: { lastFrame: 'last_frame_image', resolution: 'resolution' },
  },
];
