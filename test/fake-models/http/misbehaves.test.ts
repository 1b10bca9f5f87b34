import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { everyFault } from '../faults/kinds.ts';
import { type FakeModels, startFakeModels } from '../start.ts';
import { bytesOf, openai, videoFacts } from '../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const ask = { model: 'wan-2.2', prompt: 'a slow push in', size: '1280x720', seconds: '4' } as const;
const charged = () => models.control.ledger().count;

test.each([
  ['unauthorized', 401],
  ['server_error', 500],
  ['refused', 400],
] as const)('%s answers %i and charges nothing', async (fault, status) => {
  models.control.fault({ fault });
  await expect(openai(models).videos.create(ask)).rejects.toMatchObject({ status });
  expect(charged()).toBe(0);
  await openai(models).videos.create(ask);
  expect(charged()).toBe(1);
});

test('429 says when to come again', async () => {
  models.control.fault({ fault: 'rate_limited', seconds: 7 });
  const error = await openai(models)
    .videos.create(ask)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof APIError)) throw error;
  expect([error.status, error.headers?.get('retry-after')]).toEqual([429, '7']);
  expect(charged()).toBe(0);
});

test('a connection is cut before accepting, or after it', async () => {
  models.control.fault({ fault: 'cut' });
  models.control.fault({ fault: 'cut_after_accepting', skip: 1 });
  await expect(openai(models).videos.create(ask)).rejects.toBeInstanceOf(APIConnectionError);
  expect(charged()).toBe(0);
  await expect(openai(models).videos.create(ask)).rejects.toBeInstanceOf(APIConnectionError);
  expect(charged()).toBe(1);
  // It is there all the same: the list has it.
  expect((await openai(models).videos.list()).data).toMatchObject([{ prompt: ask.prompt, status: 'queued' }]);
});

test('a call that hangs does so until who called gives up', async () => {
  models.control.fault({ fault: 'hang' });
  models.control.fault({ fault: 'hang_after_accepting', skip: 1 });
  const impatient = openai(models, 100);
  await expect(impatient.videos.create(ask)).rejects.toBeInstanceOf(APIConnectionTimeoutError);
  expect(charged()).toBe(0);
  await expect(impatient.videos.create(ask)).rejects.toBeInstanceOf(APIConnectionTimeoutError);
  expect(charged()).toBe(1);
});

test('500 after accepting is charged', async () => {
  models.control.fault({ fault: 'error_after_accepting' });
  await expect(openai(models).videos.create(ask)).rejects.toMatchObject({ status: 500 });
  expect(charged()).toBe(1);
});

test('moderation stops a video at 80 %, charged or not', async () => {
  const { videos } = openai(models);
  models.control.fault({ fault: 'moderation' });
  models.control.fault({ fault: 'moderation', charged: false, skip: 1 });
  const [first, second] = [await videos.create(ask), await videos.create(ask)];
  models.control.advance(4);
  expect(await videos.retrieve(first.id)).toMatchObject({ status: 'in_progress', progress: 75 });
  models.control.advance(0.3);
  expect(await videos.retrieve(first.id)).toMatchObject({
    status: 'failed',
    progress: 80,
    error: { code: 'moderation_blocked' },
  });
  expect(await videos.retrieve(second.id)).toMatchObject({ status: 'failed' });
  expect(models.control.ledger().charges.map(({ dollars }) => dollars > 0)).toEqual([true, false]);
});

test('the vendor’s own failure is not charged; a stuck job never ends', async () => {
  const { videos } = openai(models);
  models.control.fault({ fault: 'failed' });
  models.control.fault({ fault: 'stuck', skip: 1 });
  const [failed, stuck] = [await videos.create(ask), await videos.create(ask)];
  models.control.advance(7200);
  expect(await videos.retrieve(failed.id)).toMatchObject({ error: { code: 'video_generation_failed' } });
  expect(await videos.retrieve(stuck.id)).toMatchObject({ status: 'in_progress', progress: 50 });
  expect(models.control.ledger()).toMatchObject({ count: 2, charges: [{ dollars: 0 }, { dollars: 0.32 }] });
});

