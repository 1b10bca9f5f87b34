import type { Generation, Model, ModelList, Render } from '@animatic/schema';
import type { StoredAsk, StoredTake } from '../../protocol/index.ts';
import { drawScreen, type ScreenName } from './screens.ts';

const at = '2026-11-20T15:04:00.000Z';
export const generationId = (index: number) => `0190a5c2-0000-7000-9000-${String(index).padStart(12, '0')}`;

const takes: Model['takes'] = {
  words: true,
  firstFrame: true,
  lastFrame: false,
  extend: false,
  remix: false,
  edit: false,
  characters: false,
  sound: false,
  seed: true,
  transparent: false,
  mask: false,
  inputs: 0,
  partials: false,
};
const model = (id: string, name: string, change: Partial<Model> = {}): Model => ({
  id,
  name,
  engine: 'vendors',
  kind: 'video',
  provider: { id: 'fal', name: 'fal' },
  available: true,
  why: null,
  sizes: [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
    { width: 720, height: 1280 },
  ],
  durations: [5, 10],
  fps: 24,
  takes,
  maxVariations: 4,
  price: 0.07,
  licence: null,
  ...change,
});

export const wan = model('wan-2.2', 'Wan 2.2', {
  engine: 'videos',
  provider: { id: 'own', name: 'Your own server' },
  durations: [4, 5, 8],
  price: 0.1,
  takes: { ...takes, remix: true, edit: true, extend: true },
  licence: 'Apache 2.0: free for commercial use',
});
export const kling = model('fal/kling-3', 'Kling 3 Pro', {
  takes: { ...takes, lastFrame: true, sound: true },
});
export const veo = model('google/veo-3.1', 'Veo 3.1', {
  provider: { id: 'google', name: 'Google' },
  durations: [4, 6, 8],
  price: 0.4,
  takes: { ...takes, lastFrame: true, sound: true, characters: true, extend: true },
});
const keyless = (id: string, name: string, why: string, change: Partial<Model> = {}) =>
  model(id, name, { available: false, why, ...change });
export const gptImage = model('gpt-image-2', 'GPT Image 2', {
  engine: 'images',
  kind: 'image',
  provider: { id: 'openai', name: 'OpenAI' },
  durations: [],
  price: 0.04,
  takes: { ...takes, seed: false, transparent: true, inputs: 16, partials: true },
});

export const models: ModelList = {
  models: [
    wan,
    kling,
    veo,
    keyless('replicate/hunyuan', 'HunyuanVideo 1.5', 'Set REPLICATE_API_TOKEN on the server.'),
    keyless(
      'xai/imagine',
      'Grok Imagine with a name that is longer than its row',
      'Set XAI_API_KEY on the server.',
    ),
    gptImage,
  ],
  director: { available: true, model: 'gpt-5.2', why: null },
  pretend: false,
};
export const noKeys: ModelList = {
  ...models,
  models: models.models.map((each) => ({
    ...each,
    available: false,
    why: each.why ?? `Set a key for ${each.provider.name} on the server.`,
  })),
  director: {
    available: false,
    model: null,
    why: 'With OPENAI_API_KEY on the server, a language model can direct shots and draft storyboards.',
  },
};

export const ask: StoredAsk = {
  model: wan.id,
  from: { kind: 'still', fit: 'letterbox' },
  seconds: 5,
  variations: 1,
  chosen: 0,
  take: 0,
  characters: [],
  sound: false,
  trimStart: 0,
  loop: false,
};

export const generation = (index: number, change: Partial<Generation> = {}): Generation => ({
  id: generationId(index),
  engine: 'videos',
  model: wan.id,
  kind: 'video',
  state: 'done',
  progress: 1,
  stage: '',
  prompt: 'Steam rises from the cup',
  variation: 0,
  estimatedCost: 0.5,
  cost: 0.5,
  error: null,
  review: null,
  partial: null,
  result: {
    url: '/media',
    poster: '/poster',
    hash: 'a'.repeat(64),
    width: 1280,
    height: 720,
    seconds: 5,
    sound: false,
  },
  renderId: null,
  shotId: 's0',
  createdAt: at,
  updatedAt: at,
  ...change,
});
export const under = (index: number, change: Partial<Generation>) =>
  generation(index, { result: null, cost: null, ...change });

export const takeOf = (index: number, inputs: string, change: Partial<StoredTake> = {}): StoredTake => ({
  generation: generationId(index),
  variation: 0,
  engine: 'videos',
  ask,
  words: '',
  inputs,
  ...change,
});

export const generating = (shots: Render['shots']): Render => ({
  id: '0190a5c2-0000-7000-8000-000000000200',
  storyboardId: '0190a5c2-0000-7000-8000-000000000005',
  revision: 1,
  title: 'Ceramics shop',
  source: 'file-1',
  state: 'generating',
  place: null,
  progress: 0.4,
  stage: 'Asking models',
  error: null,
  shots,
  cost: 0,
  takes: [],
  createdAt: at,
  updatedAt: at,
});

/** A picture such as a model might make of a screen: 16:9, lit from one side. */
export function footagePicture(screen: ScreenName, hue: number): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  const light = pen.createLinearGradient(0, 0, 640, 360);
  light.addColorStop(0, `hsl(${hue} 35% 78%)`);
  light.addColorStop(1, `hsl(${hue} 30% 32%)`);
  pen.fillStyle = light;
  pen.fillRect(0, 0, 640, 360);
  pen.fillStyle = 'rgb(0 0 0 / 0.25)';
  pen.fillRect(258, 40, 140, 296);
  pen.drawImage(drawScreen(screen, 1), 250, 32, 136, 294);
  return canvas.toDataURL('image/jpeg', 0.8);
}
