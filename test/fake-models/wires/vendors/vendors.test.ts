import { createAlibaba } from '@ai-sdk/alibaba';
import { createFal } from '@ai-sdk/fal';
import { createGoogle } from '@ai-sdk/google';
import { createReplicate } from '@ai-sdk/replicate';
import { createXai } from '@ai-sdk/xai';
import { experimental_getVideoStatus as getVideoStatus, experimental_startVideo as startVideo } from 'ai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../../start.ts';
import { bytesOf, still, videoFacts } from '../../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

type VideoModel = Parameters<typeof startVideo>[0]['model'];

const apiKey = 'pretend';
/** fal's provider has no address to set: what it fetches from fal's own is fetched from here. */
const toFake: typeof fetch = (input, init) =>
  fetch(String(input).replace('https://queue.fal.run', `${models.origin}/fal`), init);

const vendors = {
  // npm gives fal a copy of the SDK's interface of its own, which TypeScript takes for another one.
  fal: () => createFal({ apiKey, fetch: toFake }).video('kling-video/v3/pro') as VideoModel,
  google: () =>
    createGoogle({ apiKey, baseURL: `${models.origin}/google/v1beta` }).video('veo-3.1-generate-preview'),
  replicate: () =>
    createReplicate({ apiToken: apiKey, baseURL: `${models.origin}/replicate/v1` }).video('wan/wan-2.2'),
  xai: () => createXai({ apiKey, baseURL: `${models.origin}/xai/v1` }).video('grok-imagine-video-1.5'),
  alibaba: () => createAlibaba({ apiKey, videoBaseURL: `${models.origin}/alibaba` }).video('wan3-preview'),
};
const names = Object.keys(vendors) as (keyof typeof vendors)[];

const ask = { prompt: 'a slow push in', duration: 4, aspectRatio: '16:9', maxRetries: 0 } as const;
/** As each says 720p; fal's and Replicate's models have their own words for it. */
const resolution = { google: '1280x720', xai: '1280x720', alibaba: '1280x720' } as const;
const settings = (name: keyof typeof vendors) =>
  name === 'fal' || name === 'replicate' ? ask : { ...ask, resolution: resolution[name] };

describe.each(names)('%s', (name) => {
  const start = () => startVideo({ model: vendors[name](), ...settings(name) });
  const statusOf = (operation: Awaited<ReturnType<typeof start>>['operation']) =>
    // An operation is JSON: it goes through a table.
    getVideoStatus(vendors[name](), { operation: JSON.parse(JSON.stringify(operation)), maxRetries: 0 });

  test('a video is started, polled by another process, and downloaded', async () => {
    const { operation } = await start();
    expect(await statusOf(operation)).toMatchObject({ status: 'pending' });
    models.control.advance(3);
    expect(await statusOf(operation)).toMatchObject({ status: 'pending' });
    models.control.advance(3);
    const done = await statusOf(operation);
    if (done.status !== 'completed') throw new Error(JSON.stringify(done));
    const [video] = done.videos;
    if (video?.type !== 'url') throw new Error('no address');
    const file = await fetch(video.url);
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect(await videoFacts(await bytesOf(file))).toMatchObject({ width: 1280, height: 720, seconds: 4 });
    expect(models.control.ledger()).toMatchObject({ count: 1, charges: [{ wire: name, seconds: 4 }] });
  });

  test('a still goes along as the first frame', async () => {
    const image = new Uint8Array(still(1280, 720));
    await startVideo({ model: vendors[name](), ...settings(name), prompt: { text: ask.prompt, image } });
    expect(models.control.jobs()[0]).toMatchObject({
      size: { width: 1280, height: 720 },
      look: { last: null },
    });
    expect(models.control.jobs()[0]?.look.first).toMatch(/^[0-9a-f]{64}$/);
  });

  test('moderation ends it as the vendor says it', async () => {
    models.control.fault({ fault: 'moderation' });
    const { operation } = await start();
    models.control.advance(10);
    const ended = await statusOf(operation).catch((error: Error) => ({
      status: 'error',
      error: error.message,
    }));
    expect(ended.status).toBe('error');
  });

  test.each([
    ['unauthorized', 401],
    ['server_error', 500],
    ['rate_limited', 429],
  ] as const)('%s before accepting answers %i and is not charged', async (fault, statusCode) => {
    models.control.fault({ fault, wire: name, seconds: 9 });
    const error: unknown = await start().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ statusCode });
    if (fault === 'rate_limited') expect(error).toMatchObject({ responseHeaders: { 'retry-after': '9' } });
    expect(models.control.ledger().count).toBe(0);
  });

  test('a connection cut after accepting is charged', async () => {
    models.control.fault({ fault: 'cut_after_accepting' });
    await expect(start()).rejects.toThrow();
    expect(models.control.ledger().count).toBe(1);
  });

  test('a finished file is gone', async () => {
    models.control.fault({ fault: 'gone', status: 410 });
    const { operation } = await start();
    models.control.advance(10);
    const done = await statusOf(operation);
    if (done.status !== 'completed' || done.videos[0]?.type !== 'url') throw new Error(JSON.stringify(done));
    expect((await fetch(done.videos[0].url)).status).toBe(410);
  });
});

test('Veo takes a first and a last frame, at eight seconds only', async () => {
  const frameImages = [
    { image: new Uint8Array(still(1280, 720)), frameType: 'first_frame' as const },
    { image: new Uint8Array(still(1280, 720, ['#000', '#fff'])), frameType: 'last_frame' as const },
  ];
  const between = (duration: number) =>
    startVideo({ model: vendors.google(), ...settings('google'), duration, frameImages });
  await expect(between(4)).rejects.toMatchObject({ statusCode: 400 });
  await between(8);
  expect(models.control.jobs()[0]?.look.last).toMatch(/^[0-9a-f]{64}$/);
});

test('xAI says what it cost, in ticks', async () => {
  const { operation } = await startVideo({ model: vendors.xai(), ...settings('xai') });
  models.control.advance(10);
  const done = await getVideoStatus(vendors.xai(), { operation });
  expect(done).toMatchObject({ providerMetadata: { xai: { costInUsdTicks: 2e9 } } });
});

test('Replicate’s predictions can be listed and cancelled', async () => {
  await startVideo({ model: vendors.replicate(), ...ask });
  const read = async (path: string, init?: RequestInit) =>
    (await fetch(`${models.origin}/replicate/v1${path}`, init)).json();
  const { results } = await read('/predictions');
  expect(results).toMatchObject([
    { model: 'wan/wan-2.2', input: { prompt: ask.prompt }, status: 'starting' },
  ]);
  expect(await read(`/predictions/${results[0].id}/cancel`, { method: 'POST' })).toMatchObject({
    status: 'canceled',
  });
  expect(models.control.ledger().dollars).toBe(0);
});
