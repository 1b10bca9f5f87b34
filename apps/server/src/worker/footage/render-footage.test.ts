import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { forWorkspace, type GenerationRow, newId, tables } from '@animatic/db';
import { makeBoard } from '@animatic/db/testing';
import { openVideo, readVideo } from '@animatic/media';
import type { GenerationIntent, Shot, StoryboardInput } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import type { Running } from '../../launch/child.ts';
import { openStudio } from '../motion-studio.ts';
import { type BenchTop, benchTop } from '../testing/bench-top.ts';
import { startWorker } from '../worker.ts';

// Real decoders and encoders take their time where others use the machine, too.
vi.setConfig({ testTimeout: 120_000 });

let bench: BenchTop;
let folder: string;
const workers: Running[] = [];
const run = promisify(execFile);

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'));
  folder = await mkdtemp(join(tmpdir(), 'animatic-takes-'));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

async function work() {
  workers.push(
    await startWorker({
      databaseUrl: bench.database.url,
      dataDir: bench.dataDir,
      media: bench.media,
      studio: openStudio(),
      log: { info() {}, warn() {}, error() {} },
      retryAfter: () => 0,
    }),
  );
}
/** Lets a worker take a render up, until it stands so: links are written before anybody looks for them. */
const until = async (id: string, state: string) => {
  await work();
  const render = await vi.waitFor(
    async () => {
      const render = await bench.read(id);
      expect(render.state).toBe(state);
      return render;
    },
    { timeout: 100_000, interval: 50 },
  );
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  return render;
};

/** A finished generation of a plain colour with a tone, its file in the store. */
async function generated(color: string, more: { seconds?: number; start?: GenerationIntent['start'] } = {}) {
  const { seconds = 2, start = { kind: 'words' } } = more;
  const path = join(folder, `${color}-${seconds}.mp4`);
  await run('ffmpeg', [
    ...['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', `color=${color}:s=160x90:r=12:d=${seconds}`],
    ...[
      '-f',
      'lavfi',
      '-i',
      `sine=440:d=${seconds}`,
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
      path,
    ],
  ]);
  const { workspaceId, media } = bench;
  const { hash, bytes } = await media.put(workspaceId, createReadStream(path));
  const { db } = bench.database;
  const fingerprint = newId();
  const facts = { hash, bytes, type: 'video/mp4', width: 160, height: 90, fps: 12, frames: seconds * 12 };
  const [file] = await db
    .insert(tables.footage)
    .values({ workspaceId, fingerprint, engine: 'videos', sound: true, ...facts })
    .returning();
  const intent = {
    ...{ prompt: color, start, size: { width: 160, height: 90 }, seconds, sound: true },
    ...{ transparent: false, characters: [] },
  };
  const row: GenerationRow = {
    ...{ fingerprint, askKey: fingerprint, engine: 'videos', provider: 'p', model: 'm', kind: 'video' },
    ...{ intent, variation: 0, take: 0, estimatedCost: null },
  };
  await db
    .insert(tables.generation)
    .values({ ...row, estimatedCost: null, workspaceId, state: 'done', footageId: file!.id });
  return { row, hash };
}

const shot = (id: string, more: Partial<Shot> = {}): StoryboardInput['shots'][number] => ({
  ...{ id, source: { node: '1:1', name: id }, size: { width: 160, height: 90 }, caption: { title: id } },
  ...{ duration: 1, engine: 'videos' },
  generation: { model: 'm', from: { kind: 'words' }, seconds: 2, sound: true },
  ...more,
});
const boardOf = (...shots: StoryboardInput['shots']): Partial<StoryboardInput> => ({
  format: { aspect: '16:9', resolution: 480, fps: 12 },
  shots,
});

/** A render of a board whose shots ask for what was made before: it is found by its fingerprint. */
async function render(board: Partial<StoryboardInput>, made: Record<string, { row: GenerationRow }>) {
  const { workspaceId, database, queue } = bench;
  const { storyboards, renders } = forWorkspace(database.db, workspaceId);
  const { id: storyboardId } = await storyboards.create({ document: makeBoard([], board) });
  const created = await renders.create({
    storyboardId,
    asks: new Map(Object.entries(made).map(([shotId, { row }]) => [shotId, [row]])),
    enqueue: (tx, renderId) => queue.enqueue(tx, renderId),
  });
  expect(created.render.state).toBe('queued');
  return created.render.id;
}

