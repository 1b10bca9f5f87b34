import { forWorkspace, newId } from '@animatic/db';
import { type Budget, estimateSchema, problemSchema, renderListSchema, renderSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { generationRow } from '../../models/generation-row.ts';
import {
  endGeneration,
  finishGeneration,
  makeGenerating,
  modelKeys,
  wordsBoard,
  wordsShot,
} from '../../testing/make-generation.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';
import { asksOf } from './board-asks.ts';

let server: TestApp;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), modelKeys);
});
afterAll(() => server.close());

/** Kling 4 costs $0.157 a second, of which five are asked for. */
const COST = 0.785;

const estimate = async (person: Person, body: unknown) =>
  estimateSchema.parse(await (await person.post('/v1/renders/estimate', body)).json());
const ofShots = (...shots: ReturnType<typeof wordsShot>[]) => ({ document: wordsBoard(shots) });
async function limited(budget: Budget) {
  const person = await server.signIn();
  expect((await person.put('/v1/budget', budget)).status).toBe(200);
  return person;
}
async function keep(person: Person, ...shots: ReturnType<typeof wordsShot>[]) {
  const board = await person.post('/v1/storyboards', { document: wordsBoard(shots) });
  expect(board.status).toBe(201);
  return ((await board.json()) as { id: string }).id;
}
const render = (person: Person, storyboardId: string, key = newId()) =>
  person.post('/v1/renders', { storyboardId }, { 'Idempotency-Key': key });

test('says shot by shot what it would cost, of a document and of a kept board alike', async () => {
  const person = await limited({ month: 10, render: null });
  const shots = [wordsShot('one'), wordsShot('three', { variations: 3 })];
  const answer = await estimate(person, ofShots(...shots));
  expect(answer).toEqual({
    shots: [
      { id: 'one', engine: 'vendors', model: 'fal/kling-4', cost: COST, found: 0, problem: null },
      { id: 'three', engine: 'vendors', model: 'fal/kling-4', cost: COST * 3, found: 0, problem: null },
    ],
    total: COST * 4,
    unknown: 0,
    budget: { month: 10, render: null, spent: 0, reserved: 0, passes: false },
  });
  expect(await estimate(person, { storyboardId: await keep(person, ...shots) })).toEqual(answer);
});

test('what was paid for or is under way costs nothing again, and is promised of the budget', async () => {
  const person = await limited({ month: 10, render: null });
  const { generation } = await makeGenerating(person, [wordsShot('same')]);
  const again = await estimate(person, ofShots(wordsShot('same'), wordsShot('other')));
  expect(again.shots).toMatchObject([
    { found: 1, cost: 0 },
    { found: 0, cost: COST },
  ]);
  expect(again.budget).toMatchObject({ spent: 0, reserved: COST });
  await finishGeneration(server, person, generation);
  expect((await estimate(person, ofShots(wordsShot('same')))).shots).toMatchObject([{ found: 1, cost: 0 }]);
  const newTake = await estimate(person, ofShots(wordsShot('same', { take: 1 })));
  expect(newTake.shots).toMatchObject([{ found: 0, cost: COST }]);
});

test('the same asked twice on one board is counted once', async () => {
  const person = await server.signIn();
  const words = 'A city at dusk';
  const answer = await estimate(person, ofShots(wordsShot('a', {}, words), wordsShot('b', {}, words)));
  expect(answer.shots).toMatchObject([{ cost: COST }, { cost: 0, found: 1 }]);
  expect(answer.total).toBe(COST);
});

test('a shot that cannot be made as it is says why and what is allowed; the others are counted', async () => {
  const person = await server.signIn();
  const answer = await estimate(
    person,
    ofShots(
      wordsShot('long', { seconds: 7 }),
      wordsShot('gone', { model: 'sora-2', seconds: 8 }),
      wordsShot('priceless', { model: 'xai/grok-imagine', seconds: 5 }),
      wordsShot('unknown', { model: 'nobody' }),
      wordsShot('fine'),
    ),
  );
  expect(answer.shots.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('Allowed:'),
    expect.stringContaining('2026-09-24'),
    expect.stringContaining('XAI_API_KEY'),
    expect.stringContaining('no model nobody'),
    null,
  ]);
  expect(answer).toMatchObject({ total: COST, unknown: 0 });
});

test('says where nobody knows the price', async () => {
  const keyed = await testApp(inject('databaseUrl'), { ...modelKeys, XAI_API_KEY: 'none' });
  const person = await keyed.signIn();
  const shot = wordsShot('priceless', { model: 'xai/grok-imagine', seconds: 5 });
  const answer = await estimate(person, ofShots(shot, wordsShot('fine')));
  expect(answer).toMatchObject({ shots: [{ cost: null, problem: null }, {}], unknown: 1, total: COST });
  await keyed.close();
});

