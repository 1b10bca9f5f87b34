import { expect, test } from 'vitest';
import { allOf, askOf, contextOf, faultIn, input, modelAt, openLedger, png } from '../testing/asks.ts';
import { type Answering, nobody, startLoopback, type Taken } from '../testing/loopback.ts';
import { createVendorsEngine, vendorsEngine } from './index.ts';

const data = `data:image/png;base64,${png.toString('base64')}`;
const frames = { kind: 'frames' as const, first: input(), last: input() };
const still = { kind: 'frames' as const, first: input() };

async function at(id: string, path: string, answer: (taken: Taken, origin: string) => ReturnType<Answering>) {
  let origin = '';
  const server = await startLoopback((taken) => answer(taken, origin));
  origin = server.origin;
  return { ...server, model: modelAt(id, `${origin}${path}`) };
}
const submit = async (ask: Parameters<typeof askOf>, engine = vendorsEngine) => {
  const ledger = openLedger();
  await engine.submit(askOf(...ask), ledger, contextOf());
  return ledger;
};
/** A job as it is found again in another process: through JSON. */
const jobIn = (ledger: ReturnType<typeof openLedger>) => {
  const line = ledger.lines.find(([name]) => name === 'submitted')?.[1];
  return JSON.parse(JSON.stringify(line));
};

/** fal's queue: an order, then its answer. */
const falAt = (answer: (taken: Taken, origin: string) => ReturnType<Answering>) =>
  at('fal/kling-4', '/fal', (taken, origin) =>
    taken.method === 'POST'
      ? { json: { request_id: 'r1', response_url: `${origin}/fal/fal-ai/kling-video/requests/r1` } }
      : answer(taken, origin),
  );

test('fal: an order of two frames goes to the endpoint for frames, under its own names', async () => {
  const { model, taken } = await falAt(() => ({}));
  const ledger = await submit([model, { start: frames, seed: 3 }]);
  expect(taken[0]).toMatchObject({ method: 'POST', path: '/fal/fal-ai/kling-video/v4/image-to-video' });
  expect(taken[0]?.headers.get('authorization')).toBe('Key test-key');
  expect(taken[0]?.json()).toEqual({
    prompt: 'the card rises',
    duration: '5',
    start_image_url: data,
    end_image_url: data,
    generate_audio: false,
  });
  expect(ledger.lines[0]?.[1]).toMatchObject({
    prompt: 'the card rises',
    generate_audio: false,
    start: 'frames',
  });
  expect(JSON.stringify(ledger.lines[0])).not.toMatch(/data:image|test-key/);
  expect(jobIn(ledger)).toMatchObject({ vendorId: 'r1', operation: { responseUrl: expect.any(String) } });
});

test('fal: from words to the file, by an operation that went through JSON', async () => {
  const answers = [
    { status: 400, json: { detail: 'Request is still in progress' } },
    { status: 500, json: { detail: 'bad gateway' } },
    { status: 429, headers: { 'retry-after': '2' }, json: {} },
    { status: 401, json: { detail: 'no' } },
  ];
  const { model, taken } = await falAt(({ path }, origin) => {
    if (path === '/files/clip.mp4') return { body: 'footage', headers: { 'content-type': 'video/mp4' } };
    return (
      answers.shift() ?? { json: { video: { url: `${origin}/files/clip.mp4`, content_type: 'video/mp4' } } }
    );
  });
  const job = jobIn(await submit([model]));
  expect(taken[0]?.path).toBe('/fal/fal-ai/kling-video/v4/text-to-video');
  expect(taken[0]?.json()).toMatchObject({ aspect_ratio: '16:9', duration: '5' });
  const look = () => vendorsEngine.poll!(model, job, contextOf());
  expect(await look()).toEqual({ state: 'running', progress: null });
  // The SDK calls these failures of the video: they are none, and what was paid for is asked after again.
  expect((await faultIn(look())).kind).toBe('unreachable');
  expect(await faultIn(look())).toMatchObject({ kind: 'busy', retryAfter: 2000 });
  expect(await faultIn(look())).toMatchObject({ kind: 'unreachable', failure: { code: 'key_refused' } });
  expect(await look()).toMatchObject({ state: 'completed' });
  const file = await vendorsEngine.fetch!(model, job, contextOf());
  expect(Buffer.from(await allOf(file)).toString()).toBe('footage');
  expect(taken.at(-1)?.headers.get('authorization')).toBe(null);
});

