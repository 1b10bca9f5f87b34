import { LONGEST, longestShot, SHORTEST } from '../taste/shot-seconds.ts';
import { clamp } from '../taste/taste-context.ts';

/** A shot's wish for time, and the most that its footage has. */
export interface Wish {
  seconds: number;
  /** Seconds of footage that can be asked for. */
  most?: number | undefined;
}

const TENTH = 10;

/**
 * Shares a clip's length out among its shots by what they would like, within taste: 2.5 to 6 s, the last one 1 s longer.
 *
 * @param total seconds of the shots together; as they would like without it
 * @example fitLength([{ seconds: 3 }, { seconds: 6 }], 12) // [5, 7]
 */
export function fitLength(wishes: readonly Wish[], total?: number): number[] {
  const limits = wishes.map(({ most }, index) => {
    const longest = Math.min(most ?? LONGEST + 1, longestShot(index === wishes.length - 1));
    return { least: Math.min(SHORTEST, longest), most: longest };
  });
  const liked = wishes.map(({ seconds }, index) => held(seconds, limits[index]));
  if (total === undefined) return liked.map(tenth);
  // The scale at which they come to the total; it grows with the scale, so halving finds it.
  let [low, high] = [0.01, 100];
  const at = (scale: number) => liked.map((seconds, index) => held(seconds * scale, limits[index]));
  for (let step = 0; step < 40; step += 1) {
    const scale = Math.sqrt(low * high);
    if (sum(at(scale)) < total) low = scale;
    else high = scale;
  }
  return at(high).map(tenth);
}

const held = (seconds: number, limit?: { least: number; most: number }): number =>
  clamp(Number.isFinite(seconds) ? seconds : 4, limit?.least ?? SHORTEST, limit?.most ?? LONGEST);
const tenth = (seconds: number): number => Math.round(seconds * TENTH) / TENTH;
const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0);