test('says that it would pass the budget, of the month and of a render', async () => {
  const shots = ofShots(wordsShot('a'), wordsShot('b'));
  const passes = async (budget: Budget) => (await estimate(await limited(budget), shots)).budget.passes;
  expect(await passes({ month: 1, render: null })).toBe(true);
  expect(await passes({ month: null, render: 1.5 })).toBe(true);
  expect(await passes({ month: 1.57, render: 1.57 })).toBe(false);
});

test('a render is refused with its places before anything is written down', async () => {
  const person = await server.signIn();
  const id = await keep(person, wordsShot('fine'), wordsShot('long', { seconds: 7 }));
  const refused = await render(person, id, 'again');
  expect(refused.status).toBe(422);
  const problem = problemSchema.parse(await refused.json());
  expect(problem.code).toBe('not_allowed_by_model');
  expect(problem.detail).toContain('Shot 2');
  expect(problem.errors).toEqual([
    {
      path: 'document.shots.1.generation.seconds',
      message: expect.any(String),
      allowed: expect.stringContaining('5'),
    },
  ]);
  expect(renderListSchema.parse(await (await person.get('/v1/renders')).json()).renders).toEqual([]);
  expect(
    await server.deps.sql`select 1 from generation where workspace_id = ${person.workspaceId}`,
  ).toHaveLength(0);
});

test('ten renders pressed at once stay within the budget, and the refusal names the figures', async () => {
  const person = await limited({ month: 2, render: null });
  const boards = await Promise.all(
    Array.from({ length: 10 }, (_, index) => keep(person, wordsShot(`n${index}`))),
  );
  const answers = await Promise.all(boards.map((id) => render(person, id)));
  const refused = answers.filter(({ status }) => status === 422);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(refused).toHaveLength(8);
  const problem = problemSchema.parse(await refused[0]?.json());
  expect(problem.code).toBe('over_budget');
  expect(problem.detail).toMatch(/\$0\.79.*\$0\.43.*\$2\.00/);
  expect(problem.errors?.[0]?.path).toBe('budget.month');
  const { budget } = await estimate(person, ofShots(wordsShot('more')));
  expect(budget).toMatchObject({ reserved: COST * 2, passes: true });
});

test('a render waits for models, and a key that was used is answered whatever became of the model', async () => {
  const person = await server.signIn();
  const id = await keep(person, wordsShot('one', { variations: 2 }));
  const made = renderSchema.parse(await (await render(person, id, 'press')).json());
  expect(made).toMatchObject({ state: 'generating', shots: [{ engine: 'vendors', generations: [{}, {}] }] });
  expect(server.enqueued).not.toContain(made.id);
  await server.deps.sql`
    update storyboard_revision set document = jsonb_set(document, '{shots,0,generation,model}', '"nobody"')
    where storyboard_id = ${id}`;
  const again = await render(person, id, 'press');
  expect(again.status).toBe(200);
  expect(renderSchema.parse(await again.json()).id).toBe(made.id);
  expect((await render(person, id)).status).toBe(422);
});

test('what was planned is what is rendered, also where the board was saved in between', async () => {
  const person = await server.signIn();
  const id = await keep(person, wordsShot('one'));
  const workspace = forWorkspace(server.deps.db, person.workspaceId);
  const board = await workspace.storyboards.document(id, 1);
  if (!board) throw new Error('the board was not kept');
  const asks = await asksOf(workspace, server.deps.models, board);
  const document = wordsBoard([wordsShot('two')]);
  expect((await person.put(`/v1/storyboards/${id}`, { revision: 1, document })).status).toBe(200);
  const late = await workspace.renders.create({
    storyboardId: id,
    planned: 1,
    asks: new Map(asks.map(({ shot, plans }) => [shot.id, plans.map(generationRow)])),
    enqueue: server.deps.enqueue,
  });
  expect(late.render).toMatchObject({ revision: 1, shots: [{ id: 'one', generations: [{}] }] });
});

test('retrying a render asks again for the shot that failed and for no other', async () => {
  const person = await server.signIn();
  const { render: made, generations } = await makeGenerating(person, [wordsShot('good'), wordsShot('bad')]);
  const [good, bad] = generations;
  if (!good || !bad) throw new Error('two shots were asked for');
  const retry = () => person.post(`/v1/renders/${made.id}/retry`, {});
  expect(problemSchema.parse(await (await retry()).json()).code).toBe('not_failed');
  await finishGeneration(server, person, good);
  await endGeneration(server, bad, 'failed');
  const again = renderSchema.parse(await (await retry()).json());
  expect(again.state).toBe('generating');
  const [first, second] = again.shots.flatMap((shot) => shot.generations);
  expect(first).toMatchObject({ id: good.id, state: 'done' });
  expect(second).toMatchObject({ state: 'queued' });
  expect(second?.id).not.toBe(bad.id);
});
