import { makeBoard } from '@animatic/db/testing';
import { problemSchema, renderListSchema, renderSchema, storyboardRecordSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeRender } from '../../testing/make-take.ts';
import { type Person, pngOf, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn();
});
afterAll(() => server.close());

const renderOf = async (answer: Response) => renderSchema.parse(await answer.json());
const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());
async function board(person = anna) {
  const still = await pngOf(42);
  await person.upload(still.bytes);
  const answer = await person.post('/v1/storyboards', { document: makeBoard([still]) });
  return { ...storyboardRecordSchema.parse(await answer.json()), still };
}

test('the same key never makes two renders, also when it is sent ten times at once', async () => {
  const { id } = await board();
  const ask = () => anna.post('/v1/renders', { storyboardId: id }, { 'Idempotency-Key': 'press-1' });
  const answers = await Promise.all(Array.from({ length: 10 }, ask));
  const renders = await Promise.all(answers.map(renderOf));
  expect(new Set(renders.map((render) => render.id)).size).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(server.enqueued.filter((renderId) => renderId === renders[0]?.id)).toHaveLength(1);
  const other = await renderOf(
    await anna.post('/v1/renders', { storyboardId: id }, { 'Idempotency-Key': 'press-2' }),
  );
  expect(other.id).not.toBe(renders[0]?.id);
});

test('a key that was used for something else is refused, and another workspace may use the same', async () => {
  const [one, two] = [await board(), await board()];
  const ask = (person: Person, storyboardId: string) =>
    person.post('/v1/renders', { storyboardId }, { 'Idempotency-Key': 'shared' });
  expect((await ask(anna, one.id)).status).toBe(201);
  const refused = await ask(anna, two.id);
  expect(refused.status).toBe(422);
  expect((await problemOf(refused)).code).toBe('idempotency_key_reused');
  const bert = await server.signIn('Bert');
  expect((await ask(bert, (await board(bert)).id)).status).toBe(201);
});

test('a wake-up that cannot be sent leaves no render and spends no key', async () => {
  const broken = await testApp(
    inject('databaseUrl'),
    {},
    {
      enqueue: () => Promise.reject(new Error('no queue')),
    },
  );
  const person = await broken.signIn();
  const { id } = await board(person);
  const answer = await person.post('/v1/renders', { storyboardId: id }, { 'Idempotency-Key': 'k' });
  expect(answer.status).toBe(500);
  expect(renderListSchema.parse(await (await person.get('/v1/renders')).json()).renders).toEqual([]);
  expect(await broken.deps.sql`select 1 from idempotency_key`).toHaveLength(0);
  await broken.close();
});

test('a stale revision is refused with 409, and says which is the newest', async () => {
  const made = await board();
  const document = makeBoard([made.still], { title: 'Renamed' });
  const save = (revision: number) => anna.put(`/v1/storyboards/${made.id}`, { revision, document });
  const answers = await Promise.all([save(1), save(1), save(1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const stale = await save(1);
  expect(await problemOf(stale)).toMatchObject({
    code: 'stale_revision',
    errors: [{ path: 'revision', allowed: '2, the newest.' }],
  });
  expect(storyboardRecordSchema.parse(await (await save(2)).json())).toMatchObject({
    revision: 3,
    title: 'Renamed',
  });
});

test('renders the newest revision, or the one that is asked for', async () => {
  const made = await board();
  await anna.put(`/v1/storyboards/${made.id}`, { revision: 1, document: makeBoard([made.still]) });
  const ask = (revision?: number) => anna.post('/v1/renders', { storyboardId: made.id, revision });
  expect((await renderOf(await ask())).revision).toBe(2);
  expect((await renderOf(await ask(1))).revision).toBe(1);
  const unknown = await ask(3);
  expect(unknown.status).toBe(422);
  expect(await problemOf(unknown)).toMatchObject({
    code: 'unknown_revision',
    errors: [{ allowed: '1 to 2' }],
  });
});

test('a storyboard whose stills are missing or of another size is refused, with the places', async () => {
  const still = await pngOf(43);
  const absent = { hash: 'd'.repeat(64), width: 16, height: 9 };
  await anna.upload(still.bytes);
  const create = (document: unknown) => anna.post('/v1/storyboards', { document });
  expect(await problemOf(await create(makeBoard([still, absent])))).toMatchObject({
    status: 422,
    code: 'missing_stills',
    errors: [{ path: 'document.shots.1.still.tiles.0.still' }],
  });
  expect(await problemOf(await create(makeBoard([{ ...still, width: 17 }])))).toMatchObject({
    status: 422,
    code: 'still_size_differs',
    errors: [{ path: 'document.shots.0.still.tiles.0.still', allowed: expect.stringContaining('16 × 9') }],
  });
});

test('lists page by page, newest first, and by where the board came from', async () => {
  const person = await server.signIn('Pages');
  const ids: string[] = [];
  for (const source of ['a', 'b', 'a', 'a']) ids.unshift((await makeRender(person, { source })).renderId);
  const list = async (query: string) =>
    renderListSchema.parse(await (await person.get(`/v1/renders?${query}`)).json());
  const first = await list('limit=3');
  expect(first.renders.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  const second = await list(`limit=3&after=${first.next}`);
  expect(second.renders.map(({ id }) => id)).toEqual(ids.slice(3));
  expect(second.next).toBeNull();
  expect((await list('source=b')).renders).toHaveLength(1);
  expect((await list('source=nobody')).renders).toEqual([]);
});

test('says how many wait before it', async () => {
  const person = await server.signIn('Queue');
  const first = await makeRender(person);
  const second = await makeRender(person);
  const placeOf = async (id: string) => (await renderOf(await person.get(`/v1/renders/${id}`))).place ?? 0;
  expect((await placeOf(second.renderId)) - (await placeOf(first.renderId))).toBe(1);
});
