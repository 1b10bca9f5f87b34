import { makeBoard } from '@animatic/db/testing';
import type { Frame } from '@animatic/engines';
import { expect, test } from 'vitest';
import { StalledError } from '../failure.ts';
import { sketchStudio } from '../testing/sketch-studio.ts';
import { assemble } from './assemble.ts';
import { planRender } from './plan.ts';
import type { PartProgress } from './progress-of-parts.ts';

const board = makeBoard([
  { hash: 'a'.repeat(64), width: 10, height: 10 },
  { hash: 'b'.repeat(64), width: 10, height: 10 },
]);

function run(studio = sketchStudio(), stallMs?: number) {
  const seen: PartProgress[] = [];
  const frames = assemble(planRender(board, studio), {
    studio,
    readStill: async () => new Uint8Array(),
    signal: new AbortController().signal,
    onProgress: (snapshot) => seen.push(snapshot),
    ...(stallMs ? { stallMs } : {}),
  });
  return { frames, seen };
}

async function count(frames: AsyncIterable<Frame>): Promise<number> {
  let number = 0;
  for await (const _ of frames) number += 1;
  return number;
}

test('progress rises from shot to shot', async () => {
  const studio = sketchStudio();
  const { frames, seen } = run(studio);
  expect(await count(frames)).toBe(120);
  expect(seen.map(({ share }) => share)).toEqual(seen.map(({ share }) => share).toSorted((a, b) => a - b));
  expect(seen[59]).toMatchObject({ shot: 0, stage: 'Drawing shot 1 of 2' });
  expect(seen[60]).toMatchObject({ shot: 1, stage: 'Drawing shot 2 of 2' });
  expect(seen.at(-1)?.share).toBe(1);
});

test('an engine that gives no frame any more is given up', async () => {
  const studio = sketchStudio({ beforeFrame: (frame) => (frame === 3 ? new Promise(() => {}) : undefined) });
  await expect(count(run(studio, 50).frames)).rejects.toThrow(StalledError);
});

test('an engine that gives too few frames makes no clip', async () => {
  const studio = sketchStudio();
  const { frameCount } = studio.motion;
  studio.motion.frameCount = (input) => frameCount(input) + 1;
  await expect(count(run(studio).frames)).rejects.toThrow('gave 120 frames instead of 121');
});
