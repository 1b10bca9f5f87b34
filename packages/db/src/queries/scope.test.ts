import { StoryboardVersionError } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  connect,
  documentOfTake,
  forWorkspace,
  housekeep,
  migrate,
  newId,
  Refusal,
  rateLimiter,
  referencedMedia,
  tables,
} from '../index.ts';
import { type FreshDatabase, freshDatabase, makeBoard, makeWorkspace } from '../testing/index.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(inject('databaseUrl'));
});
afterAll(() => database.drop());

let shade = 0;
const nextStill = () => {
  shade += 1;
  return {
    hash: shade.toString(16).padStart(64, '0'),
    type: 'image/png' as const,
    width: 4,
    height: 3,
    bytes: 9,
  };
};
async function studio() {
  const { workspaceId, userId } = await makeWorkspace(database.db);
  return { userId, ...forWorkspace(database.db, workspaceId) };
}

test('several processes that start at once migrate once', async () => {
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  const [row] = await database.sql`select count(*)::int as runs from drizzle.__drizzle_migrations`;
  expect(row?.runs).toBeGreaterThan(0);
});

test('the database itself refuses a row that points into another workspace', async () => {
  const [ours, theirs] = [await studio(), await studio()];
  const still = nextStill();
  await theirs.stills.insert(still);
  const board = await theirs.storyboards.create({ document: makeBoard([still]) });
  const steal = database.db
    .insert(tables.render)
    .values({ workspaceId: ours.id, storyboardId: board.id, revision: 1 });
  await expect(steal).rejects.toMatchObject({ cause: { code: '23503' } });
});

test('a document may only name stills of its own workspace', async () => {
  const [ours, theirs] = [await studio(), await studio()];
  const still = nextStill();
  await theirs.stills.insert(still);
  await expect(ours.storyboards.create({ document: makeBoard([still]) })).rejects.toThrow(Refusal);
});

test('a document is read by its version, wherever it is stored', async () => {
  const ours = await studio();
  const still = nextStill();
  await ours.stills.insert(still);
  const board = await ours.storyboards.create({ document: makeBoard([still]) });
  const enqueue = async () => {};
  const { render } = await ours.renders.create({ storyboardId: board.id, enqueue });
  const from = { workspaceId: ours.id, renderId: render.id };
  expect((await ours.storyboards.document(board.id))?.title).toBe('Checkout');
  expect((await documentOfTake(database.db, from))?.shots).toHaveLength(1);
  await database.db
    .update(tables.storyboardRevision)
    .set({ document: { version: 99 } })
    .where(eq(tables.storyboardRevision.storyboardId, board.id));
  for (const read of [
    () => ours.storyboards.document(board.id),
    () => ours.renders.create({ storyboardId: board.id, enqueue }),
    () => documentOfTake(database.db, from),
  ])
    await expect(read()).rejects.toThrow(StoryboardVersionError);
});

test('ids are made here and sort by time', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('housekeeping takes stills that nothing showed for a day, and no others', async () => {
  const ours = await studio();
  const [used, fresh, old, asked] = [nextStill(), nextStill(), nextStill(), nextStill()];
  for (const still of [used, fresh, old, asked]) await ours.stills.insert(still);
  await ours.storyboards.create({ document: makeBoard([used]) });
  for (const { hash } of [used, old, asked])
    await database.db
      .update(tables.still)
      .set({ seenAt: new Date(Date.now() - 25 * 3_600_000) })
      .where(eq(tables.still.hash, hash));
  // A client that was told it need not send a still has a day to use it.
  expect(await ours.stills.missing([asked.hash])).toEqual([]);
  await housekeep(database.db);
  const hashes = [used, fresh, old, asked].map(({ hash }) => hash);
  expect(await ours.stills.missing(hashes)).toEqual([old.hash]);
  expect(await referencedMedia(database.db, ours.id, hashes)).toEqual(
    new Set([used.hash, fresh.hash, asked.hash]),
  );
  expect(await referencedMedia(database.db, (await studio()).id, hashes)).toEqual(new Set());
});

test('counts requests of all processes together, and begins anew with the next window', async () => {
  const processes = [rateLimiter(database.sql), rateLimiter(database.sql)];
  const rule = { limit: 10, window: 60, chunk: 3 };
  const answers = [];
  for (let i = 0; i < 40; i++) answers.push(await processes[i % 2]!('bucket', rule));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(10);
  const last = answers.at(-1);
  expect(last?.allowed === false && last.retryAfter).toBeGreaterThan(0);
  expect(await processes[0]!('another', rule)).toEqual({ allowed: true });
  await database.sql`update rate_limit set resets_at = now() - interval '1 second'`;
  expect(await rateLimiter(database.sql)('bucket', rule)).toEqual({ allowed: true });
});

test('many at once take one by one, and those past the limit cost no write', async () => {
  const take = rateLimiter(database.sql);
  const rule = { limit: 20, window: 60, chunk: 5 };
  const answers = await Promise.all(Array.from({ length: 100 }, () => take('crowd', rule)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(20);
  const exact = await Promise.all(Array.from({ length: 9 }, () => take('strict', { limit: 4, window: 60 })));
  expect(exact.filter(({ allowed }) => allowed)).toHaveLength(4);
  const written = async () => (await database.sql`select sum(taken)::int as taken from rate_limit`)[0]?.taken;
  const before = await written();
  for (let i = 0; i < 10; i++) await take('crowd', rule);
  expect(await written()).toBe(before);
});

test('a connection that ends lets go of the pool', async () => {
  const connection = connect(database.url, { max: 1 });
  expect(await connection.sql`select 1 as one`).toHaveLength(1);
  await connection.end();
  await expect(connection.sql`select 1`).rejects.toThrow();
});
