import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byLink, forWorkspace } from '@animatic/db';
import { makeBoard } from '@animatic/db/testing';
import { stillsOf, storyboardSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../../../../test/support/postgres.ts';
import { type BenchTop, benchTop } from '../worker/testing/bench-top.ts';
import { sketchStudio } from '../worker/testing/sketch-studio.ts';
import { startWorker } from '../worker/worker.ts';
import { publishSample } from './sample.ts';

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const hash = createHash('sha256').update(pixel).digest('hex');
let bench: BenchTop;
let folder: string;

beforeAll(async () => {
  bench = await benchTop(inject('databaseUrl'));
  folder = join(bench.dataDir, 'sample');
  await mkdir(join(folder, 'stills'), { recursive: true });
  await writeFile(
    join(folder, 'storyboard.json'),
    JSON.stringify(makeBoard([{ hash, width: 1, height: 1 }])),
  );
  await writeFile(join(folder, 'stills', `${hash}.png`), pixel);
});
afterAll(() => bench.close());

const publish = (seen: number[] = []) =>
  publishSample({
    db: bench.database.db,
    media: bench.media,
    queue: bench.queue,
    folder,
    signal: AbortSignal.timeout(20_000),
    onProgress: ({ progress }) => seen.push(progress),
  });

test('a picture that is not there fails the sample with its name, and nothing is half made', async () => {
  await rm(join(folder, 'stills', `${hash}.png`));
  await expect(publish()).rejects.toThrow(`stills/${hash}.png is missing`);
  await writeFile(join(folder, 'stills', `${hash}.png`), pixel);
});

test('the sample is rendered and published once, and found by every later start', async () => {
  const studio = sketchStudio({ frameMs: 5 });
  const worker = await startWorker({
    databaseUrl: bench.database.url,
    dataDir: bench.dataDir,
    media: bench.media,
    studio,
    log: { info() {}, warn() {}, error() {} },
  });
  try {
    const seen: number[] = [];
    const slug = await publish(seen);
    expect(seen.length).toBeGreaterThan(0);
    const preview = await byLink(bench.database.db, slug ?? '');
    expect(preview).toMatchObject({ state: 'open', title: 'Checkout' });
    expect(preview?.versions).toHaveLength(1);
    const drawn = studio.drawn();
    expect(await publish()).toBe(slug);
    // What the owner publishes of it is another preview; the sample's own link stays the sample's.
    const { previews } = forWorkspace(bench.database.db, preview?.workspaceId ?? '');
    const takeId = preview?.versions[0]?.take.id ?? '';
    await previews.create({ takeId, title: 'Mine' });
    expect(await publish()).toBe(slug);
    expect(studio.drawn()).toBe(drawn);
  } finally {
    await worker.stop();
  }
});

test('without a sample there is nothing to publish', async () => {
  const slug = await publishSample({
    db: bench.database.db,
    media: bench.media,
    queue: bench.queue,
    folder: join(bench.dataDir, 'nowhere'),
    signal: AbortSignal.timeout(5_000),
    onProgress() {},
  });
  expect(slug).toBeUndefined();
});

test('the sample that is shipped is a storyboard of today, with every still that it names and no other', async () => {
  const shipped = new URL('../../sample/', import.meta.url);
  const board = storyboardSchema.parse(
    JSON.parse(await readFile(new URL('storyboard.json', shipped), 'utf8')),
  );
  const files = await readdir(new URL('stills/', shipped));
  expect(files.map((name) => name.split('.')[0]).sort()).toEqual([...stillsOf(board)].sort());
});
