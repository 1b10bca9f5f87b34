import { generationSchema, renderSchema } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { forWorkspace, type GenerationRow, tables } from '../index.ts';
import { askRow, type FreshDatabase, freshDatabase, makeBoard, makeWorkspace } from '../testing/index.ts';

let database: FreshDatabase;
let woken: string[] = [];
beforeAll(async () => {
  database = await freshDatabase(inject('databaseUrl'));
});
beforeEach(() => {
  woken = [];
});
afterAll(() => database.drop());

const enqueue = async (_tx: unknown, id: string) => void woken.push(id);
const studio = async () => forWorkspace(database.db, (await makeWorkspace(database.db)).workspaceId);
type Studio = Awaited<ReturnType<typeof studio>>;

/** Asks for a render, a shot for each list of rows. */
async function ask(ours: Studio, shots: readonly (readonly GenerationRow[])[], key?: string) {
  const document = makeBoard([], {
    shots: shots.map((rows, index) => ({
      id: `shot-${index + 1}`,
      source: { node: `1:${index + 1}`, name: `Shot ${index + 1}` },
      size: { width: 1280, height: 720 },
      caption: { direction: rows[0]?.intent.prompt ?? '' },
      duration: 2,
      engine: 'videos' as const,
      generation: { model: 'a-model', from: { kind: 'words' as const }, seconds: 4 },
    })),
  });
  const { id: storyboardId } = await ours.storyboards.create({ document });
  const asks = new Map(shots.map((rows, index) => [`shot-${index + 1}`, rows]));
  return () =>
    ours.renders
      .create({ storyboardId, asks, enqueue, ...(key ? { key } : {}) })
      .then(({ render }) => render);
}
const rowsOf = (ours: Studio) =>
  database.db
    .select()
    .from(tables.generation)
    .where(eq(tables.generation.workspaceId, ours.id))
    .orderBy(tables.generation.id);
const put = (id: string, change: Partial<typeof tables.generation.$inferInsert>) =>
  database.db.update(tables.generation).set(change).where(eq(tables.generation.id, id));

test('ten renders pressed at once are counted one after the other, and the budget holds', async () => {
  const ours = await studio();
  await ours.budget.set({ month: 5, render: null });
  const presses = await Promise.all(Array.from({ length: 10 }, () => ask(ours, [[askRow()], [askRow()]])));
  const answers = await Promise.allSettled(presses.map((press) => press()));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const [refused] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(refused).toMatchObject({
    code: 'over_budget',
    message:
      'This would cost $2.00, and $1.00 is left of the $5.00 of this month. Ask for less, or raise the budget.',
    places: [{ path: 'budget.month', allowed: '$1.00 is left.' }],
  });
  expect(await rowsOf(ours)).toHaveLength(4);
  expect(await ours.budget.standing()).toMatchObject({ spent: 0, reserved: 4, month: 5 });
});

test('the same render pressed ten times at once asks for each generation once', async () => {
  const ours = await studio();
  const press = await ask(ours, [[askRow()], [askRow(), askRow({ variation: 1 })]]);
  const renders = await Promise.all(Array.from({ length: 10 }, press));
  expect(await rowsOf(ours)).toHaveLength(3);
  for (const render of renders) expect(renderSchema.parse(render)).toMatchObject({ state: 'generating' });
  expect(renders[0]?.shots.map(({ generations }) => generations.length)).toEqual([1, 2]);
  expect(woken).toEqual([]);
});

test('what one render may cost is kept, its retries counted, too', async () => {
  const ours = await studio();
  await ours.budget.set({ month: null, render: 2.5 });
  const three = await ask(ours, [[askRow()], [askRow()], [askRow()]]);
  await expect(three()).rejects.toMatchObject({ code: 'over_budget', places: [{ path: 'budget.render' }] });
  const two = await ask(ours, [[askRow()], [askRow()]]);
  const { id } = await two();
  const [one, other] = await rowsOf(ours);
  // Paid and lost: what it cost stays counted.
  await put(one!.id, { state: 'failed', errorCode: 'gone', errorMessage: 'Gone.', cost: '1' });
  await put(other!.id, { state: 'done', cost: '1' });
  await database.db.update(tables.render).set({ state: 'failed' }).where(eq(tables.render.id, id));
  await expect(ours.renders.retry(id, { enqueue })).rejects.toMatchObject({ code: 'over_budget' });
  await ours.budget.set({ month: null, render: 3 });
  expect(await ours.renders.retry(id, { enqueue })).toMatchObject({ state: 'generating' });
  const after = await rowsOf(ours);
  expect(after.map(({ state }) => state)).toEqual(['failed', 'done', 'queued']);
});

