import {
  type Generation,
  generationListSchema,
  generationSchema,
  problemSchema,
  renderSchema,
} from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  endGeneration,
  finishGeneration,
  IMAGE_MODEL,
  makeGenerating,
  modelKeys,
  VIDEO_MODEL,
  wordsShot,
} from '../../testing/make-generation.ts';
import { type Person, pngOf, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), modelKeys);
  anna = await server.signIn();
});
afterAll(() => server.close());

const one = async (answer: Response) => generationSchema.parse(await answer.json());
const list = async (answer: Response) => generationListSchema.parse(await answer.json()).generations;
const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());
const get = async ({ id }: Pick<Generation, 'id'>) => one(await anna.get(`/v1/generations/${id}`));

test('asks for pictures, one a variation, and the same key never asks twice', async () => {
  const still = await pngOf(12);
  await anna.upload(still.bytes);
  const body = {
    model: IMAGE_MODEL,
    prompt: 'On a bottle',
    inputs: [still.hash],
    variations: 3,
    shotId: 'bottle',
  };
  const ask = () => anna.post('/v1/generations', body, { 'Idempotency-Key': 'press' });
  const answers = await Promise.all(Array.from({ length: 5 }, ask));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
  const made = await Promise.all(answers.map(list));
  expect(new Set(made.flat().map(({ id }) => id)).size).toBe(3);
  expect(made[0]).toMatchObject([
    {
      kind: 'image',
      state: 'queued',
      variation: 0,
      model: IMAGE_MODEL,
      prompt: 'On a bottle',
      shotId: 'bottle',
    },
    { variation: 1 },
    { variation: 2 },
  ]);
  const found = await list(await anna.get('/v1/generations?shot=bottle'));
  expect(found.map(({ id }) => id).sort()).toEqual((made[0] ?? []).map(({ id }) => id).sort());
  const reused = await anna.post(
    '/v1/generations',
    { ...body, prompt: 'Other' },
    { 'Idempotency-Key': 'press' },
  );
  expect((await problemOf(reused)).code).toBe('idempotency_key_reused');
});

test.each([
  ['a model that is not there', { model: 'nobody/none' }, 'unknown_model', 'model'],
  ['a model of another kind', { model: VIDEO_MODEL }, 'not_allowed_by_model', 'model'],
  ['a picture that is not there', { inputs: ['a'.repeat(64)] }, 'missing_stills', 'inputs.0'],
  ['a look that is not there', { style: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'unknown_style', 'style'],
  ['a mask without a picture', { mask: 'b'.repeat(64) }, 'missing_stills', 'mask'],
  ['no words', { prompt: '' }, 'invalid_input', 'prompt'],
])('refuses %s, and says where', async (_, change, code, path) => {
  const answer = await anna.post('/v1/generations', { model: IMAGE_MODEL, prompt: 'On a bottle', ...change });
  expect(answer.status).toBe(422);
  const problem = await problemOf(answer);
  expect(problem.code).toBe(code);
  expect(problem.errors?.[0]?.path).toBe(path);
});

test('what a server has no key for is refused, and says what it wants', async () => {
  const keyless = await testApp(inject('databaseUrl'));
  const person = await keyless.signIn();
  const answer = await person.post('/v1/generations', { model: IMAGE_MODEL, prompt: 'On a bottle' });
  const problem = await problemOf(answer);
  expect(problem.code).toBe('model_unavailable');
  expect(problem.detail).toContain('OPENAI_API_KEY');
  await keyless.close();
});

test('reads those that are named, and leaves out what is not there', async () => {
  const { generations } = await makeGenerating(anna, [wordsShot('a', { variations: 2 })]);
  const ids = generations.map(({ id }) => id);
  const gone = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(await list(await anna.get(`/v1/generations?ids=${[...ids, gone].join(',')}`))).toHaveLength(2);
  expect((await anna.get(`/v1/generations/${gone}`)).status).toBe(404);
  for (const query of ['', '?ids=', '?ids=x', `?ids=${ids[0]}&shot=a`])
    expect((await problemOf(await anna.get(`/v1/generations${query}`))).code).toBe('invalid_input');
});

test('cancels one that waits, and the render that waited for it says so', async () => {
  const { generation, render } = await makeGenerating(anna);
  const cancelled = await one(await anna.delete(`/v1/generations/${generation.id}`));
  expect(cancelled).toMatchObject({ state: 'cancelled' });
  const after = renderSchema.parse(await (await anna.get(`/v1/renders/${render.id}`)).json());
  expect(after.state).toBe('failed');
  expect(after.error?.message).toBeTruthy();
});

test('retries one that failed with a new one, and refuses one that did not', async () => {
  const { generation, render } = await makeGenerating(anna);
  const retry = () => anna.post(`/v1/generations/${generation.id}/retry`, {});
  const refused = await retry();
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).code).toBe('not_failed');
  await endGeneration(server, generation, 'failed');
  const again = await one(await retry());
  expect(again).toMatchObject({ state: 'queued', shotId: generation.shotId });
  expect(again.id).not.toBe(generation.id);
  const after = renderSchema.parse(await (await anna.get(`/v1/renders/${render.id}`)).json());
  expect(after.shots[0]?.generations.map(({ id }) => id)).toEqual([again.id]);
});

test('a person decides on what may have been made, told what the second try costs', async () => {
  const { generations } = await makeGenerating(anna, [wordsShot('r', { variations: 2 })]);
  const [first, second] = generations;
  if (!first || !second) throw new Error('two variations were asked for');
  const review = (of: Generation, body: unknown) => anna.post(`/v1/generations/${of.id}/review`, body);
  expect((await problemOf(await review(first, { decision: 'again' }))).code).toBe('not_in_review');
  await endGeneration(server, first, 'needs_review');
  await endGeneration(server, second, 'needs_review');
  expect((await get(first)).review).toEqual({ reason: 'The connection broke.', again: first.estimatedCost });
  expect(await one(await review(first, { decision: 'again' }))).toMatchObject({
    state: 'queued',
    review: null,
  });
  const made = await one(await review(second, { decision: 'made', vendorId: 'req_42' }));
  expect(made).toMatchObject({ state: 'running', review: null });
  expect((await problemOf(await review(first, { decision: 'perhaps' }))).code).toBe('invalid_input');
});

test('sends what was made, in parts too, and nothing while there is nothing', async () => {
  const { generation } = await makeGenerating(anna);
  const path = `/v1/generations/${generation.id}`;
  for (const part of ['media', 'poster', 'partial'])
    expect((await anna.get(`${path}/${part}`)).status).toBe(404);
  const { clip, poster, hash } = await finishGeneration(server, anna, generation);
  const { result } = await get(generation);
  expect(result).toMatchObject({
    url: `${path}/media`,
    poster: `${path}/poster`,
    hash,
    width: 1280,
    height: 720,
  });
  const answer = await anna.get(`${path}/media`);
  expect(answer.headers.get('Content-Type')).toBe('video/mp4');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(answer.headers.get('ETag')).toBe(`"${hash}"`);
  expect(await answer.text()).toBe(clip);
  const part = await anna.get(`${path}/media`, { Range: 'bytes=2-5' });
  expect([part.status, await part.text()]).toEqual([206, clip.slice(2, 6)]);
  expect((await anna.get(`${path}/media`, { 'If-None-Match': `"${hash}"` })).status).toBe(304);
  expect(await (await anna.get(`${path}/poster`)).text()).toBe(poster);
  const named = await anna.get(`${path}/media?download=Dusk`);
  expect(named.headers.get('Content-Disposition')).toContain('filename="Dusk.mp4"');
});
