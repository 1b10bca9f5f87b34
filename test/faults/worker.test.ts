import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tables } from '@animatic/db';
import type { Render } from '@animatic/schema';
import { type BenchTop, benchTop } from '@animatic/server/worker/testing/bench-top';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { startWorkerProcess, type WorkerProcess } from './support/worker-process.ts';

const width = 640;
const height = 360;
let bench: BenchTop;
const workers = new Set<WorkerProcess>();

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'), { width, height, draw: picture });
});
beforeEach(() => bench.database.sql`delete from footage`);
afterEach(async () => {
  await Promise.all([...workers].map((worker) => end(worker, 'SIGKILL')));
});
afterAll(() => bench.close());

/** A picture with something to encode in it. */
function picture(number: number): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const ground = context.createLinearGradient(0, 0, width, height);
  ground.addColorStop(0, `hsl(${(number * 67) % 360} 60% 40%)`);
  ground.addColorStop(1, `hsl(${(number * 67 + 80) % 360} 60% 80%)`);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'white';
  context.font = '120px sans-serif';
  context.fillText(String(number), 60, 220);
  return canvas.toBuffer('image/png');
}

function work(env?: Record<string, string>): WorkerProcess {
  const worker = startWorkerProcess(bench.database.url, bench.dataDir, env);
  workers.add(worker);
  void worker.ended.then(() => workers.delete(worker));
  return worker;
}
async function end(worker: WorkerProcess, signal: NodeJS.Signals) {
  worker.process.kill(signal);
  return worker.ended;
}
const ask = (shots = 2) =>
  bench.render({
    shots,
    board: { format: { aspect: '16:9', resolution: 720, fps: 24 } },
  });
const until = (id: string, check: (render: Render) => void, timeout = 40_000) =>
  vi.waitFor(
    async () => {
      const render = await bench.read(id);
      check(render);
      return render;
    },
    { timeout, interval: 25 },
  );
const drawing = (share: number) => (render: Render) => {
  expect(render.state).toBe('rendering');
  expect(render.progress).toBeGreaterThan(share);
};
const done = (render: Render) => expect(render).toMatchObject({ state: 'done', error: null });

/** Every file that a row names is there, whole, with the bytes its name says. */
async function everyTakeIsWhole(): Promise<number> {
  const takes = await bench.database.db.select().from(tables.take);
  for (const { clipHash, posterHash, clipBytes } of takes)
    for (const hash of [clipHash, posterHash]) {
      const path = await bench.media.path(bench.workspaceId, hash);
      const bytes = await readFile(path ?? '');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
      if (hash === clipHash) expect(bytes.length).toBe(clipBytes);
    }
  const files = await bench.database.db.select().from(tables.takeFile);
  for (const file of files) {
    const bytes = await readFile((await bench.media.path(bench.workspaceId, file.hash ?? '')) ?? '');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.hash);
  }
  return takes.length;
}

test('a worker killed in the middle: another takes the render up, and there is one take', async () => {
  const first = work();
  const { id } = await ask();
  await until(id, drawing(0.2));
  const second = work();
  await second.ready;
  expect(await end(first, 'SIGKILL')).toBe('SIGKILL');
  const render = await until(id, done);
  expect(render.takes).toHaveLength(1);
  expect(await everyTakeIsWhole()).toBe(1);
  // What the dead one had begun is cleared away by the next worker that starts.
  const third = work();
  await third.ready;
  const left = await readdir(join(bench.dataDir, 'tmp'));
  expect(left.filter((name) => name.includes(`_${first.pid}_`))).toEqual([]);
});

test('a worker that is interrupted gives its render back at once', async () => {
  const worker = work();
  const { id } = await ask();
  await until(id, drawing(0.1));
  const began = performance.now();
  expect(await end(worker, 'SIGINT')).toBe(0);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await bench.read(id)).toMatchObject({ state: 'queued', place: 1, progress: 0 });
  work();
  expect((await until(id, done)).takes).toHaveLength(1);
});

test('workers killed at random points: every render is made once, and no file is ever half', async () => {
  const before = await everyTakeIsWhole();
  const renders = [await ask(2), await ask(2), await ask(2)];
  const isOpen = async () =>
    (await Promise.all(renders.map(({ id }) => bench.read(id)))).some(({ state }) => state !== 'done');
  const random = seeded(7);
  for (let kills = 0; kills < 6 && (await isOpen()); kills++) {
    const victim = work();
    await victim.ready;
    const at = performance.now() + 50 + random() * 900;
    while (performance.now() < at) await everyTakeIsWhole();
    expect(await end(victim, 'SIGKILL')).toBe('SIGKILL');
  }
  work();
  for (const { id } of renders) expect((await until(id, done)).takes).toHaveLength(1);
  expect(await everyTakeIsWhole()).toBe(before + renders.length);
});

test('a worker killed while it makes the files of several formats: the next one goes on, and each take has all', async () => {
  const first = work();
  const { id } = await bench.render({
    shots: 1,
    board: { format: { aspect: '16:9', resolution: 480, fps: 15 } },
    outputs: { aspects: ['9:16'], files: ['gif', 'sprites'] },
  });
  await until(id, ({ stage }) => expect(stage).toContain('Making the GIF'));
  expect(await end(first, 'SIGKILL')).toBe('SIGKILL');
  expect((await bench.read(id)).takes).toEqual([]);
  work();
  const { takes } = await until(id, done);
  expect(takes.map(({ aspect, files }) => [aspect, files?.map(({ kind }) => kind)])).toEqual([
    ['16:9', ['gif', 'sprites', 'sprites.vtt']],
    ['9:16', ['gif', 'sprites', 'sprites.vtt']],
  ]);
  await everyTakeIsWhole();
});

test('a picture that cannot be read fails the render, and the frame is named', async () => {
  const broken = await bench.render({ shots: 1, picture: () => new TextEncoder().encode('no picture') });
  work();
  const { error } = await until(broken.id, ({ state }) => expect(state).toBe('failed'));
  expect(error).toEqual({
    code: 'unreadable_still',
    message: 'The picture of “Frame 1” cannot be read. Capture that frame again and render.',
  });
});

test('without an encoder the render fails with what to do', async () => {
  work({ FFMPEG_PATH: '/nowhere/ffmpeg' });
  const { id } = await ask(1);
  const { error } = await until(id, ({ state }) => expect(state).toBe('failed'));
  expect(error?.code).toBe('encoder_missing');
  expect(error?.message).toContain('FFMPEG_PATH');
});

/** Mulberry32, so that a run that fails can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