test('what is spent by an earlier month does not count, and what is spent in this one does', async () => {
  const ours = await studio();
  await ours.usage.add({ kind: 'generation', amount: 1, cost: 3 });
  await ours.usage.add({ kind: 'director', amount: 900, cost: 0.02 });
  await database.sql`update usage set created_at = date_trunc('month', now()) - interval '1 hour'
    where workspace_id = ${ours.id} and kind = 'generation'`;
  expect((await ours.budget.standing()).spent).toBeCloseTo(0.02);
  const now = Date.now();
  const read = await ours.usage.read(new Date(now - 1000 * 3600), new Date(now + 1000));
  expect(read.kinds).toEqual([{ kind: 'director', amount: 900, cost: 0.02 }]);
});

test('a render of what is done already is queued at once and costs nothing, also over the budget', async () => {
  const ours = await studio();
  const row = askRow();
  await (await ask(ours, [[row]]))();
  const [made] = await rowsOf(ours);
  await put(made!.id, { state: 'done', cost: '1' });
  await ours.budget.set({ month: 0, render: 0 });
  const found = await (await ask(ours, [[row]]))();
  expect(found).toMatchObject({ state: 'queued', cost: 0 });
  expect(woken).toEqual([found.id]);
  expect(await ours.generations.found([row.fingerprint])).toEqual(
    new Map([[row.fingerprint, { id: made!.id, state: 'done' }]]),
  );
});

test('another workspace’s generations are neither found, read, decided, retried nor cancelled', async () => {
  const [ours, theirs] = [await studio(), await studio()];
  const row = askRow();
  await (await ask(theirs, [[row]]))();
  const [made] = await rowsOf(theirs);
  expect(await ours.generations.get(made!.id)).toBeNull();
  expect(await ours.generations.list({ ids: [made!.id] })).toEqual([]);
  expect(await ours.generations.list({ shot: 'shot-1' })).toEqual([]);
  expect(await ours.generations.file(made!.id, 'media')).toBeNull();
  expect(await ours.generations.cancel(made!.id)).toBeNull();
  expect(await ours.generations.retry(made!.id, { enqueue })).toBeNull();
  expect(await ours.generations.review(made!.id, { decision: 'again' }, { enqueue })).toBeNull();
  await (await ask(ours, [[row]]))();
  expect(await rowsOf(ours)).toHaveLength(1);
  const child = askRow();
  const from = { ...child.intent, start: { kind: 'remix' as const, of: { generation: made!.id } } };
  await expect((await ask(ours, [[{ ...child, intent: from }]]))()).rejects.toMatchObject({
    code: 'unknown_generation',
  });
});

test('a queued one is cancelled at once; one that several renders wait for is not', async () => {
  const ours = await studio();
  const row = askRow();
  const press = await ask(ours, [[row]]);
  const [first, second] = [await press(), await press()];
  const [made] = await rowsOf(ours);
  await expect(ours.generations.cancel(made!.id)).rejects.toMatchObject({ code: 'still_wanted' });
  expect(await ours.renders.cancel(first.id)).toMatchObject({ state: 'cancelled' });
  expect((await ours.generations.get(made!.id))?.state).toBe('queued');
  const cancelled = await ours.generations.cancel(made!.id);
  expect(generationSchema.parse(cancelled)).toMatchObject({
    state: 'cancelled',
    error: { code: 'cancelled' },
  });
  const render = await ours.renders.get(second.id);
  expect(render).toMatchObject({ state: 'failed', error: { code: 'generation_failed' } });
  // And asked for once more it is a new row.
  const again = await ours.renders.retry(second.id, { enqueue });
  expect(again?.shots[0]?.generations[0]).toMatchObject({ state: 'queued' });
  expect(await rowsOf(ours)).toHaveLength(2);
});