test('fal: what the model says of its failing reaches the designer', async () => {
  const { model } = await falAt(() => ({
    status: 422,
    json: {
      detail: [{ type: 'content_policy_violation', msg: 'The image contains a face.', loc: ['body'] }],
    },
  }));
  const job = jobIn(await submit([model]));
  expect(await vendorsEngine.poll!(model, job, contextOf())).toMatchObject({
    state: 'failed',
    error: { code: 'faces_refused', advice: expect.stringMatching(/Hide the avatars layer/) },
  });
});

test('fal: cancel stops what is queued; what is finished goes on', async () => {
  const answers = [
    { status: 202, json: { status: 'CANCELLATION_REQUESTED' } },
    { status: 400, json: { status: 'ALREADY_COMPLETED' } },
  ];
  const { model, taken } = await falAt(() => answers.shift() ?? {});
  const job = jobIn(await submit([model]));
  expect(await vendorsEngine.cancel!(model, job, contextOf())).toBe('stopped');
  expect(await vendorsEngine.cancel!(model, job, contextOf())).toBe('running');
  expect(taken[1]).toMatchObject({ method: 'PUT', path: '/fal/fal-ai/kling-video/requests/r1/cancel' });
});

test('only the provider’s own address is asked, whatever a kept operation says', async () => {
  const { model } = await falAt(() => ({}));
  const elsewhere = await startLoopback(() => ({ json: { video: { url: 'http://x/y' } } }));
  const operation = {
    responseUrl: `${elsewhere.origin}/fal-ai/kling-video/requests/r1`,
    submitUrl: `${elsewhere.origin}/fal-ai/kling-video`,
  };
  const error = await faultIn(vendorsEngine.poll!(model, { vendorId: 'r1', operation }, contextOf()));
  expect(['address_refused', 'unreadable']).toContain(error.failure.code);
  expect(elsewhere.taken).toEqual([]);
});

test('a file’s address that leads inside is not asked', async () => {
  for (const url of [
    'http://169.254.169.254/meta',
    'http://10.0.0.7/clip.mp4',
    'file:///etc/passwd',
    'http://[::1]:1/x',
  ]) {
    const { model } = await falAt(() => ({ json: { video: { url } } }));
    const job = jobIn(await submit([model]));
    expect(await faultIn(vendorsEngine.fetch!(model, job, contextOf()))).toMatchObject({
      kind: 'refused',
      failure: { code: 'address_refused' },
    });
  }
});

test('what a failed start means for the money', async () => {
  const starting = async (
    answer: () => ReturnType<Answering>,
    timeouts?: Parameters<typeof createVendorsEngine>[0],
  ) => {
    const { model } = await at('fal/kling-4', '/fal', answer);
    return faultIn(submit([model], createVendorsEngine(timeouts)));
  };
  expect(
    (await starting(() => ({ status: 422, json: { detail: [{ msg: 'no', type: 'value_error' }] } }))).kind,
  ).toBe('refused');
  expect(await starting(() => ({ status: 401, json: { detail: 'test-key is wrong' } }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'key_refused', message: expect.not.stringMatching(/test-key/) },
  });
  expect(await starting(() => ({ status: 429, headers: { 'retry-after': '7' }, json: {} }))).toMatchObject({
    kind: 'busy',
    retryAfter: 7000,
  });
  expect((await starting(() => ({ status: 503, json: {} }))).kind).toBe('unclear');
  expect((await starting(() => ({ json: { odd: 1 } }))).kind).toBe('unclear');
  expect((await starting(() => ({ body: 'not json' }))).kind).toBe('unclear');
  expect((await starting(() => 'cut')).kind).toBe('unclear');
  expect((await starting(() => 'silent', { create: 150, ask: 150, fetch: 150 })).kind).toBe('unclear');
  const nowhere = modelAt('fal/kling-4', await nobody());
  expect((await faultIn(submit([nowhere]))).kind).toBe('unreachable');
  const model = modelAt('fal/kling-4', await nobody());
  const keyless = vendorsEngine.submit(askOf(model), openLedger(), contextOf({ key: undefined }));
  expect(await faultIn(keyless)).toMatchObject({ kind: 'refused', failure: { code: 'no_key' } });
});

