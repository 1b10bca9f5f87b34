import { forWorkspace } from '@animatic/db';
import { budgetSchema, problemSchema, usageSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeGenerating, modelKeys } from '../../testing/make-generation.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';
import { monthOf } from './get-usage.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), modelKeys);
  anna = await server.signIn();
});
afterAll(() => server.close());

test('adds up what was spent this month, by kind and model, and what is promised', async () => {
  const { generation } = await makeGenerating(anna);
  const { usage } = forWorkspace(server.deps.db, anna.workspaceId);
  await usage.add({ kind: 'generation', amount: 1, cost: 0.5, generationId: generation.id });
  await usage.add({ kind: 'director', amount: 1, cost: 0.25 });
  const read = async (query = '') => usageSchema.parse(await (await anna.get(`/v1/usage${query}`)).json());
  expect(await read()).toMatchObject({
    from: monthOf(new Date()).toISOString(),
    total: 0.75,
    reserved: generation.estimatedCost,
    kinds: [
      { kind: 'director', amount: 1, cost: 0.25 },
      { kind: 'generation', amount: 1, cost: 0.5 },
    ],
    models: [{ model: generation.model, count: 1, cost: 0.5 }],
  });
  expect(await read('?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')).toMatchObject({
    total: 0,
    kinds: [],
  });
  const backwards = await anna.get('/v1/usage?from=2020-02-01T00:00:00Z&to=2020-01-01T00:00:00Z');
  expect(problemSchema.parse(await backwards.json())).toMatchObject({ code: 'invalid_input' });
});

test('a budget is no limit until it is set, and can be lifted again', async () => {
  const read = async () => budgetSchema.parse(await (await anna.get('/v1/budget')).json());
  expect(await read()).toEqual({ month: null, render: null });
  await anna.put('/v1/budget', { month: 20, render: 2.5 });
  expect(await read()).toEqual({ month: 20, render: 2.5 });
  await anna.put('/v1/budget', { month: null, render: 0 });
  expect(await read()).toEqual({ month: null, render: 0 });
  for (const wrong of [{ month: -1, render: null }, { month: 20 }, { month: 'much', render: null }])
    expect((await anna.put('/v1/budget', wrong)).status).toBe(422);
});
