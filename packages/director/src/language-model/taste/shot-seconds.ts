import { clamp } from './taste-context.ts';

/** taste.md: shots 2.5 to 6 s; the last one 1 s longer. */
export const SHORTEST = 2.5;
export const LONGEST = 6;
const LAST_EXTRA = 1;

/** The longest that a shot gets by itself. */
export const longestShot = (last: boolean): number => LONGEST + (last ? LAST_EXTRA : 0);

/** Seconds of a shot that a language model asked for, within taste; to the nearest half. */
export const shotSeconds = (wanted: number, last: boolean): number =>
  clamp(Math.round((Number.isFinite(wanted) ? wanted : 4) * 2) / 2, SHORTEST, longestShot(last));