test('Google: frames by their roles; the file wants the key, which stays with Google', async () => {
  const { model, taken } = await at('google/veo-3.1', '/google/v1beta', ({ path, method }, origin) => {
    if (method === 'POST') return { json: { name: 'models/veo/operations/op1' } };
    if (path.includes('/files/')) return { body: 'veo', headers: { 'content-type': 'video/mp4' } };
    const sample = { video: { uri: `${origin}/google/v1beta/files/f1:download?alt=media` } };
    return {
      json: { name: 'op1', done: true, response: { generateVideoResponse: { generatedSamples: [sample] } } },
    };
  });
  const job = jobIn(
    await submit([model, { start: frames, seconds: 8, seed: 0, size: { width: 720, height: 1280 } }]),
  );
  expect(taken[0]?.path).toBe('/google/v1beta/models/veo-3.1-generate-preview:predictLongRunning');
  const encoded = { bytesBase64Encoded: png.toString('base64'), mimeType: 'image/png' };
  expect(taken[0]?.json()).toEqual({
    instances: [{ prompt: 'the card rises', image: encoded, lastFrame: encoded }],
    parameters: { sampleCount: 1, aspectRatio: '9:16', resolution: '720p', durationSeconds: 8, seed: 0 },
  });
  expect(job).toEqual({
    vendorId: 'models/veo/operations/op1',
    operation: { operationName: 'models/veo/operations/op1' },
  });
  expect(await vendorsEngine.poll!(model, job, contextOf())).toMatchObject({ state: 'completed' });
  const file = await vendorsEngine.fetch!(model, { vendorId: job.vendorId }, contextOf());
  expect(Buffer.from(await allOf(file)).toString()).toBe('veo');
  expect(taken.at(-1)?.path).toBe('/google/v1beta/files/f1:download?alt=media');
  expect(taken.at(-1)?.headers.get('x-goog-api-key')).toBe('test-key');
});

