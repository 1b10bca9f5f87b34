import { expect, test } from 'vitest';
import { dissolve } from './dissolve.ts';
import { looped } from './looped.ts';

/** What is on screen stays there a moment: sums of fractions are not exact. */
const levelAt = (seconds: number) => Math.floor((seconds + 0.004) * 24);

/** Frames of one pixel that tell the seconds of the file that they are from. */
function clock(fps: number, seconds: number) {
  let open = 0;
  return {
    open: () => open,
    async *at(from: number): AsyncGenerator<Uint8Array, void, void> {
      open += 1;
      try {
        for (let n = 0; from + n / fps < seconds; n++)
          yield Uint8Array.of(levelAt(from + n / fps), 0, 0, 255);
      } finally {
        open -= 1;
      }
    },
  };
}

async function seen(from = 0, count = 210) {
  const source = clock(30, 8);
  const levels: number[] = [];
  const loop = { period: 3.5, blend: 0.5 };
  for await (const frame of looped((start) => source.at(start), loop, 30, from, count))
    levels.push(frame[0] ?? -1);
  expect(source.open()).toBe(0);
  return levels;
}

test('a round begins where the one before it ends, without a jump', async () => {
  const levels = await seen();
  expect(levels).toHaveLength(210);
  // Half a second into the file at first, then on as it goes.
  expect(levels[0]).toBe(12);
  expect(levels[80]).toBe(levelAt(0.5 + 80 / 30));
  // The next round shows through over the last half second; then it is there, at the place where the first began.
  for (let i = 91; i < 105; i++) expect(levels[i]).toBeLessThan(levels[90]! + 5);
  expect(Math.abs(levels[105]! - levels[104]!)).toBeLessThanOrEqual(3);
  expect(levels.slice(105)).toEqual(levels.slice(0, 105));
});

test('the end of the last round is the beginning of the first', async () => {
  const levels = await seen();
  expect(Math.abs(levels.at(-1)! - levels[0]!)).toBeLessThanOrEqual(3);
});

test.each([12, 96, 104, 105, 170])('taken up at frame %d it goes on as it would have', async (skip) => {
  expect((await seen(skip / 30, 210 - skip)).slice(0, 30)).toEqual((await seen()).slice(skip, skip + 30));
});

test('a dissolve’s ends are the pictures themselves, its middle lies between', () => {
  const other = Uint8Array.of(200, 100, 0, 255);
  for (const [share, wanted] of [
    [0, [0, 50, 255, 255]],
    [0.5, [100, 75, 128, 255]],
    [1, [200, 100, 0, 255]],
  ] as const) {
    const into = Uint8Array.of(0, 50, 255, 255);
    dissolve(into, other, share);
    expect([...into]).toEqual(wanted);
  }
});
