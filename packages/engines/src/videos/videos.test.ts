import { expect, test } from 'vitest';
import { allOf, askOf, contextOf, faultIn, input, listOf, modelAt, openLedger } from '../testing/asks.ts';
import { type Answering, nobody, startLoopback } from '../testing/loopback.ts';
import { createCharacter, getCharacter } from './characters.ts';
import { fetchContent } from './content.ts';
import { createVideosEngine, videosEngine } from './index.ts';

const everything = {
  words: true,
  firstFrame: true,
  lastFrame: true,
  extend: 'whole',
  remix: true,
  edit: true,
  delete: true,
  thumbnail: true,
  spritesheet: true,
  characters: true,
  sound: true,
  seed: true,
  transparent: false,
  mask: false,
  inputs: 0,
  partials: 0,
} as const;
const video = (change = {}) => ({
  id: 'video_1',
  object: 'video',
  status: 'queued',
  progress: 0,
  created_at: 1_800_000_000,
  model: 'wan',
  prompt: 'the card rises',
  size: '1280x720',
  seconds: '5',
  ...change,
});
async function at(answer: Answering) {
  const server = await startLoopback(answer);
  const model = modelAt('wan-2.2', `${server.origin}/v1`, { takes: { ...everything } });
  return { ...server, model };
}
/** What submitting means when this is answered. */
async function submitting(answer: Answering, timeouts?: Parameters<typeof createVideosEngine>[0]) {
  const { model } = await at(answer);
  const ledger = openLedger();
  const error = await faultIn(createVideosEngine(timeouts).submit(askOf(model), ledger, contextOf()));
  expect(ledger.lines.map(([name]) => name)).toEqual(['intent']);
  return error;
}

