import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, connect, forWorkspace, tables } from '@animatic/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import type {} from '../../../../test/support/postgres.ts';
import type { Running } from '../launch/child.ts';
import type { Studio } from './studio.ts';
import { type BenchTop, benchTop } from './testing/bench-top.ts';
import { type SketchOptions, sketchStudio } from './testing/sketch-studio.ts';
import { startWorker } from './worker.ts';

let bench: BenchTop;
const workers: Running[] = [];
const quiet = { info() {}, warn() {}, error() {} };

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => bench.close());

async function work<T extends Studio>(studio: T): Promise<Running> {
  const worker = await startWorker({
    databaseUrl: bench.database.url,
    dataDir: bench.dataDir,
    media: bench.media,
    studio,
    log: quiet,
    retryAfter: () => 0,
  });
  workers.push(worker);
  return worker;
}
const sketch = (options?: SketchOptions) => sketchStudio(options);
const until = (id: string, state: string, timeout = 15_000) =>
  vi.waitFor(
    async () => {
      const render = await bench.read(id);
      expect(render.state).toBe(state);
      return render;
    },
    { timeout, interval: 30 },
  );

test('a render becomes one take whose files are in the store', async () => {
  await work(sketch());
  const { id } = await bench.render();
  const done = await until(id, 'done');
  expect(done).toMatchObject({ progress: 1, stage: 'Done', error: null, place: null });
  expect(done.shots.map((shot) => shot.state)).toEqual(['done', 'done']);
  expect(done.takes).toHaveLength(1);
  expect(done.takes[0]).toMatchObject({ width: 1280, height: 720, fps: 30, seconds: 4 });
  const take = await forWorkspace(bench.database.db, bench.workspaceId).takes.get(done.takes[0]!.id);
  expect(await bench.media.stat(bench.workspaceId, take!.clipHash)).toEqual({ bytes: take!.clipBytes });
  expect(await bench.media.stat(bench.workspaceId, take!.posterHash)).toEqual({ bytes: take!.posterBytes });
});

test('progress and the shot being drawn stand on the row', async () => {
  let hold = () => {};
  const held = new Promise<void>((resolve) => (hold = resolve));
  await work(sketch({ beforeFrame: (frame) => (frame === 90 ? held : undefined) }));
  const { id } = await bench.render();
  await vi.waitFor(async () => {
    const render = await bench.read(id);
    expect(render.stage).toBe('Drawing shot 2 of 2');
    expect(render.progress).toBeCloseTo((0.97 * 90) / 120, 2);
    expect(render.shots.map((shot) => shot.state)).toEqual(['done', 'rendering']);
  });
  hold();
  await until(id, 'done');
});

test('the same board rendered again is found, not made', async () => {
  const studio = sketch();
  await work(studio);
  const first = await bench.render();
  const made = await until(first.id, 'done');
  const drawn = studio.drawn();
  const second = await bench.render({ storyboardId: first.storyboardId });
  const found = await until(second.id, 'done');
  expect(studio.drawn()).toBe(drawn);
  expect(found.takes).toHaveLength(1);
  expect(found.takes[0]?.id).not.toBe(made.takes[0]?.id);
  expect(found.takes[0]?.bytes).toBe(made.takes[0]?.bytes);
});

test('a cancelled render stops within a second or two and makes no take', async () => {
  let reached = () => {};
  const drawing = new Promise<void>((resolve) => (reached = resolve));
  const studio = sketch({ frameMs: 20, beforeFrame: (frame) => (frame === 5 ? reached() : undefined) });
  await work(studio);
  const { id } = await bench.render();
  await drawing;
  await forWorkspace(bench.database.db, bench.workspaceId).renders.cancel(id);
  const cancelled = await until(id, 'cancelled', 2_000);
  expect(cancelled.takes).toEqual([]);
  expect(cancelled.shots.every((shot) => shot.state === 'cancelled')).toBe(true);
  expect(studio.drawn()).toBeLessThan(120);
});

test('a render that fails is tried again, and after three times it has failed with a reason', async () => {
  let tries = 0;
  await work(
    sketch({
      beforeFrame: () => {
        tries += 1;
        throw new Error('out of paint');
      },
    }),
  );
  const { id } = await bench.render();
  const failed = await until(id, 'failed');
  expect(tries).toBe(3);
  expect(failed.error).toEqual({
    code: 'render_failed',
    message: expect.stringContaining('Something went wrong on the server'),
  });
  expect(failed.error?.message).not.toContain('paint');
});

