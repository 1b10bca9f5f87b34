import { expect, test } from 'vitest';
import { ladder, nextRung } from './ladder.ts';

const asked = { fps: 30, size: { width: 1280, height: 720 } };

test('the rate is lowered to 12 before the size is touched, and every rung is smaller than the one before', () => {
  const rungs = ladder(asked);
  expect(rungs.slice(0, 6).map(({ fps }) => fps)).toEqual([30, 25, 20, 15, 12, 12]);
  expect(rungs[4]?.size).toEqual(asked.size);
  expect(rungs[5]?.size).toEqual({ width: 1126, height: 634 });
  for (const [at, { fps, size }] of rungs.slice(1).entries())
    expect(fps * size.width * size.height).toBeLessThan(
      (rungs[at]?.fps ?? 0) * (rungs[at]?.size.width ?? 0) * (rungs[at]?.size.height ?? 0),
    );
  expect(Math.min(rungs.at(-1)?.size.height ?? 0)).toBeGreaterThanOrEqual(64);
});

test('a rate that a GIF cannot play becomes half of it; a slow one stays', () => {
  expect(ladder({ ...asked, fps: 60 })[0]?.fps).toBe(30);
  expect(ladder({ ...asked, fps: 12 }).map(({ fps }) => fps)).not.toContain(15);
});

test('the next rung is guessed from the bytes so far, always lower than what was too large', () => {
  const rungs = ladder(asked);
  const next = nextRung(rungs, 1_000_000, { at: 0, bytes: 2_000_000 }, undefined);
  expect(next).toBeGreaterThan(1);
  expect(next).toBeLessThan(rungs.length - 1);
  expect(nextRung(rungs, 1_000_000, { at: 3, bytes: 1_000_001 }, undefined)).toBe(4);
  expect(nextRung(rungs, 1, { at: 3, bytes: 1_000_001 }, undefined)).toBe(rungs.length - 1);
  expect(nextRung(rungs, 1, { at: rungs.length - 1, bytes: 2 }, undefined)).toBeUndefined();
});

test('a rung that fits and leaves much unused is followed by a better one between; one that is well used is taken', () => {
  const rungs = ladder(asked);
  const better = nextRung(rungs, 1_000_000, { at: 0, bytes: 3_000_000 }, { at: 9, bytes: 300_000 });
  expect(better).toBeGreaterThan(0);
  expect(better).toBeLessThan(9);
  expect(nextRung(rungs, 1_000_000, { at: 0, bytes: 3_000_000 }, { at: 9, bytes: 900_000 })).toBeUndefined();
  expect(nextRung(rungs, 1_000_000, { at: 8, bytes: 3_000_000 }, { at: 9, bytes: 100 })).toBeUndefined();
});
