import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { accessTo } from './access.ts';
import { CatalogueError } from './catalogue-error.ts';
import { endOf } from './ended.ts';
import { modelView } from './model-view.ts';
import { openCatalogue } from './open-catalogue.ts';
import { pretend } from './pretend.ts';

const place = 'models.json';
const today = new Date('2026-11-10T12:00:00Z');
const video = {
  id: 'house/model',
  name: 'House model',
  provider: 'house',
  model: 'house-1',
  kind: 'video',
  sizes: [{ width: 1280, height: 720 }],
  durations: [5],
};
const house = {
  id: 'house',
  name: 'House',
  wire: 'videos',
  baseUrl: 'http://gpu.lan:30010/v1',
  keyVariable: 'HOUSE_KEY',
};

const faultsOf = (json: unknown): readonly string[] => {
  try {
    openCatalogue({ json, place });
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults;
    throw error;
  }
  return [];
};

test('it opens without a file, with every engine that asks a model', () => {
  const { models } = openCatalogue();
  expect(new Set(models.map(({ engine }) => engine))).toEqual(new Set(['videos', 'images', 'vendors']));
  expect(new Set(models.map(({ runBy }) => runBy.wire)).size).toBe(7);
});

test('an operator adds a provider and a model without code, and replaces one of ours', () => {
  const wan = { ...video, id: 'wan-2.2', provider: 'house', model: 'wan' };
  const catalogue = openCatalogue({ json: { providers: [house], models: [video, wan] }, place });
  expect(catalogue.find('house/model')).toMatchObject({ engine: 'videos', runBy: { name: 'House' } });
  expect(catalogue.find('wan-2.2')?.runBy.id).toBe('house');
  expect(catalogue.models.filter(({ id }) => id === 'wan-2.2')).toHaveLength(1);
  expect(catalogue.models[0]?.id).toBe('house/model');
});

test('each fault is one line with its place, by number and by name', () => {
  const faults = faultsOf({
    providers: [{ ...house, wire: 'smoke' }],
    models: [video, { ...video, id: 'second', durations: [-1], licens: 'MIT' }],
  });
  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatch(/^providers\[0\]\.wire \(house\): /);
  expect(faults.some((fault) => /^models\[1\]\.durations\[0\] \(second\): /.test(fault))).toBe(true);
  expect(faults.some((fault) => /^models\[1\] \(second\): .*licens/.test(fault))).toBe(true);
});

test('a provider that is not there is named with those that are', () => {
  expect(faultsOf({ models: [video] })[0]).toMatch(
    /^models\[0\]\.provider: there is no provider house; there are /,
  );
});

test('a video model without seconds, an image model of a video wire, and one id twice are refused', () => {
  expect(faultsOf({ providers: [house], models: [{ ...video, durations: [] }] })[0]).toMatch(
    /e\.g\. \[4, 8\]/,
  );
  expect(faultsOf({ providers: [house], models: [{ ...video, kind: 'image', durations: [] }] })[0]).toMatch(
    /house speaks videos/,
  );
  expect(faultsOf({ providers: [house, house] })[0]).toMatch(/house is there twice/);
  expect(faultsOf('nothing')[0]).toMatch(/^the file: /);
});

test('Sora is refused at OpenAI’s own address with its day, and may be served at another', () => {
  const catalogue = openCatalogue({
    json: { providers: [house], models: [{ ...video, id: 'our-sora', model: 'sora-2' }] },
    place,
  });
  for (const id of ['sora-2', 'sora-2-pro']) {
    const model = catalogue.find(id)!;
    expect(endOf(model, today)?.message).toMatch(/ended on 2026-09-24: use /);
    expect(modelView(model, { hasKey: true, hasFfmpeg: true, today })).toMatchObject({ available: false });
    expect(endOf(model, new Date('2026-09-23T23:00:00Z'))).toBeNull();
  }
  expect(endOf(catalogue.find('our-sora')!, today)).toBeNull();
});

test('whatever a file calls it, nothing is asked of OpenAI’s own Videos API', () => {
  const { find } = openCatalogue({
    json: {
      providers: [{ ...house, baseUrl: 'https://api.openai.com/v1/' }],
      models: [{ ...video, model: 'sora-2-2025-12-08' }],
    },
    place,
  });
  expect(endOf(find('house/model')!, today)?.on).toBe('2026-09-24');
});

test('an address comes from the environment’s variable, and what is missing is said', () => {
  const secrets: Record<string, string> = { VIDEOS_BASE_URL: 'http://127.0.0.1:30010/v1', FAL_API_KEY: 'k' };
  const look = (name: string): string | undefined => secrets[name];
  const wan = openCatalogue(undefined, look).find('wan-2.2')!;
  expect(accessTo(wan.runBy, look)).toMatchObject({
    open: true,
    baseUrl: 'http://127.0.0.1:30010/v1',
    why: null,
  });
  const bare = openCatalogue().find('wan-2.2')!;
  expect(accessTo(bare.runBy, look)).toMatchObject({ open: false });
  expect(accessTo(bare.runBy, look).why).toMatch(/^Set VIDEOS_BASE_URL to the address /);
  expect(accessTo(openCatalogue().find('google/veo-3.1')!.runBy, look).why).toBe(
    'Set GOOGLE_GENERATIVE_AI_API_KEY to a key of Google.',
  );
  expect(accessTo(openCatalogue().find('fal/kling-4')!.runBy, look)).toMatchObject({ open: true, key: 'k' });
});

test('an address in the environment that is none is said at once', () => {
  expect(() => openCatalogue(undefined, () => 'gpu.lan')).toThrow(/_BASE_URL: "gpu\.lan" is not an address/);
});

test('the example of the README opens', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(/```json\n(.*?)```/s.exec(readme)?.[1] ?? '');
  expect(openCatalogue({ json, place: 'README.md' }).find('litellm/veo')?.runBy.name).toBe('LiteLLM');
});

test('a view says why a model is not to be had: key, then ffmpeg', () => {
  const veo = openCatalogue().find('google/veo-3.1')!;
  expect(modelView(veo, { hasKey: true, hasFfmpeg: true, today })).toMatchObject({
    available: true,
    why: null,
    price: 0.4,
    takes: { lastFrame: true, extend: true, remix: false },
  });
  expect(modelView(veo, { hasKey: false, hasFfmpeg: true, today }).why).toMatch(
    /GOOGLE_GENERATIVE_AI_API_KEY/,
  );
  expect(modelView(veo, { hasKey: true, hasFfmpeg: false, today }).why).toMatch(/ffmpeg 5/);
  const image = openCatalogue().find('gpt-image-2')!;
  expect(modelView(image, { hasKey: true, hasFfmpeg: false, today }).available).toBe(true);
});

test('in pretence every living provider is at the fakes, and what ended stays ended', () => {
  const catalogue = pretend(openCatalogue(), 'http://127.0.0.1:9/');
  expect(catalogue.find('fal/kling-4')?.runBy).toMatchObject({
    baseUrl: 'http://127.0.0.1:9/fal',
    keyOptional: true,
  });
  expect(accessTo(catalogue.find('wan-2.2')!.runBy, () => undefined).open).toBe(true);
  expect(endOf(catalogue.find('sora-2')!, today)).not.toBeNull();
});
