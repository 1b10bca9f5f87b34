import { expect, test } from 'vitest';
import { askOf, contextOf, faultIn, input, modelAt, openLedger, png } from '../testing/asks.ts';
import { type Answering, nobody, type Reply, startLoopback } from '../testing/loopback.ts';
import { imagesEngine } from './index.ts';

const picture = png.toString('base64');
const usage = {
  input_tokens: 1100,
  output_tokens: 1000,
  total_tokens: 2100,
  input_tokens_details: { image_tokens: 1000, text_tokens: 100 },
};
const events = (...list: object[]): Reply => ({
  headers: { 'content-type': 'text/event-stream' },
  body: list
    .map((event) => `event: ${'type' in event ? event.type : 'error'}\ndata: ${JSON.stringify(event)}\n\n`)
    .join(''),
});
const partial = (call: string, index: number) => ({
  type: `${call}.partial_image`,
  b64_json: picture,
  output_format: 'png',
  partial_image_index: index,
});
const completed = (call: string) => ({
  type: `${call}.completed`,
  b64_json: picture,
  output_format: 'png',
  usage,
});

async function at(answer: Answering, change: Parameters<typeof modelAt>[2] = {}) {
  const server = await startLoopback(answer);
  return { ...server, model: modelAt('gpt-image-2', `${server.origin}/v1`, change) };
}
const image = { size: { width: 1536, height: 1024 }, seconds: null };

test('pictures on the way come to the ledger as they come, then what it cost, then the picture', async () => {
  const call = 'image_generation';
  const { model, taken } = await at(() =>
    events(partial(call, 0), partial(call, 1), { type: 'ping' }, completed(call)),
  );
  const ledger = openLedger();
  await imagesEngine.submit(askOf(model, image), ledger, contextOf());
  expect(ledger.lines.map(([name]) => name)).toEqual(['intent', 'partial', 'partial', 'cost', 'made']);
  expect(ledger.lines[1]?.[1]).toEqual([png.length, 'image/png']);
  expect(ledger.lines[3]?.[1]).toBeCloseTo((100 * 5 + 1000 * 8 + 1000 * 30) / 1e6);
  expect(ledger.bytes[0]?.length).toBe(png.length);
  expect(taken[0]?.path).toBe('/v1/images/generations');
  expect(taken[0]?.json()).toEqual({
    model: 'gpt-image-2',
    prompt: 'the card rises',
    size: '1536x1024',
    n: 1,
    output_format: 'png',
    stream: true,
    partial_images: 3,
    quality: 'medium',
  });
});

test('several pictures, a mask and a clear ground go to edits as files', async () => {
  const { model, taken } = await at(() => events(completed('image_edit')));
  const start = { kind: 'inputs' as const, inputs: [input(), input(png, 'image/jpeg')], mask: input() };
  const ledger = openLedger();
  await imagesEngine.submit(askOf(model, { ...image, start, transparent: true }), ledger, contextOf());
  expect(taken[0]?.path).toBe('/v1/images/edits');
  const form = await taken[0]!.form();
  expect(form.getAll('image[]')).toMatchObject([
    { type: 'image/png', name: 'picture-1.png' },
    { type: 'image/jpeg', name: 'picture-2.jpg' },
  ]);
  expect(form.get('mask')).toMatchObject({ type: 'image/png' });
  expect(form.get('background')).toBe('transparent');
  expect(ledger.lines[0]).toEqual(['intent', expect.not.objectContaining({ image: expect.anything() })]);
});

test('a server that streams nothing answers at once, with the picture or its address', async () => {
  const whole = { takes: { ...modelAt('gpt-image-2', 'http://x').takes, partials: 0 } };
  const answers: Reply[] = [
    { json: { created: 1, data: [{ b64_json: picture }], usage } },
    { json: { created: 1, data: [{ url: '/file.png' }] } },
  ];
  const { model, origin, taken } = await at(() => {
    const next = answers.shift();
    return next ?? { body: png, headers: { 'content-type': 'image/webp' } };
  }, whole);
  const first = openLedger();
  await imagesEngine.submit(askOf(model, image), first, contextOf());
  expect(first.lines.map(([name]) => name)).toEqual(['intent', 'cost', 'made']);
  answers[0] = { json: { created: 1, data: [{ url: `${origin}/file.png` }] } };
  const second = openLedger();
  await imagesEngine.submit(askOf(model, image), second, contextOf());
  expect(second.lines.at(-1)).toEqual(['made', 'image/webp']);
  expect(taken.at(-1)?.headers.get('authorization')).toBeNull();
});

const submitting = async (answer: Answering) => {
  const { model } = await at(answer);
  return faultIn(imagesEngine.submit(askOf(model, image), openLedger(), contextOf()));
};

test('a stream that ends, breaks off or fails without the picture may have been paid for', async () => {
  expect((await submitting(() => events(partial('image_generation', 0)))).kind).toBe('unclear');
  expect((await submitting(() => 'cut')).kind).toBe('unclear');
  expect((await submitting(() => ({ status: 500, json: {} }))).kind).toBe('unclear');
  const broken = await submitting((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: image_generation.partial_image\ndata: {"type":', () => response.socket?.destroy());
    return 'silent';
  });
  expect(broken.kind).toBe('unclear');
  const failed = await submitting(() =>
    events({ error: { type: 'server_error', message: 'The server had an error' } }),
  );
  expect(failed.kind).toBe('unclear');
});

test('a refusal, before or in the midst of it, is one', async () => {
  const blocked = {
    error: { code: 'moderation_blocked', message: 'Your request was rejected by the safety system.' },
  };
  expect(await submitting(() => ({ status: 400, json: blocked }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'moderation_blocked' },
  });
  expect(await submitting(() => events(partial('image_generation', 0), blocked))).toMatchObject({
    kind: 'refused',
    failure: { code: 'moderation_blocked' },
  });
  const model = modelAt('gpt-image-2', `${await nobody()}/v1`);
  expect((await faultIn(imagesEngine.submit(askOf(model, image), openLedger(), contextOf()))).kind).toBe(
    'unreachable',
  );
});

test('a picture on the way that cannot be kept does not spoil the one that was paid for', async () => {
  const call = 'image_generation';
  const { model } = await at(() => events(partial(call, 0), completed(call)));
  const ledger = openLedger();
  ledger.partial = () => Promise.reject(new Error('the store is full'));
  await imagesEngine.submit(askOf(model, image), ledger, contextOf());
  expect(ledger.lines.at(-1)?.[0]).toBe('made');
});