test('progress goes backwards', async () => {
  const { videos } = openai(models);
  models.control.fault({ fault: 'progress_backwards' });
  const { id } = await videos.create(ask);
  const seen: number[] = [];
  for (const seconds of [1, 2.42, 0.1, 0.5, 1]) {
    models.control.advance(seconds);
    seen.push((await videos.retrieve(id)).progress);
  }
  expect(seen).toEqual([0, 60, 39, 59, 100]);
});

test('a file has another size, another length, or stops in the middle', async () => {
  const { videos } = openai(models);
  models.control.fault({ fault: 'wrong_size', prompt: 'size' });
  models.control.fault({ fault: 'wrong_seconds', prompt: 'length' });
  models.control.fault({ fault: 'truncated', prompt: 'stops' });
  const prompts = ['size', 'length', 'stops', 'whole'];
  const jobs = await Promise.all(prompts.map((prompt) => videos.create({ ...ask, prompt })));
  models.control.advance(10);
  const files = await Promise.all(jobs.map(async ({ id }) => bytesOf(await videos.downloadContent(id))));
  expect(await videoFacts(files[0]!)).toMatchObject({ width: 640, height: 360 });
  expect(await videoFacts(files[1]!)).toMatchObject({ width: 1280, seconds: 3 });
  const [box] = [Buffer.from(files[2]!).lastIndexOf('free')];
  expect(box).toBeLessThan(files[2]!.length - 200);
  expect(await videoFacts(files[3]!)).toMatchObject({ width: 1280, seconds: 4 });
});

test.each([404, 410] as const)('a file is gone: %i', async (status) => {
  const { videos } = openai(models);
  models.control.fault({ fault: 'gone', status });
  const { id } = await videos.create(ask);
  models.control.advance(10);
  expect(await videos.retrieve(id)).toMatchObject({ status: 'completed' });
  await expect(videos.downloadContent(id)).rejects.toMatchObject({ status });
});

test('a download is cut in the middle', async () => {
  const { videos } = openai(models);
  const { id } = await videos.create(ask);
  models.control.advance(10);
  models.control.fault({ fault: 'cut_after_accepting', on: 'content' });
  const response = await videos.downloadContent(id);
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(await videoFacts(await bytesOf(await videos.downloadContent(id)))).toMatchObject({ frames: 96 });
});

test('a stream of pictures is cut after the first one, and charged', async () => {
  models.control.fault({ fault: 'cut_after_accepting', wire: 'images' });
  const { images } = openai(models);
  const stream = await images.generate({ prompt: 'a mug', size: '256x256', stream: true, partial_images: 2 });
  const seen: string[] = [];
  const reading = async () => {
    for await (const event of stream) seen.push(event.type);
  };
  await expect(reading()).rejects.toThrow();
  expect(seen).toEqual(['image_generation.partial_image']);
  expect(charged()).toBe(1);
});

test('other calls go wrong too, where a rule says so', async () => {
  const { videos } = openai(models);
  const { id } = await videos.create(ask);
  models.control.fault({ fault: 'server_error', on: 'status' });
  models.control.fault({ fault: 'cut', on: 'list' });
  await expect(videos.retrieve(id)).rejects.toMatchObject({ status: 500 });
  await expect(videos.list()).rejects.toBeInstanceOf(APIConnectionError);
  expect(await videos.retrieve(id)).toMatchObject({ id });
});

test('with every fault at random the ledger has exactly what was accepted', async () => {
  models.control.faultsAtRandom({ ...everyFault, seed: 5 });
  models.control.settings({ hangSeconds: 0.2 });
  const { videos } = openai(models);
  const answers = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) => videos.create({ ...ask, prompt: `shot ${index}` })),
  );
  const { fired } = models.control.faults();
  const sum = (...names: (keyof typeof fired)[]) =>
    names.reduce((total, name) => total + (fired[name] ?? 0), 0);
  const refused = sum('unauthorized', 'rate_limited', 'server_error', 'refused', 'hang', 'cut');
  const unclear = sum('error_after_accepting', 'hang_after_accepting', 'cut_after_accepting');
  expect(refused).toBeGreaterThan(10);
  expect(unclear).toBeGreaterThan(5);
  expect(charged()).toBe(200 - refused);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(200 - refused - unclear);
  expect(models.control.ledger().repeated).toEqual([]);
  expect(models.control.jobs()).toHaveLength(charged());
});