test('a create goes once, as multipart, with the sizes, frames and seed that the entry says', async () => {
  const { model, taken } = await at(() => ({ json: video() }));
  const ledger = openLedger();
  await videosEngine.submit(askOf(model, { seed: 7 }), ledger, contextOf());
  expect(ledger.lines).toEqual([
    [
      'intent',
      expect.objectContaining({
        call: 'create',
        prompt: 'the card rises',
        size: '1280x720',
        num_frames: 81,
        fps: 16,
      }),
    ],
    ['submitted', { vendorId: 'video_1' }],
  ]);
  expect(taken.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/videos']);
  expect(taken[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data/);
  expect(taken[0]?.headers.get('authorization')).toBe('Bearer test-key');
  const form = await taken[0]!.form();
  expect(Object.fromEntries(form.entries())).toEqual({
    prompt: 'the card rises',
    model: 'Wan-AI/Wan2.2-T2V-A14B-Diffusers',
    size: '1280x720',
    seconds: '5',
    num_frames: '81',
    fps: '16',
    seed: '7',
  });
});

test('the first frame is a real file with its type, asked of the model that takes frames', async () => {
  const { model, taken } = await at(() => ({ json: video() }));
  const start = { kind: 'frames' as const, first: input() };
  await videosEngine.submit(askOf(model, { start, characters: ['char_1'] }), openLedger(), contextOf());
  const form = await taken[0]!.form();
  const file = form.get('input_reference');
  expect(file).toBeInstanceOf(File);
  expect(file).toMatchObject({
    type: 'image/png',
    name: 'first-frame.png',
    size: (await input().bytes()).length,
  });
  expect(form.get('model')).toBe('Wan-AI/Wan2.2-I2V-A14B-Diffusers');
  expect(form.get('characters[][id]')).toBe('char_1');
});

test('a last frame goes along under the entry’s name for it', async () => {
  const { model, taken } = await at(() => ({ json: video() }));
  const start = { kind: 'frames' as const, first: input(), last: input() };
  await videosEngine.submit(askOf(model, { start }), openLedger(), contextOf());
  const named = { ...model, fields: { lastFrame: 'end_image', sound: 'generate_sound' } };
  await videosEngine.submit(askOf(named, { start, sound: true }), openLedger(), contextOf());
  expect((await taken[0]!.form()).get('last_frame')).toMatchObject({
    name: 'last-frame.png',
    type: 'image/png',
  });
  expect((await taken[1]!.form()).get('end_image')).toBeInstanceOf(File);
  expect((await taken[1]!.form()).get('generate_sound')).toBe('true');
});

test('without a key none is sent', async () => {
  const { model, taken } = await at(() => ({ json: video() }));
  await videosEngine.submit(askOf(model), openLedger(), contextOf({ key: undefined }));
  expect(taken[0]?.headers.get('authorization')).toBeNull();
});

test('extend, edit and remix go to their own addresses', async () => {
  const { model, taken } = await at(() => ({ json: video() }));
  for (const kind of ['extend', 'edit', 'remix'] as const)
    await videosEngine.submit(
      askOf(model, { start: { kind, vendorId: 'video_0' }, seconds: 16 }),
      openLedger(),
      contextOf(),
    );
  expect(taken.map(({ path }) => path)).toEqual([
    '/v1/videos/extensions',
    '/v1/videos/edits',
    '/v1/videos/video_0/remix',
  ]);
  expect(Object.fromEntries((await taken[0]!.form()).entries())).toEqual({
    prompt: 'the card rises',
    seconds: '16',
    'video[id]': 'video_0',
  });
  expect(taken[2]!.json()).toEqual({ prompt: 'the card rises' });
});

test('what the entry does not have is refused before anything is written down or sent', async () => {
  const { origin, taken } = await startLoopback(() => ({ json: video() }));
  const model = modelAt('wan-2.2', `${origin}/v1`);
  const ledger = openLedger();
  for (const start of [
    { kind: 'remix' as const, vendorId: 'x' },
    { kind: 'frames' as const, first: input(), last: input() },
    { kind: 'inputs' as const, inputs: [input()] },
  ])
    expect((await faultIn(videosEngine.submit(askOf(model, { start }), ledger, contextOf()))).kind).toBe(
      'refused',
    );
  expect([...taken, ...ledger.lines]).toEqual([]);
});

test('Sora at OpenAI’s own address is refused with its day, and nothing is sent', async () => {
  const model = modelAt('wan-2.2', 'https://api.openai.com/v1');
  const ledger = openLedger();
  const error = await faultIn(videosEngine.submit(askOf(model), ledger, contextOf()));
  expect(error).toMatchObject({ kind: 'refused', failure: { code: 'ended' } });
  expect(error.message).toMatch(/2026-09-24/);
  expect(ledger.lines).toEqual([]);
});

test('429 is busy with its Retry-After, in seconds or as a date', async () => {
  const seconds = await submitting(() => ({ status: 429, headers: { 'retry-after': '20' }, json: {} }));
  expect(seconds).toMatchObject({ kind: 'busy', retryAfter: 20_000 });
  const date = new Date(Date.now() + 90_000).toUTCString();
  const dated = await submitting(() => ({ status: 429, headers: { 'retry-after': date }, json: {} }));
  expect(dated.retryAfter).toBeGreaterThan(60_000);
  expect(dated.retryAfter).toBeLessThanOrEqual(90_000);
  const quota = { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } };
  expect(await submitting(() => ({ status: 429, json: quota }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'no_credit' },
  });
});

test('refusals are told from keys that are not accepted, and keys never show', async () => {
  for (const status of [400, 404, 409, 413, 422])
    expect((await submitting(() => ({ status, json: { error: { message: 'no' } } }))).kind).toBe('refused');
  const wrong = await submitting(() => ({
    status: 401,
    json: { error: { message: 'Incorrect API key provided: test-key' } },
  }));
  expect(wrong).toMatchObject({ kind: 'refused', failure: { code: 'key_refused' } });
  expect(wrong.message).toMatch(/^The key is not accepted: /);
  expect(wrong.message).not.toMatch(/test-key/);
  expect(wrong.failure.advice).toMatch(/VIDEOS_API_KEY/);
});

test('a server’s error, a cut connection, silence and an unreadable answer may have been paid for', async () => {
  expect((await submitting(() => ({ status: 500, json: {} }))).kind).toBe('unclear');
  expect((await submitting(() => ({ status: 503, headers: { 'retry-after': '5' }, json: {} }))).kind).toBe(
    'unclear',
  );
  expect((await submitting(() => 'cut')).kind).toBe('unclear');
  const timeouts = { create: 150, ask: 150, fetch: 150 };
  expect((await submitting(() => 'silent', timeouts)).kind).toBe('unclear');
  expect((await submitting(() => ({ json: { object: 'video' } }))).kind).toBe('unclear');
  expect(
    (await submitting(() => ({ body: '<html>', headers: { 'content-type': 'application/json' } }))).kind,
  ).toBe('unclear');
  expect((await submitting(() => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }))).kind).toBe(
    'unclear',
  );
});

