import type { Size } from '@animatic/schema';

/** One way to make a GIF. */
export interface Rung {
  fps: number;
  size: Size;
}

/** A GIF counts in hundredths of a second, and browsers slow down what is faster than two of them. */
const FASTEST = 50;
const RATES = [50, 40, 30, 25, 20, 15, 12];
const SLOWEST = 12;
const STEP = 0.88;
/** The shorter side of the smallest GIF that still shows something. */
const SMALLEST = 64;

/**
 * Ways to make a GIF, each smaller than the one before: first the rate is lowered, then the size.
 *
 * @example ladder({ fps: 30, size: { width: 1280, height: 720 } })[1] // { fps: 25, size: 1280 × 720 }
 */
export function ladder({ fps, size }: Rung): Rung[] {
  // 60 becomes 30: every second frame, evenly; 50 of 60 would stutter.
  const first = fps > FASTEST ? fps / 2 : fps;
  const rates = [first, ...RATES.filter((rate) => rate < first)];
  const slowest = Math.min(first, SLOWEST);
  const rungs = rates.map((rate) => ({ fps: rate, size }));
  for (let scale = STEP; Math.min(size.width, size.height) * scale >= SMALLEST; scale *= STEP)
    rungs.push({ fps: slowest, size: scaled(size, scale) });
  return rungs;
}

/** What came out of a rung. */
export interface Tried {
  at: number;
  bytes: number;
}

/** Drawn once more for a better picture only where so much of the ceiling would stay unused. */
const WELL_USED = 0.75;

/**
 * The next rung to try: between the lowest one that was too large and the highest that fits, where the sizes so far
 * say that the ceiling is. Bytes follow pictures and pixels nearly in proportion.
 *
 * @param over what was too large
 * @param fits what is not, if anything
 * @returns a rung's place, or undefined where there is nothing better to try
 */
export function nextRung(
  rungs: readonly Rung[],
  ceiling: number,
  over: Tried,
  fits: Tried | undefined,
): number | undefined {
  const below = fits?.at ?? rungs.length;
  if (below - over.at <= 1 || (fits && fits.bytes > ceiling * WELL_USED)) return undefined;
  const known = fits ?? over;
  const from = rungs[known.at];
  if (!from) return undefined;
  const weight = ({ fps, size }: Rung) => fps ** 0.8 * (size.width * size.height) ** 0.85;
  const aim = (weight(from) * ceiling) / known.bytes;
  const guess = rungs.findIndex((rung) => weight(rung) <= aim);
  return Math.min(Math.max(guess < 0 ? rungs.length - 1 : guess, over.at + 1), below - 1);
}

function scaled({ width, height }: Size, by: number): Size {
  const even = (side: number) => Math.max(2, Math.round((side * by) / 2) * 2);
  return { width: even(width), height: even(height) };
}