test('a board that is deleted lets go of what was asked for it alone', async () => {
  const ours = await studio();
  const [shared, own] = [askRow(), askRow()];
  const kept = await (await ask(ours, [[shared]]))();
  const { storyboardId } = await (await ask(ours, [[shared], [own]]))();
  expect(await ours.storyboards.delete(storyboardId)).toBe(true);
  const states = new Map((await rowsOf(ours)).map((row) => [row.fingerprint, row.state]));
  expect(states.get(shared.fingerprint)).toBe('queued');
  expect(states.get(own.fingerprint)).toBe('cancelled');
  expect((await ours.renders.get(kept.id))?.state).toBe('generating');
});

test('images pressed again under the same key are the same ones, also after they failed', async () => {
  const ours = await studio();
  const rows = [0, 1].map((variation) =>
    askRow({ prompt: `a jar ${ours.id}`, engine: 'images', kind: 'image', variation }),
  );
  const press = (key: string) => ours.generations.createImages({ rows, key, shotId: 'shot-1' });
  const first = await press('one');
  expect(first).toMatchObject({ created: true, generations: [{ variation: 0 }, { variation: 1 }] });
  for (const { id } of first.generations)
    await put(id, { state: 'failed', errorCode: 'x', errorMessage: 'x' });
  const again = await press('one');
  expect(again.created).toBe(false);
  expect(again.generations.map(({ id }) => id)).toEqual(first.generations.map(({ id }) => id));
  expect(again.generations[0]?.state).toBe('failed');
  const fresh = await press('two');
  expect(fresh.generations[0]?.id).not.toBe(first.generations[0]?.id);
  expect(await ours.generations.list({ shot: 'shot-1' })).toHaveLength(4);
  const other = ours.generations.createImages({ rows: [askRow()], key: 'one' });
  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
});

test('what made it carries the id of one that may have been made, and nobody else’s', async () => {
  const ours = await studio();
  await (await ask(ours, [[askRow({ provider: 'twice' })], [askRow({ provider: 'twice' })]]))();
  const [one, two] = await rowsOf(ours);
  await put(one!.id, { state: 'running', vendorId: 'video_1' });
  await put(two!.id, { state: 'needs_review', reviewReason: 'cut' });
  const review = (vendorId: string) =>
    ours.generations.review(two!.id, { decision: 'made', vendorId }, { enqueue });
  await expect(review('video_1')).rejects.toMatchObject({ code: 'vendor_id_taken' });
  expect(await review('video_2')).toMatchObject({ state: 'running' });
});

test('a render that failed in the drawing is drawn again for nothing', async () => {
  const ours = await studio();
  const { id } = await (await ask(ours, [[askRow()]]))();
  const [made] = await rowsOf(ours);
  await put(made!.id, { state: 'done' });
  await database.db
    .update(tables.render)
    .set({ state: 'failed', failures: 3, errorCode: 'disk_full', errorMessage: 'Full.' })
    .where(eq(tables.render.id, id));
  expect(await ours.renders.retry(id, { enqueue })).toMatchObject({ state: 'queued', error: null });
  expect(woken).toEqual([id]);
  await expect(ours.renders.retry(id, { enqueue })).rejects.toMatchObject({ code: 'not_failed' });
});

test('a look has its name once, its pictures in the workspace, and changes where it is told', async () => {
  const ours = await studio();
  const warm = { name: 'Warm', words: 'evening light', stills: [], seed: 7 };
  const made = await ours.styles.create(warm);
  await expect(ours.styles.create(warm)).rejects.toMatchObject({ code: 'style_name_taken' });
  const missing = ours.styles.create({ ...warm, name: 'Cold', stills: ['a'.repeat(64)] });
  await expect(missing).rejects.toMatchObject({ code: 'missing_stills' });
  expect(await ours.styles.update(made.id, { words: 'morning light' })).toMatchObject({
    name: 'Warm',
    words: 'morning light',
    seed: 7,
  });
  expect((await ours.styles.byId()).get(made.id)?.words).toBe('morning light');
  expect(await ours.styles.delete(made.id)).toBe(true);
  expect(await ours.styles.list()).toEqual([]);
});