test('nobody there: nothing was sent', async () => {
  const model = modelAt('wan-2.2', `${await nobody()}/v1`);
  const refused = await faultIn(videosEngine.submit(askOf(model), openLedger(), contextOf()));
  expect(refused).toMatchObject({ kind: 'unreachable' });
  const stop = AbortSignal.abort(new Error('shutting down'));
  const { model: there, taken } = await at(() => ({ json: video() }));
  const stopped = await faultIn(videosEngine.submit(askOf(there), openLedger(), contextOf({ signal: stop })));
  expect(stopped).toMatchObject({ kind: 'unreachable', failure: { code: 'stopped' } });
  expect(taken).toEqual([]);
});

test('an order that is broken off by us on its way may have been paid for', async () => {
  const stop = new AbortController();
  const { model } = await at(() => {
    stop.abort();
    return 'silent';
  });
  const error = await faultIn(
    videosEngine.submit(askOf(model), openLedger(), contextOf({ signal: stop.signal })),
  );
  expect(error.kind).toBe('unclear');
});

test('an answer without an end is not read to it', async () => {
  const { model } = await at((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const piece = Buffer.alloc(1_000_000, ' ');
    const pour = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
    return 'silent';
  });
  const error = await faultIn(videosEngine.poll!(model, { vendorId: 'video_1' }, contextOf()));
  expect(error.kind).toBe('unreachable');
});

test('how it stands: under way, finished, failed with words to act on, gone', async () => {
  const answers = [
    { json: video({ status: 'in_progress', progress: 42 }) },
    { json: video({ status: 'warming_up', progress: 250 }) },
    { json: video({ status: 'completed', progress: 100 }) },
    {
      json: video({
        status: 'failed',
        error: { code: 'moderation_blocked', message: 'Blocked by our moderation system.' },
      }),
    },
    { json: video({ status: 'failed', error: { message: 'CUDA out of memory' } }) },
    { status: 404, json: { detail: 'no' } },
    { status: 500, json: {} },
    { status: 401, json: {} },
    { status: 429, headers: { 'retry-after': '3' }, json: {} },
  ];
  const { model } = await at(() => answers.shift() ?? { status: 418 });
  const look = () => videosEngine.poll!(model, { vendorId: 'video_1' }, contextOf());
  expect(await look()).toEqual({ state: 'running', progress: 0.42 });
  expect(await look()).toEqual({ state: 'running', progress: 1 });
  expect(await look()).toEqual({ state: 'completed' });
  expect(await look()).toMatchObject({
    state: 'failed',
    error: { code: 'moderation_blocked', advice: /other words/ },
  });
  expect(await look()).toMatchObject({ state: 'failed', error: { code: 'out_of_memory' } });
  expect((await faultIn(look())).kind).toBe('gone');
  expect((await faultIn(look())).kind).toBe('unreachable');
  expect((await faultIn(look())).kind).toBe('unreachable');
  expect(await faultIn(look())).toMatchObject({ kind: 'busy', retryAfter: 3000 });
});

test('a file is read to its end; one that breaks off, or is gone, says so', async () => {
  const bytes = Buffer.alloc(300_000, 7);
  const { model, taken } = await at((one, response) => {
    if (one.path.includes('gone')) return { status: 404, json: {} };
    if (!one.path.includes('cut')) return { body: bytes, headers: { 'content-type': 'video/mp4' } };
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '300000' });
    response.write(bytes.subarray(0, 1000), () => response.socket?.destroy());
    return 'silent';
  });
  const get = (vendorId: string) => videosEngine.fetch!(model, { vendorId }, contextOf());
  const file = await get('video_1');
  expect(file.type).toBe('video/mp4');
  expect(Buffer.compare(Buffer.from(await allOf(file)), bytes)).toBe(0);
  expect(taken[0]?.path).toBe('/v1/videos/video_1/content');
  expect((await faultIn(get('gone'))).kind).toBe('gone');
  expect((await faultIn(get('cut').then(allOf))).kind).toBe('unreachable');
  expect((await fetchContent(model, { vendorId: 'v' }, 'thumbnail', contextOf())).type).toBe('video/mp4');
  expect(taken.at(-1)?.path).toBe('/v1/videos/v/content?variant=thumbnail');
});

