import { utimes } from 'node:fs/promises';
import { tables } from '@animatic/db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import type { Running } from '../../launch/child.ts';
import { type BenchTop, benchTop } from '../testing/bench-top.ts';
import { sketchStudio } from '../testing/sketch-studio.ts';
import { startWorker } from '../worker.ts';
import { collect } from './collect.ts';

let bench: BenchTop;
let worker: Running;

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'));
  worker = await startWorker({
    databaseUrl: bench.database.url,
    dataDir: bench.dataDir,
    media: bench.media,
    studio: sketchStudio(),
    log: { info() {}, warn() {}, error() {} },
  });
});
afterAll(async () => {
  await worker.stop();
  await bench.close();
});

async function makeOld(hash: string): Promise<void> {
  const path = await bench.media.path(bench.workspaceId, hash);
  await utimes(path ?? '', new Date(0), new Date(0));
}

test('a deleted take’s clip goes after a day, a kept one’s stays', async () => {
  const { db, sql } = bench.database;
  const made = [];
  for (const render of [await bench.render({ shots: 1 }), await bench.render({ shots: 2 })]) {
    await vi.waitFor(async () => expect((await bench.read(render.id)).state).toBe('done'), {
      timeout: 15_000,
    });
    const [take] = await db.select().from(tables.take).where(eq(tables.take.renderId, render.id));
    made.push(take!);
  }
  const [deleted, kept] = made;
  await db.delete(tables.take).where(eq(tables.take.id, deleted!.id));
  // Neither is a day old yet.
  expect((await collect(db, bench.media)).files).toBe(0);
  await sql`update footage set used_at = now() - interval '2 days'`;
  for (const { clipHash } of made) await makeOld(clipHash);
  expect((await collect(db, bench.media)).files).toBe(1);
  expect(await bench.media.stat(bench.workspaceId, deleted!.clipHash)).toBeNull();
  expect(await bench.media.stat(bench.workspaceId, kept!.clipHash)).not.toBeNull();
});
