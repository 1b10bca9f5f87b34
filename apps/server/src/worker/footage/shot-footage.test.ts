import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readVideo } from '@animatic/media';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { shotFootage } from './shot-footage.ts';
import type { Treatment } from './treatment.ts';

// Real decoders take their time where others use the machine, too.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const size = { width: 64, height: 36 };
const hash = 'a'.repeat(64);
const ffmpeg = () => Promise.resolve('ffmpeg');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-shot-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A film of these pictures, as an expression of ffmpeg’s `geq` for its grey; N is the frame. */
async function film(name: string, lum: string, seconds = 2) {
  const path = join(folder, name);
  const source = `color=black:s=64x36:r=24:d=${seconds},format=gray,geq=lum='${lum}'`;
  await promisify(execFile)('ffmpeg', [
    ...['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', source, '-vf', 'scale=out_range=tv,format=yuv420p'],
    ...['-c:v', 'libx264', '-qp', '0', '-color_range', 'tv', path],
  ]);
  return path;
}

const plain: Treatment = { version: 1, inner: null, start: 0, loop: null, seam: null };

async function levels(
  options: { path: string; treatment?: Partial<Treatment>; seamPath?: string; duration?: number },
  [x, y] = [32, 18],
  from = 0,
) {
  const { path, seamPath, duration = 2 } = options;
  const { width, height } = await readVideo(path);
  const treatment = { ...plain, ...options.treatment };
  const footage = shotFootage({ made: { hash, width, height }, treatment, duration, path, seamPath, ffmpeg });
  const seen: number[] = [];
  const frames = footage.open(size, 24, undefined, from);
  for (let next = await frames.next(); !next.done; next = await frames.next())
    seen.push(next.value[(y * size.width + x) * 4] ?? -1);
  return seen;
}

test('begins where it is trimmed to, and gives no more than the shot lasts', async () => {
  const path = await film('clock.mp4', '5*N');
  const seen = await levels({ path, treatment: { start: 0.5 }, duration: 1 });
  expect(seen).toHaveLength(24);
  expect(Math.round(seen[0]! / 5)).toBe(12);
  expect(Math.round(seen[23]! / 5)).toBe(35);
});

test('a trim past the end shows the last frame', async () => {
  const path = await film('clock2.mp4', '5*N');
  const seen = await levels({ path, treatment: { start: 9 }, duration: 1 });
  expect(seen.length).toBeGreaterThan(0);
  expect(Math.round(seen[0]! / 5)).toBe(47);
});

test('only the frame itself is shown of a letterboxed one', async () => {
  const path = await film('boxed.mp4', 'if(between(X,16,47),200,10)', 0.5);
  const inner = { x: 0.25, y: 0, width: 0.5, height: 1 };
  for (const x of [1, 32, 62])
    expect((await levels({ path, treatment: { inner }, duration: 0.2 }, [x, 18]))[0]).toBeGreaterThan(195);
  expect((await levels({ path, duration: 0.2 }, [1, 18]))[0]).toBeLessThan(15);
});

test('an extension that is brighter begins as bright as what it goes on from, and comes to its own in half a second', async () => {
  const seamPath = await film('before.mp4', '60+X');
  const path = await film('after.mp4', '85+X');
  const seam = { after: hash, inner: null, over: 0.5 };
  const seen = await levels({ path, seamPath, treatment: { start: 1 / 24, seam } });
  const before = await levels({ path: seamPath });
  expect(Math.abs(seen[0]! - before.at(-1)!)).toBeLessThanOrEqual(2);
  for (let i = 1; i < 12; i++) expect(seen[i]! - seen[i - 1]!).toBeLessThanOrEqual(5);
  expect(seen[12]! - before[0]!).toBeGreaterThanOrEqual(24);
  // Taken up in its middle it has the same colours.
  const later = await levels({ path, seamPath, treatment: { start: 1 / 24, seam } }, [32, 18], 0.25);
  expect(later.slice(0, 10)).toEqual(seen.slice(6, 16));
});

test('a loop has no jump where it comes round', async () => {
  const path = await film('swing.mp4', '40+3*N', 2);
  const loop = { period: 1.5, blend: 0.5 };
  const seen = await levels({ path, treatment: { loop }, duration: 3 });
  expect(seen).toHaveLength(72);
  for (const turn of [36, 72 - 1]) {
    const [end, begin] = [seen[turn - 1]!, seen[turn % 71]!];
    expect(Math.abs(end - begin)).toBeLessThanOrEqual(6);
  }
  expect(seen.slice(36)).toEqual(seen.slice(0, 36));
});
