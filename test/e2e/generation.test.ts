import { createHash } from 'node:crypto';
import type { Generation, Render } from '@animatic/schema';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll } from '../faults/support/launched.ts';
import {
  boardOf,
  type GenerationStack,
  generatedShot,
  type ShotInput,
  startGenerationStack,
} from '../support/generation.ts';

/** What a designer asks of models, over the real server and a real worker, against models that are made up. */
let stack: GenerationStack;
beforeAll(async () => {
  stack = await startGenerationStack();
}, 120_000);
afterAll(async () => {
  await stack?.stop();
  await endAll();
});

const LONG = { timeout: 120_000 };

/** A test that makes videos: it wants a maintained ffmpeg to read them, as Animatic does. */
const video = (name: string, run: () => Promise<void>) => test(name, LONG, run);

async function begin(title: string, shots: ShotInput[]): Promise<Render> {
  const board = await stack.api.createStoryboard(boardOf(title, shots));
  return stack.api.render(board.id);
}
async function ended(render: Render): Promise<Render> {
  let last = render;
  for await (const snapshot of stack.api.watch(render.id)) last = snapshot;
  return last;
}
async function settled(generations: readonly Generation[]): Promise<Generation[]> {
  let last = [...generations];
  for await (const snapshot of stack.api.watchGenerations(generations.map(({ id }) => id))) last = snapshot;
  return last;
}
/** How often the vendor charged for these words. */
const charges = (words: string) =>
  stack.models.control.ledger().charges.filter(({ prompt }) => prompt.includes(words)).length;
const generationsOf = (render: Render) => render.shots.flatMap((shot) => shot.generations);

