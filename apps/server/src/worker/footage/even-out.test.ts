import { expect, test } from 'vitest';
import { evenOut, tonesBetween } from './even-out.ts';

/** 64 × 36 pixels of many colours. */
const scene = (change: (level: number, channel: number) => number = (level) => level) =>
  Uint8Array.from({ length: 64 * 36 * 4 }, (_, i) => {
    if (i % 4 === 3) return 255;
    const level = 30 + ((Math.floor(i / 4) * 37 + (i % 4) * 71) % 170);
    return Math.min(255, Math.max(0, Math.round(change(level, i % 4))));
  });
const means = (rgba: Uint8Array) =>
  [0, 1, 2].map((channel) => {
    const own = rgba.filter((_, i) => i % 4 === channel);
    return own.reduce((sum, level) => sum + level, 0) / own.length;
  });
const farthest = (a: Uint8Array, b: Uint8Array) => Math.max(...a.map((level, i) => Math.abs(level - b[i]!)));

test.each([
  ['brighter', (level: number) => level + 18],
  ['of more contrast', (level: number) => (level - 110) * 1.15 + 110],
  ['warmer', (level: number, channel: number) => level + (channel === 0 ? 12 : channel === 2 ? -10 : 0)],
])('a picture that is %s comes back to the one before it', (_what, change) => {
  const [before, after] = [scene(), scene(change)];
  evenOut(after, tonesBetween(after, before), 1);
  expect(farthest(after, before)).toBeLessThanOrEqual(2);
});

test('what moved in between does not count', () => {
  const [before, after] = [scene(), scene((level) => level + 10)];
  after.fill(255, 0, after.length / 8);
  const changed = Uint8Array.from(after);
  evenOut(changed, tonesBetween(after, before), 1);
  expect(farthest(changed.subarray(after.length / 8), before.subarray(after.length / 8))).toBeLessThanOrEqual(
    3,
  );
});

test('black stays black and white stays white', () => {
  const [before, after] = [scene(), scene((level) => level + 20)];
  const ends = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255]);
  evenOut(ends, tonesBetween(after, before), 1);
  expect([...ends]).toEqual([255, 255, 255, 255, 0, 0, 0, 255]);
});

test('a share of it lies between, none leaves the picture as it is', () => {
  const [before, after] = [scene(), scene((level) => level + 20)];
  const tones = tonesBetween(after, before);
  const [half, none] = [Uint8Array.from(after), Uint8Array.from(after)];
  evenOut(half, tones, 0.5);
  evenOut(none, tones, 0);
  expect(none).toEqual(after);
  for (const [i, mean] of means(half).entries())
    expect(mean).toBeCloseTo((means(before)[i]! + means(after)[i]!) / 2, 0);
});

test('plain colours meet', () => {
  const plain = (level: number) => new Uint8Array(400).fill(level);
  const after = plain(140);
  evenOut(after, tonesBetween(after, plain(120)), 1);
  expect(after[0]).toBe(120);
});

test('another picture is not forced into this one', () => {
  const [dark, bright] = [new Uint8Array(400).fill(20), new Uint8Array(400).fill(230)];
  evenOut(bright, tonesBetween(bright, dark), 1);
  expect(bright[0]).toBeGreaterThan(150);
});
