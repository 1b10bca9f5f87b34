import { serverSentEvents } from '@animatic/client';
import { notifyRender } from '@animatic/db';
import { type Render, renderSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeRender } from '../../testing/make-take.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

const LONG = 600_000;
let server: TestApp;
let anna: Person;
beforeAll(async () => {
  // Nothing is read again by time here: what arrives was told.
  server = await testApp(inject('databaseUrl'), {}, { timing: { reread: LONG, heartbeat: LONG } });
  anna = await server.signIn();
});
afterAll(() => server.close());

async function follow(person: Person, id: string) {
  const answer = await person.get(`/v1/renders/${id}/events`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('text/event-stream');
  const events = serverSentEvents(answer.body!);
  return {
    async next(): Promise<Render | undefined> {
      const { done, value } = await events.next();
      return done ? undefined : renderSchema.parse(JSON.parse(value));
    },
    leave: () => events.return(undefined),
  };
}

const change = (app: TestApp, id: string, state: Render['state'], stage: string) =>
  app.deps.db.transaction(async (tx) => {
    await app.deps.sql`update render set state = ${state}, stage = ${stage}, progress = 0.5 where id = ${id}`;
    await notifyRender(tx, id);
  });

test('begins with the render as it stands, tells each change, and ends when it is over', async () => {
  const { renderId } = await makeRender(anna);
  const events = await follow(anna, renderId);
  expect(await events.next()).toMatchObject({ id: renderId, state: 'queued' });
  await change(server, renderId, 'rendering', 'Drawing shot 1 of 1');
  expect(await events.next()).toMatchObject({
    state: 'rendering',
    stage: 'Drawing shot 1 of 1',
    progress: 0.5,
  });
  await change(server, renderId, 'done', 'Done');
  expect(await events.next()).toMatchObject({ state: 'done' });
  expect(await events.next()).toBeUndefined();
});

test('tells several at once, each its own', async () => {
  const [one, two] = [await makeRender(anna), await makeRender(anna)];
  const [a, b, other] = await Promise.all([
    follow(anna, one.renderId),
    follow(anna, one.renderId),
    follow(anna, two.renderId),
  ]);
  for (const events of [a, b, other]) await events.next();
  await change(server, one.renderId, 'failed', 'Failed');
  expect(await a.next()).toMatchObject({ id: one.renderId, state: 'failed' });
  expect(await b.next()).toMatchObject({ id: one.renderId, state: 'failed' });
  await anna.delete(`/v1/renders/${two.renderId}`);
  expect(await other.next()).toMatchObject({ id: two.renderId, state: 'cancelled' });
});

test('a render that is over is told once', async () => {
  const { renderId } = await makeRender(anna);
  await anna.delete(`/v1/renders/${renderId}`);
  const events = await follow(anna, renderId);
  expect(await events.next()).toMatchObject({ state: 'cancelled' });
  expect(await events.next()).toBeUndefined();
});

test('sees a change that nobody told of, by reading again', async () => {
  const patient = await testApp(inject('databaseUrl'), {}, { timing: { reread: 20, heartbeat: LONG } });
  const person = await patient.signIn();
  const { renderId } = await makeRender(person);
  const events = await follow(person, renderId);
  await events.next();
  await patient.deps.sql`update render set state = 'done' where id = ${renderId}`;
  expect(await events.next()).toMatchObject({ state: 'done' });
  await patient.close();
});

test('keeps the line warm, and closes it when the token is revoked', async () => {
  const warm = await testApp(inject('databaseUrl'), {}, { timing: { reread: 10, heartbeat: 20 } });
  const person = await warm.signIn();
  const { renderId } = await makeRender(person);
  const answer = await person.get(`/v1/renders/${renderId}/events`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n: still here\n') && !text.includes('\n\n: still here'))
    text += (await reader.read()).value ?? '';
  await warm.deps.sql`delete from session where id = ${person.sessionId}`;
  let ended = false;
  while (!ended) ended = (await reader.read()).done;
  await warm.close();
  expect(ended).toBe(true);
});

test('lets go when the process ends', async () => {
  const closing = new AbortController();
  const ending = await testApp(
    inject('databaseUrl'),
    {},
    {
      timing: { reread: LONG, heartbeat: LONG },
      closing: closing.signal,
    },
  );
  const person = await ending.signIn();
  const { renderId } = await makeRender(person);
  const events = await follow(person, renderId);
  await events.next();
  closing.abort();
  expect(await events.next()).toBeUndefined();
  await ending.close();
});