async function uploaded(width: number, height: number, shade: number) {
  const image = sharp({ create: { width, height, channels: 3, background: { r: shade, g: 120, b: 200 } } });
  const bytes = new Uint8Array(await image.png().toBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex');
  await stack.api.putStill(hash, new Blob([bytes], { type: 'image/png' }));
  return { width, height, tiles: [{ still: hash, x: 0, y: 0, width, height }] };
}
async function head(blob: Promise<Blob>): Promise<string> {
  return Buffer.from(await (await blob).arrayBuffer()).toString('latin1', 0, 12);
}

test('what can be asked is said, and that it is made up', async () => {
  const { models, pretend, director } = await stack.api.models();
  expect(pretend).toBe(true);
  expect(director.available).toBe(true);
  expect(models[0]).toMatchObject({ id: 'test/video', price: 0.1 });
  expect(models.find(({ id }) => id === 'gpt-image-2')).toMatchObject({ available: true, why: null });
});

video('words become a video, and the same words again cost nothing', async () => {
  const shots = [generatedShot('city', 'A city at dusk, rain on the windows')];
  const estimate = await stack.api.estimate(boardOf('Words', shots));
  expect(estimate).toMatchObject({ total: 0.2, shots: [{ found: 0, problem: null }] });
  const render = await ended(await begin('Words', shots));
  expect(render.error).toBeNull();
  expect(render).toMatchObject({ state: 'done', takes: [{ width: 854, height: 480 }] });
  const [made] = generationsOf(render);
  if (!made) throw new Error('nothing was made');
  expect(made).toMatchObject({ state: 'done', cost: 0.2, result: { width: 640, height: 360 } });
  expect(await head(stack.api.generationMedia(made, 'media'))).toContain('ftyp');
  expect(await head(stack.api.generationMedia(made, 'poster'))).toContain('PNG');
  expect(charges('rain on the windows')).toBe(1);

  expect(await stack.api.estimate(boardOf('Words', shots))).toMatchObject({
    total: 0,
    shots: [{ found: 1 }],
  });
  const again = await ended(await begin('Words again', shots));
  expect(again.state).toBe('done');
  expect(charges('rain on the windows')).toBe(1);
});

video('a still comes to life, fitted to the size that the model takes', async () => {
  const still = await uploaded(390, 844, 10);
  const shot: ShotInput = {
    ...generatedShot('phone', 'The card rises, the text stays', {
      from: { kind: 'still', fit: 'letterbox' },
    }),
    size: { width: 390, height: 844 },
    still,
  };
  const render = await ended(await begin('Still', [shot]));
  expect(render.error).toBeNull();
  expect(generationsOf(render)).toMatchObject([{ state: 'done', result: { width: 360, height: 640 } }]);
  expect(stack.models.control.jobs().at(-1)?.size).toEqual({ width: 360, height: 640 });
});

test('a frame is put into a scene, one is picked, and moves by our own engine', LONG, async () => {
  const frame = await uploaded(640, 640, 60);
  const still = frame.tiles[0]?.still ?? '';
  const asked = await stack.api.createImages({
    model: 'gpt-image-2',
    prompt: 'The label on a glass bottle, studio light',
    inputs: [still],
    variations: 2,
    shotId: 'bottle',
  });
  const made = await settled(asked);
  expect(made).toMatchObject([{ state: 'done', kind: 'image' }, { state: 'done' }]);
  const result = made[1]?.result;
  if (!result) throw new Error('nothing was made');
  expect(await stack.api.missingStills([result.hash])).toEqual([]);
  const { width, height } = result;
  const picked: ShotInput = {
    id: 'bottle',
    source: { node: '1:1', name: 'Bottle' },
    size: { width, height },
    still: { width, height, tiles: [{ still: result.hash, x: 0, y: 0, width, height }] },
    caption: { direction: 'Slow push in' },
    duration: 1,
  };
  expect(await ended(await begin('Scene', [picked]))).toMatchObject({ state: 'done', error: null, cost: 0 });
});

video('a shot goes on where another one ends', async () => {
  const shots = [
    generatedShot('first', 'A kite over the sea, the wind rises'),
    generatedShot('second', 'The kite over the sea turns', { from: { kind: 'extend', shot: 'first' } }),
  ];
  const render = await ended(await begin('Extend', shots));
  expect(render.error).toBeNull();
  expect(generationsOf(render).map(({ state }) => state)).toEqual(['done', 'done']);
  expect(charges('over the sea')).toBe(2);
});

video('exact screens stand between generated footage in one clip', async () => {
  const still = await uploaded(640, 360, 90);
  const screen: ShotInput = {
    id: 'screen',
    source: { node: '1:2', name: 'Screen' },
    size: { width: 640, height: 360 },
    still,
    caption: { direction: 'Slow push in' },
    duration: 2,
    transition: { kind: 'dissolve', duration: 0.5 },
  };
  const before: ShotInput = {
    ...generatedShot('before', 'A forest in the fog'),
    transition: { kind: 'dissolve', duration: 0.5 },
  };
  const render = await ended(
    await begin('Mixed', [before, screen, generatedShot('after', 'A forest at noon')]),
  );
  expect(render.error).toBeNull();
  expect(render.shots.map(({ engine, generations }) => [engine, generations.length])).toEqual([
    ['videos', 1],
    ['motion', 0],
    ['videos', 1],
  ]);
  expect(render.takes[0]?.seconds).toBeCloseTo(5, 1);
});

video('a budget stops what would pass it, before anything is asked', async () => {
  const { total } = await stack.api.usage();
  await stack.api.setBudget({ month: total + 0.25, render: null });
  const shots = [generatedShot('a', 'Too dear, one'), generatedShot('b', 'Too dear, two')];
  expect((await stack.api.estimate(boardOf('Dear', shots))).budget).toMatchObject({ passes: true });
  await expect(begin('Dear', shots)).rejects.toMatchObject({
    code: 'over_budget',
    message: expect.stringMatching(/\$0\.40.*\$0\.25/),
  });
  expect(charges('Too dear')).toBe(0);
  await stack.api.setBudget({ month: null, render: null });
});

video('a shot that was refused is retried alone: its neighbour is kept', async () => {
  stack.models.control.fault({ fault: 'moderation', wire: 'videos', prompt: 'A stranger' });
  const shots = [generatedShot('good', 'A lake in autumn'), generatedShot('bad', 'A stranger on the shore')];
  const failed = await ended(await begin('Retry', shots));
  expect(failed.state).toBe('failed');
  expect(failed.error?.message).toMatch(/bad/);
  const [good, bad] = generationsOf(failed);
  expect([good?.state, bad?.state]).toEqual(['done', 'failed']);
  expect(bad?.error?.advice).toBeTruthy();
  const again = await ended(await stack.api.retryRender(failed.id));
  expect(again.error).toBeNull();
  expect(again.state).toBe('done');
  expect([charges('A lake in autumn'), charges('A stranger')]).toEqual([1, 2]);
});

test('what may have been made waits for a person: made again, or let go as paid', LONG, async () => {
  const ask = async (prompt: string) => {
    stack.models.control.fault({ fault: 'cut_after_accepting', wire: 'images', prompt });
    const [doubtful] = await settled(await stack.api.createImages({ model: 'gpt-image-2', prompt }));
    if (!doubtful) throw new Error('nothing was asked');
    expect(doubtful.state).toBe('needs_review');
    expect(doubtful.review?.reason).toBeTruthy();
    expect(doubtful.review?.again).toBeGreaterThan(0);
    expect(charges(prompt)).toBe(1);
    return doubtful;
  };
  const again = await ask('A bottle in the snow');
  const [made] = await settled([await stack.api.reviewGeneration(again.id, 'again')]);
  expect(made).toMatchObject({ state: 'done' });
  expect(charges('A bottle in the snow')).toBe(2);

  const paid = await ask('A bottle in the sun');
  const before = (await stack.api.usage()).total;
  const gone = await stack.api.reviewGeneration(paid.id, 'made');
  expect(gone).toMatchObject({ state: 'failed', error: { advice: expect.any(String) } });
  expect(charges('A bottle in the sun')).toBe(1);
  expect((await stack.api.usage()).total).toBeCloseTo(before + (paid.estimatedCost ?? 0), 6);
});

video(
  'a provider’s webhook is why a finished video is seen at once; a forged one and a second one do nothing',
  async () => {
    const { control } = stack.models;
    control.fault({ fault: 'webhook_forged', wire: 'videos', model: 'test-hooked' });
    control.fault({ fault: 'webhook_duplicate', wire: 'videos', model: 'test-hooked' });
    const shots = ['One bell', 'Two bells'].map((words, index) =>
      generatedShot(`bell-${index}`, words, { model: 'test/hooked' }),
    );
    const render = await ended(await begin('Webhook', shots));
    expect(render.error).toBeNull();
    expect(generationsOf(render).map(({ state }) => state)).toEqual(['done', 'done']);
    await control.webhooksSettled();
    const jobs = new Set(control.jobs().flatMap(({ id, model }) => (model === 'test-hooked' ? [id] : [])));
    const deliveries = control.deliveries().filter(({ jobId }) => jobs.has(jobId));
    expect(deliveries.filter(({ forged }) => forged).map(({ status }) => status)).toEqual([401]);
    const honest = deliveries.filter(({ forged }) => !forged);
    expect(honest.length).toBeGreaterThan(2);
    expect(new Set(honest.map(({ status }) => status))).toEqual(new Set([204]));
  },
);

test('no more was charged than was asked for', () => {
  const wanted = [
    'A bottle in the snow',
    'A stranger on the shore',
    'The label on a glass bottle, studio light',
  ];
  for (const { prompt, times } of stack.models.control.ledger().repeated)
    expect([wanted.includes(prompt), times], prompt).toEqual([true, 2]);
});
