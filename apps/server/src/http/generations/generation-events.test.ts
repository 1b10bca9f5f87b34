import { serverSentEvents } from '@animatic/client';
import { notifyGenerations } from '@animatic/db';
import { generationListSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  endGeneration,
  finishGeneration,
  makeGenerating,
  modelKeys,
  wordsShot,
} from '../../testing/make-generation.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

const LONG = 600_000;
let server: TestApp;
let anna: Person;
beforeAll(async () => {
  // Nothing is read again by time here: what arrives was told.
  server = await testApp(inject('databaseUrl'), modelKeys, { timing: { reread: LONG, heartbeat: LONG } });
  anna = await server.signIn();
});
afterAll(() => server.close());

async function follow(ids: readonly string[]) {
  const answer = await anna.get(`/v1/generations/events?ids=${ids.join(',')}`);
  expect(answer.status).toBe(200);
  const events = serverSentEvents(answer.body!);
  return {
    async states() {
      const { done, value } = await events.next();
      return done
        ? undefined
        : generationListSchema.parse(JSON.parse(value)).generations.map(({ state }) => state);
    },
  };
}

test('begins with all as they stand, tells whichever changed, and ends when all are settled', async () => {
  const { generations } = await makeGenerating(anna, [wordsShot('a'), wordsShot('b')]);
  const [first, second] = generations;
  if (!first || !second) throw new Error('two shots were asked for');
  const ids = [first.id, second.id];
  const events = await follow(ids);
  expect(await events.states()).toEqual(['queued', 'queued']);
  await finishGeneration(server, anna, second);
  await notifyGenerations(server.deps.db, [second.id]);
  expect(await events.states()).toEqual(['queued', 'done']);
  // It waits for a person: nothing more happens by itself.
  await endGeneration(server, first, 'needs_review');
  await notifyGenerations(server.deps.db, [first.id]);
  expect(await events.states()).toEqual(['needs_review', 'done']);
  expect(await events.states()).toBeUndefined();
});

test('a render that waits for models tells how they stand', async () => {
  const { render, generation } = await makeGenerating(anna);
  const answer = await anna.get(`/v1/renders/${render.id}/events`);
  const events = serverSentEvents(answer.body!);
  expect(JSON.parse(String((await events.next()).value))).toMatchObject({ state: 'generating' });
  await server.deps.sql`update generation set state = 'running', progress = 0.4 where id = ${generation.id}`;
  await notifyGenerations(server.deps.db, [generation.id]);
  expect(JSON.parse(String((await events.next()).value))).toMatchObject({
    progress: 0.4,
    shots: [{ generations: [{ state: 'running' }] }],
  });
  await events.return(undefined);
});
