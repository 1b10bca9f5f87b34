import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { forWorkspace, tables } from '@animatic/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import type {} from '../../../../test/support/postgres.ts';
import type { Running } from '../launch/child.ts';
import { type BenchTop, benchTop } from './testing/bench-top.ts';
import { type SketchOptions, sketchStudio } from './testing/sketch-studio.ts';
import { collect } from './upkeep/collect.ts';
import { startWorker } from './worker.ts';

let bench: BenchTop;
const workers: Running[] = [];

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => bench.close());

async function work(options?: SketchOptions) {
  const studio = sketchStudio(options);
  workers.push(
    await startWorker({
      databaseUrl: bench.database.url,
      dataDir: bench.dataDir,
      media: bench.media,
      studio,
      log: { info() {}, warn() {}, error() {} },
      retryAfter: () => 0,
    }),
  );
  return studio;
}
const until = (id: string, state: string) =>
  vi.waitFor(
    async () => {
      const render = await bench.read(id);
      expect(render.state).toBe(state);
      return render;
    },
    { timeout: 15_000, interval: 30 },
  );
const textOf = async (hash: string | null | undefined) =>
  readFile((await bench.media.path(bench.workspaceId, hash ?? '')) ?? '', 'utf8');
const takes = () => forWorkspace(bench.database.db, bench.workspaceId).takes;

test('one board becomes a take for each format, the board’s own first, each with its files', async () => {
  await work();
  const { id } = await bench.render({
    outputs: { aspects: ['9:16', '16:9', '9:16'], files: ['sprites', 'gif'] },
  });
  const done = await until(id, 'done');
  expect(done.takes.map(({ aspect, width, height }) => [aspect, width, height])).toEqual([
    ['16:9', 1280, 720],
    ['9:16', 720, 1280],
  ]);
  for (const take of done.takes) {
    expect(take.files?.map(({ kind }) => kind)).toEqual(['gif', 'sprites', 'sprites.vtt']);
    for (const file of take.files ?? []) {
      expect(file.url).toBe(`/v1/takes/${take.id}/files/${file.kind}`);
      const stored = await takes().file(take.id, file.kind);
      const text = await textOf(stored?.hash);
      expect(Buffer.byteLength(text)).toBe(file.bytes);
      expect(text).toContain(`${take.width} × ${take.height}`);
    }
  }
  const [, tall] = done.takes;
  const [gif] = tall?.files ?? [];
  expect(gif).toMatchObject({ name: 'Checkout 9x16.gif', type: 'test/gif', note: 'lowered' });
});

test('the same is found, not made, and one more file makes that file alone', async () => {
  const studio = await work();
  const first = await bench.render({ outputs: { aspects: ['1:1'], files: ['webm'] } });
  await until(first.id, 'done');
  const drawn = studio.drawn();
  const { storyboardId } = first;
  const again = await bench.render({ storyboardId, outputs: { aspects: ['1:1'], files: ['webm'] } });
  expect((await until(again.id, 'done')).takes.flatMap(({ files }) => files ?? [])).toHaveLength(2);
  expect(studio.drawn()).toBe(drawn);
  const more = await bench.render({ storyboardId, outputs: { aspects: [], files: ['webm', 'png'] } });
  expect((await until(more.id, 'done')).takes[0]?.files?.map(({ kind }) => kind)).toEqual(['png', 'webm']);
  expect(studio.drawn()).toBe(drawn + 120);
});

test('progress goes over everything that is made, and never back', async () => {
  const seen: number[] = [];
  let watched = '';
  const look = async () => void seen.push((await bench.read(watched)).progress);
  let hold = () => {};
  const held = new Promise<void>((resolve) => (hold = resolve));
  const { id } = await bench.render({ outputs: { aspects: ['9:16'], files: ['webm'] } });
  watched = id;
  let files = 0;
  await work({ beforeFile: () => (files++ === 1 ? held : undefined) });
  await vi.waitFor(async () => {
    await look();
    expect((await bench.read(id)).stage).toBe('Making the WebM (9:16)');
  });
  // All but the last WebM: 1 + 1.5 + 1 of 5 parts.
  expect((await bench.read(id)).progress).toBeCloseTo((0.97 * 3.5) / 5, 2);
  hold();
  await until(id, 'done');
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('a render that is cancelled while its last file is made has no take, and leaves nothing behind', async () => {
  let reached = () => {};
  const making = new Promise<void>((resolve) => (reached = resolve));
  await work({
    beforeFile: (kind) => (kind === 'gif' ? reached() : undefined),
    beforeFrame: (frame) => (frame > 120 ? delay(20) : undefined),
  });
  const { id } = await bench.render({ outputs: { aspects: [], files: ['gif'] } });
  await making;
  await forWorkspace(bench.database.db, bench.workspaceId).renders.cancel(id);
  expect((await until(id, 'cancelled')).takes).toEqual([]);
  await vi.waitFor(async () => {
    const left = await readdir(join(bench.dataDir, 'tmp'), { recursive: true });
    expect(left.filter((name) => name.includes(id))).toEqual([]);
  });
});

test('a worker that ends in the middle leaves what is whole for the next one', async () => {
  let reached = () => {};
  const making = new Promise<void>((resolve) => (reached = resolve));
  const first = await work({
    async beforeFrame(frame) {
      if (frame === 125) reached();
      if (frame > 120) await delay(20);
    },
  });
  const { id } = await bench.render({ outputs: { aspects: ['9:16'], files: ['webm'] } });
  await making;
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  const drawn = first.drawn();
  expect(drawn).toBeGreaterThanOrEqual(120);
  expect(await bench.read(id)).toMatchObject({ state: 'queued', progress: 0 });
  const second = await work();
  const done = await until(id, 'done');
  expect(done.takes).toHaveLength(2);
  // The first clip was there: its WebM, and the second clip with its own, were not.
  expect(second.drawn()).toBe(120 * 3);
});

test('a file that could not be made says why, and its take stands', async () => {
  const studio = await work();
  const write = studio.write;
  studio.write = async (job) =>
    (await write(job)).map((file) => ({ ...file, path: null, note: 'too large: make the clip shorter' }));
  const { id } = await bench.render({ outputs: { aspects: [], files: ['gif'] } });
  const [take] = (await until(id, 'done')).takes;
  expect(take?.files).toMatchObject([
    { kind: 'gif', url: null, bytes: 0, note: expect.stringContaining('shorter') },
  ]);
  expect(await takes().file(take?.id ?? '', 'gif')).toBeNull();
});

test('a take’s files are collected with it, and not before', async () => {
  const { db, sql } = bench.database;
  await work();
  const { id } = await bench.render({ shots: 1, outputs: { aspects: [], files: ['png'] } });
  const [take] = (await until(id, 'done')).takes;
  const [row] = await db
    .select()
    .from(tables.takeFile)
    .where(eq(tables.takeFile.takeId, take?.id ?? ''));
  const hash = row?.hash ?? '';
  const path = (await bench.media.path(bench.workspaceId, hash)) ?? '';
  await utimes(path, new Date(0), new Date(0));
  await sql`update footage set used_at = now() - interval '2 days'`;
  await collect(db, bench.media);
  expect(await bench.media.stat(bench.workspaceId, hash)).not.toBeNull();
  expect(await takes().delete(take?.id ?? '')).toBe(true);
  await sql`update footage set used_at = now() - interval '2 days'`;
  await collect(db, bench.media);
  expect(await bench.media.stat(bench.workspaceId, hash)).toBeNull();
});