async function clipOf(renderId: string) {
  const [first] = (await bench.read(renderId)).takes;
  const take = await forWorkspace(bench.database.db, bench.workspaceId).takes.get(first!.id);
  const path = (await bench.media.path(bench.workspaceId, take!.clipHash))!;
  const colors: string[] = [];
  for await (const rgba of openVideo({ path, ffmpeg: 'ffmpeg', size: { width: 16, height: 9 }, fps: 12 }))
    colors.push(nameOf([...rgba.subarray(0, 3)]));
  const poster = (await bench.media.path(bench.workspaceId, take!.posterHash))!;
  const { data } = await sharp(poster).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    colors,
    facts: await readVideo(path),
    hash: take!.clipHash,
    poster: nameOf([...data.subarray(0, 3)]),
  };
}
const nameOf = ([r = 0, g = 0, b = 0]: number[]) =>
  r > 200 && g < 60 ? 'red' : b > 200 && r < 60 ? 'blue' : g > 100 && r < 60 ? 'green' : 'other';
const times = (count: number, color: string) => Array.from({ length: count }, () => color);

test('shots of models are drawn and heard, and the poster is a frame of theirs', async () => {
  const [red, blue] = [await generated('red'), await generated('blue')];
  const id = await render(boardOf(shot('a'), shot('b', { duration: 0.5 })), { a: red, b: blue });
  await until(id, 'done');
  const clip = await clipOf(id);
  expect(clip.colors).toEqual([...times(12, 'red'), ...times(6, 'blue')]);
  expect(clip.facts).toMatchObject({ sound: true, frames: 18 });
  expect(clip.poster).toBe('red');
});

test('a re-cut (trimmed, in another order, a shot dropped) asks no model, and an equal clip is found', async () => {
  const [red, blue, green] = [await generated('red'), await generated('blue'), await generated('green')];
  const made = { a: red, b: blue, c: green };
  const whole = boardOf(shot('a'), shot('b'), shot('c'));
  await until(await render(whole, made), 'done');
  const { db } = bench.database;
  const count = async () => (await db.select().from(tables.generation)).length;
  const before = await count();
  const trimmed = { model: 'm', from: { kind: 'words' }, seconds: 2, sound: true, trimStart: 1.5 } as const;
  const cut = boardOf(
    shot('c', { duration: 0.5 }),
    shot('a', { generation: { ...trimmed, variations: 1, chosen: 0, take: 0, characters: [], loop: false } }),
  );
  const again = await render(cut, { a: red, c: green });
  await until(again, 'done');
  expect((await clipOf(again)).colors).toEqual([...times(6, 'green'), ...times(12, 'red')]);
  expect(await count()).toBe(before);
  const third = await render(cut, { a: red, c: green });
  await until(third, 'done');
  expect((await clipOf(third)).hash).toBe((await clipOf(again)).hash);
  const rows = await db.select().from(tables.footage);
  expect(rows.filter(({ engine }) => engine === 'assembly')).toHaveLength(6);
});

test('a shot whose file is gone fails in words that name it', async () => {
  const red = await generated('red', { seconds: 1 });
  await bench.media.delete(bench.workspaceId, red.hash);
  const id = await render(boardOf(shot('Harbour')), { Harbour: red });
  expect((await until(id, 'failed')).error).toMatchObject({
    code: 'missing_footage',
    message: expect.stringContaining('“Harbour”'),
  });
});

test('footage that cannot be decoded fails in words', async () => {
  const broken = join(folder, 'broken.mp4');
  await writeFile(broken, 'not a film at all, but long enough to be one');
  const { workspaceId, media, database } = bench;
  const red = await generated('red', { seconds: 3 });
  const { hash } = await media.put(workspaceId, createReadStream(broken));
  await database.db.update(tables.footage).set({ hash }).where(eq(tables.footage.hash, red.hash));
  const id = await render(boardOf(shot('a')), { a: red });
  expect((await until(id, 'failed')).error?.code).toBe('unreadable_footage');
});
