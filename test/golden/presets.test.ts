import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fromI420, type I420 } from '../measure/i420.ts';
import { psnr } from '../measure/psnr.ts';
import { decodePng, encodePng, FPS, hashes, hashOf, rawFrames } from './support/clip.ts';
import { presets } from './support/presets.ts';
import { stillsInMemory } from './support/screen.ts';

const folder = fileURLToPath(new URL('./frames/', import.meta.url));
/** dB that a golden picture and today's must be alike. */
const ALIKE = 38;
const stills = stillsInMemory();

describe.each(presets)('$name', (preset) => {
  const board = preset.board(stills);
  let frames: Promise<I420[]> | undefined;
  const once = () => (frames ??= rawFrames(board, stills));

  test('gives the same raw frames in every run', async () => {
    const frames = await once();
    expect(await hashes(board, stills)).toEqual(frames.map((frame) => hashOf(frame.data)));
  });

  test('looks as it did', async () => {
    const frames = await once();
    for (const [index, seconds] of preset.moments.entries()) {
      const frame = frames[Math.round(seconds * FPS)];
      if (!frame) throw new RangeError(`${preset.name} has no frame at ${seconds} s`);
      const now = fromI420(frame);
      const golden = await goldenOf(index === 0 ? preset.name : `${preset.name}-${index}`, encodePng(now));
      expect(psnr(now, await decodePng(golden))).toBeGreaterThanOrEqual(ALIKE);
    }
  });
});

/** The golden picture; one that is not there is made of today's, but on a build server it is missing. */
async function goldenOf(name: string, today: Buffer): Promise<Buffer> {
  const path = `${folder}${name}.png`;
  const golden = process.env.UPDATE_GOLDEN ? undefined : await readFile(path).catch(() => undefined);
  if (golden) return golden;
  if (process.env.CI && !process.env.UPDATE_GOLDEN)
    throw new Error(`${path} is missing: run the tests with UPDATE_GOLDEN=1, look at it, and commit it`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, today);
  return today;
}