test('what fails once is made at the second try', async () => {
  let tries = 0;
  await work(
    sketch({
      beforePoster: () => {
        if (tries++ === 0) throw Object.assign(new Error('write failed'), { code: 'ENOSPC' });
      },
    }),
  );
  const { id } = await bench.render();
  const done = await until(id, 'done');
  expect(tries).toBe(2);
  expect(done.error).toBeNull();
  expect(done.takes).toHaveLength(1);
});

test('a missing still fails at once, and the frame is named', async () => {
  const { id, storyboardId } = await bench.render();
  const board = await forWorkspace(bench.database.db, bench.workspaceId).storyboards.document(storyboardId);
  await bench.media.delete(bench.workspaceId, board!.shots[1]!.still.tiles[0]!.still);
  await work(sketch());
  const failed = await until(id, 'failed');
  expect(failed.error).toEqual({
    code: 'missing_still',
    message: 'The picture of “Frame 2” is missing on the server. Capture that frame again and render.',
  });
});

test('a board that a newer server stored fails with words instead of waiting for ever', async () => {
  const { id, storyboardId } = await bench.render();
  const { storyboardRevision } = tables;
  await bench.database.db
    .update(storyboardRevision)
    .set({ document: { version: 99 } })
    .where(eq(storyboardRevision.storyboardId, storyboardId));
  await work(sketch());
  const failed = await until(id, 'failed');
  expect(failed.error).toEqual({
    code: 'storyboard_version',
    message: expect.stringContaining('Update the server'),
  });
});

test('a worker that is told to end gives its render back, and another one makes it', async () => {
  let reached = () => {};
  const drawing = new Promise<void>((resolve) => (reached = resolve));
  const first = await work(
    sketch({ frameMs: 20, beforeFrame: (frame) => (frame === 3 ? reached() : undefined) }),
  );
  const { id } = await bench.render();
  await drawing;
  await first.stop();
  expect(await bench.read(id)).toMatchObject({ state: 'queued', progress: 0, place: 1, stage: 'Waiting' });
  expect(await readdir(join(bench.dataDir, 'tmp'))).toEqual([]);
  await work(sketch());
  expect((await until(id, 'done')).takes).toHaveLength(1);
});

test('a worker that lost its lease writes nothing, and the other one’s take stands alone', async () => {
  let reached = () => {};
  let goOn = () => {};
  const drawn = new Promise<void>((resolve) => (reached = resolve));
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const slow = await work(
    sketch({
      beforePoster: () => {
        reached();
        return held;
      },
    }),
  );
  const { id } = await bench.render();
  await drawn;
  // As if this worker's lease had run out while it was busy.
  const { sql } = bench.database;
  await sql`update render set worker_id = 'elsewhere/1/x/0', lease_until = now() where id = ${id}`;
  await work(sketch());
  const done = await until(id, 'done');
  goOn();
  await slow.stop();
  expect(await bench.read(id)).toEqual(done);
  expect(done.takes).toHaveLength(1);
});

test('a render whose wake-up was lost is found by the sweep', async () => {
  const { id } = await bench.render();
  const { sql } = bench.database;
  await sql`delete from pgboss.job where singleton_key = ${id}`;
  await sql`update render set updated_at = now() - interval '1 minute' where id = ${id}`;
  await work(sketch());
  await until(id, 'done');
});

test('several workers share the queue and each render gets one take', async () => {
  await Promise.all([work(sketch({ frameMs: 1 })), work(sketch({ frameMs: 1 }))]);
  const renders = await Promise.all(Array.from({ length: 6 }, () => bench.render({ shots: 1 })));
  // Doubled wake-ups do no harm.
  for (const { id } of renders) await bench.database.db.transaction((tx) => bench.queue.enqueue(tx, id));
  for (const { id } of renders) expect((await until(id, 'done')).takes).toHaveLength(1);
});

test('the database going away for a moment does not end a worker', async () => {
  await work(sketch());
  const admin: Connection = connect(bench.database.url, { max: 1 });
  await admin.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await admin.end();
  const { id } = await vi.waitFor(() => bench.render(), { timeout: 5_000 });
  await until(id, 'done');
});

test('folders of workers that died here are cleared away', async () => {
  const { mkdir } = await import('node:fs/promises');
  const { folderOf, newWorkerId } = await import('./identity.ts');
  const dead = folderOf((await newWorkerId()).replace(/[0-9a-f]+:\d+/, '0:1'));
  await mkdir(join(bench.dataDir, 'tmp', dead), { recursive: true });
  await mkdir(join(bench.dataDir, 'tmp', 'elsewhere_1_x_0'), { recursive: true });
  await work(sketch());
  const left = await readdir(join(bench.dataDir, 'tmp'));
  expect(left).not.toContain(dead);
  expect(left).toContain('elsewhere_1_x_0');
  await rm(join(bench.dataDir, 'tmp', 'elsewhere_1_x_0'), { recursive: true });
});