test('a file behind a redirect is fetched as a stranger, and never from a private address', async () => {
  const { model, taken } = await at((one) =>
    one.path.endsWith('/content')
      ? { status: 302, headers: { location: '/store/file.mp4' } }
      : { body: 'footage', headers: { 'content-type': 'video/mp4' } },
  );
  const file = await videosEngine.fetch!(model, { vendorId: 'video_1' }, contextOf());
  expect(Buffer.from(await allOf(file)).toString()).toBe('footage');
  expect(taken.at(-1)?.headers.get('authorization')).toBeNull();
  for (const location of [
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:1/x',
    'file:///etc/passwd',
  ]) {
    const lured = await at(() => ({ status: 302, headers: { location } }));
    const error = await faultIn(videosEngine.fetch!(lured.model, { vendorId: 'video_1' }, contextOf()));
    expect(error).toMatchObject({ kind: 'refused', failure: { code: 'address_refused' } });
  }
});

test('a list is read page by page, newest first, as far back as is asked', async () => {
  const pages: Record<string, unknown> = {
    '': {
      data: [
        video({ id: 'c', created_at: 1_800_000_030 }),
        { odd: true },
        video({ id: 'b', created_at: 1_800_000_020, seconds: 5 }),
      ],
      has_more: true,
      last_id: 'b',
    },
    b: {
      data: [
        video({ id: 'a', created_at: 1_800_000_010, prompt: null, size: '', model: null }),
        video({ id: 'old', created_at: 1 }),
      ],
      has_more: true,
      last_id: 'old',
    },
    old: { data: [video({ id: 'older', created_at: 0 })], has_more: true, last_id: 'older' },
  };
  const { model, taken } = await at(({ path }) => ({
    json: pages[new URL(path, 'http://x').searchParams.get('after') ?? ''],
  }));
  const listed = await listOf(videosEngine.list!(model, new Date(1_800_000_000_000), contextOf()));
  expect(listed.map(({ vendorId }) => vendorId)).toEqual(['c', 'b', 'a']);
  expect(listed[1]).toEqual({
    vendorId: 'b',
    createdAt: new Date(1_800_000_020_000),
    model: 'wan',
    prompt: 'the card rises',
    size: '1280x720',
    seconds: '5',
    remixedFrom: null,
  });
  expect(listed[2]).toMatchObject({ prompt: null, size: null, model: model.model });
  expect(taken).toHaveLength(3);
});

test('a list whose pages repeat for ever comes to an end', async () => {
  const { model, taken } = await at(() => ({
    json: { data: [video({ created_at: 1_900_000_000 })], has_more: true, last_id: 'video_1' },
  }));
  const listed = await listOf(videosEngine.list!(model, new Date(0), contextOf()));
  expect(listed).toHaveLength(1);
  expect(taken).toHaveLength(2);
});

test('cancel deletes where the entry has it; what goes on is said to run', async () => {
  const answers = [
    { json: { id: 'video_1', deleted: true } },
    { status: 404, json: {} },
    { status: 409, json: {} },
  ];
  const { model, taken } = await at(() => answers.shift() ?? {});
  const cancel = () => videosEngine.cancel!(model, { vendorId: 'video_1' }, contextOf());
  expect([await cancel(), await cancel(), await cancel()]).toEqual(['stopped', 'stopped', 'running']);
  expect(taken[0]).toMatchObject({ method: 'DELETE', path: '/v1/videos/video_1' });
  const keeps = modelAt('wan-2.2', 'http://127.0.0.1:1', { takes: { ...everything, delete: false } });
  expect(await videosEngine.cancel!(keeps, { vendorId: 'x' }, contextOf())).toBe('running');
});

test('characters are made and found where the entry knows them', async () => {
  const { model, taken } = await at(() => ({ json: { id: 'char_1', name: 'Ada', created_at: 1 } }));
  const clip = input(Buffer.from('clip'), 'video/mp4');
  expect(await createCharacter(model, { name: 'Ada', video: clip }, contextOf())).toEqual({
    id: 'char_1',
    name: 'Ada',
  });
  expect(await getCharacter(model, 'char_1', contextOf())).toEqual({ id: 'char_1', name: 'Ada' });
  expect(taken.map(({ path }) => path)).toEqual(['/v1/videos/characters', '/v1/videos/characters/char_1']);
  const none = modelAt('wan-2.2', 'http://127.0.0.1:1');
  expect((await faultIn(getCharacter(none, 'x', contextOf()))).kind).toBe('refused');
});