test('Google: its own extension names the footage beside the words', async () => {
  const { model, taken } = await at('google/veo-3.1', '/google/v1beta', ({ method }, origin) => {
    if (method === 'POST') return { json: { name: 'models/veo/operations/op2' } };
    const sample = { video: { uri: `${origin}/google/v1beta/files/f1:download?alt=media` } };
    return { json: { done: true, response: { generateVideoResponse: { generatedSamples: [sample] } } } };
  });
  const start = { kind: 'extend' as const, vendorId: 'models/veo/operations/op1' };
  const ledger = await submit([model, { start, seconds: 7 }]);
  expect(taken.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(taken[1]?.json()).toEqual({
    instances: [
      { prompt: 'the card rises', video: { uri: expect.stringMatching(/files\/f1:download\?alt=media$/) } },
    ],
    parameters: { sampleCount: 1, aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
  });
  expect(JSON.stringify(ledger.lines)).not.toMatch(/test-key/);
});

test('Google: what the safety check took away is said, as are failures', async () => {
  const answers = [
    {
      done: true,
      response: {
        generateVideoResponse: {
          raiMediaFilteredCount: 1,
          raiMediaFilteredReasons: ['The image contains a photorealistic child.'],
        },
      },
    },
    { done: true, error: { code: 13, message: 'Internal', status: 'INTERNAL' } },
    { done: true, response: {} },
    { done: false },
  ];
  const { model } = await at('google/veo-3.1', '/google/v1beta', () => ({ json: answers.shift() }));
  const look = () => vendorsEngine.poll!(model, { vendorId: 'models/veo/operations/op1' }, contextOf());
  expect(await look()).toMatchObject({ state: 'failed', error: { code: 'faces_refused' } });
  expect(await look()).toMatchObject({
    state: 'failed',
    error: { code: 'vendor_failed', message: expect.stringMatching(/Internal/) },
  });
  expect(await look()).toMatchObject({ state: 'failed', error: { code: 'vendor_failed' } });
  expect(await look()).toEqual({ state: 'running', progress: null });
});

test('Replicate: fields by their own names, a list of files, and cancel', async () => {
  const { model, taken } = await at('replicate/veo-3.1', '/replicate/v1', ({ method, path }, origin) => {
    const urls = { get: `${origin}/replicate/v1/predictions/p1` };
    if (path.endsWith('/cancel')) return { json: { id: 'p1', status: 'canceled' } };
    if (method === 'POST') return { status: 201, json: { id: 'p1', status: 'starting', urls } };
    if (path === '/out.mp4') return { body: 'rep', headers: { 'content-type': 'video/mp4' } };
    return { json: { id: 'p1', status: 'succeeded', output: [`${origin}/out.mp4`], urls } };
  });
  const job = jobIn(await submit([model, { start: frames, seconds: 8, sound: true, seed: 0 }]));
  expect(taken[0]?.path).toBe('/replicate/v1/models/google/veo-3.1/predictions');
  expect(taken[0]?.json()).toEqual({
    input: {
      prompt: 'the card rises',
      image: data,
      last_frame: data,
      aspect_ratio: '16:9',
      duration: 8,
      resolution: '720p',
      generate_audio: true,
      seed: 0,
    },
  });
  expect(await vendorsEngine.poll!(model, job, contextOf())).toMatchObject({ state: 'completed' });
  const file = await vendorsEngine.fetch!(model, { vendorId: 'p1' }, contextOf());
  expect(Buffer.from(await allOf(file)).toString()).toBe('rep');
  expect(await vendorsEngine.cancel!(model, job, contextOf())).toBe('stopped');
});

test('Replicate: a failure says why', async () => {
  const { model } = await at('replicate/veo-3.1', '/replicate/v1', (_, origin) => ({
    json: {
      id: 'p1',
      status: 'failed',
      error: 'The input was flagged as NSFW',
      urls: { get: `${origin}/replicate/v1/predictions/p1` },
    },
  }));
  expect(await vendorsEngine.poll!(model, { vendorId: 'p1' }, contextOf())).toMatchObject({
    state: 'failed',
    error: { code: 'moderation_blocked' },
  });
});

test('xAI: progress and what it cost come from the answer; its own extension is told where its footage is', async () => {
  const answers = [
    { status: 202, json: { status: 'pending', progress: 30 } },
    {
      status: 200,
      json: {
        status: 'done',
        video: { url: 'https://files.example/1.mp4' },
        usage: { cost_in_usd_ticks: 3.5e9 },
      },
    },
    { status: 200, json: { status: 'done', video: { url: 'https://files.example/1.mp4' } } },
    { status: 200, json: { status: 'done', video: { url: '', respect_moderation: false } } },
  ];
  const { model, taken } = await at('xai/grok-imagine', '/xai/v1', ({ method }) =>
    method === 'POST' ? { json: { request_id: 'x1' } } : (answers.shift() ?? {}),
  );
  const job = jobIn(await submit([model, { start: still, size: { width: 480, height: 854 } }]));
  expect(taken[0]?.json()).toEqual({
    model: 'grok-imagine-video',
    prompt: 'the card rises',
    duration: 5,
    aspect_ratio: '9:16',
    resolution: '480p',
    generate_audio: false,
    image: { url: data },
  });
  const look = () => vendorsEngine.poll!(model, job, contextOf());
  expect(await look()).toEqual({ state: 'running', progress: 0.3 });
  expect(await look()).toEqual({ state: 'completed', cost: 0.35 });
  await submit([model, { start: { kind: 'extend', vendorId: 'x1' }, seconds: 6 }]);
  expect(taken.at(-2)?.path).toBe('/xai/v1/videos/x1');
  expect(taken.at(-1)).toMatchObject({ method: 'POST', path: '/xai/v1/videos/extensions' });
  expect(taken.at(-1)?.json()).toEqual({
    model: 'grok-imagine-video',
    prompt: 'the card rises',
    duration: 6,
    video: { url: 'https://files.example/1.mp4' },
  });
  expect(await look()).toMatchObject({ state: 'failed', error: { code: 'moderation_blocked' } });
  expect(await vendorsEngine.cancel!(model, job, contextOf())).toBe('running');
});

test('Alibaba: frames as media, tiers and ratio; a failed task says why', async () => {
  const answers = [
    { output: { task_id: 't1', task_status: 'RUNNING' } },
    {
      output: {
        task_id: 't1',
        task_status: 'FAILED',
        code: 'DataInspectionFailed',
        message: 'Input data may contain inappropriate content.',
      },
    },
  ];
  const { model, taken } = await at('alibaba/wan-3.0', '/alibaba', ({ method, path }) => {
    if (path.endsWith('/cancel'))
      return { status: 400, json: { code: 'UnsupportedOperation', message: 'not pending' } };
    return {
      json: method === 'POST' ? { output: { task_id: 't1', task_status: 'PENDING' } } : answers.shift(),
    };
  });
  const job = jobIn(await submit([model, { start: frames, sound: true, size: { width: 832, height: 480 } }]));
  expect(taken[0]?.path).toBe('/alibaba/api/v1/services/aigc/video-generation/video-synthesis');
  expect(taken[0]?.headers.get('x-dashscope-async')).toBe('enable');
  expect(taken[0]?.json()).toEqual({
    model: 'wan3.0-video',
    input: {
      prompt: 'the card rises',
      media: [
        { type: 'first_frame', url: data },
        { type: 'last_frame', url: data },
      ],
    },
    parameters: { duration: 5, resolution: '480P', ratio: '16:9', audio: true },
  });
  expect(await vendorsEngine.poll!(model, job, contextOf())).toEqual({ state: 'running', progress: null });
  expect(await vendorsEngine.poll!(model, job, contextOf())).toMatchObject({
    state: 'failed',
    error: { code: 'moderation_blocked' },
  });
  expect(await vendorsEngine.cancel!(model, job, contextOf())).toBe('running');
});
