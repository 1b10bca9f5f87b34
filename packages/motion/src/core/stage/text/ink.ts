import type { Pixels } from '../../canvas.ts';

/** A run of columns or rows: `from` included, `to` not. */
export interface Run {
  from: number;
  to: number;
}

/** How much there is to see in a bitmap, pixel by pixel. */
export interface Ink {
  width: number;
  height: number;
  /** 0 to 255. */
  at: Uint8Array;
  /** What counts as a stroke: fainter pixels are its smoothed edge or a shadow. */
  least: number;
}

/** A stroke is at least this share of the strongest pixel: the smoothed edges of two letters may touch. */
const STROKE = 0.3;

/** The ink of a bitmap is its alpha. Null where nothing is drawn, or all of it is filled, as a card or a photo is. */
export function inkOf({ data, width, height }: Pixels): Ink | null {
  const at = new Uint8Array(width * height);
  let most = 0;
  let filled = 0;
  for (let i = 0; i < at.length; i++) {
    const alpha = data[i * 4 + 3] ?? 0;
    at[i] = alpha;
    if (alpha > most) most = alpha;
    if (alpha > 200) filled++;
  }
  if (most < 24 || filled > at.length * 0.8) return null;
  return { width, height, at, least: Math.max(8, most * STROKE) };
}

/** Ink in each row of some columns, in pixels of full ink. */
export function rowProfile(
  { width, height, at, least }: Ink,
  columns: Run = { from: 0, to: width },
): number[] {
  const rows = new Array<number>(height).fill(0);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = columns.from; x < columns.to; x++) {
      const ink = at[y * width + x] ?? 0;
      if (ink >= least) sum += ink;
    }
    rows[y] = sum / 255;
  }
  return rows;
}

/** Ink in each column of some rows, in pixels of full ink. */
export function columnProfile({ width, at, least }: Ink, rows: Run): number[] {
  const columns = new Array<number>(width).fill(0);
  for (let y = rows.from; y < rows.to; y++)
    for (let x = 0; x < width; x++) {
      const ink = at[y * width + x] ?? 0;
      if (ink >= least) columns[x] = (columns[x] ?? 0) + ink / 255;
    }
  return columns;
}

/** Where a profile is not empty. */
export function runsOf(profile: readonly number[]): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let i = 0; i <= profile.length; i++) {
    const some = (profile[i] ?? 0) > 0;
    if (some && from < 0) from = i;
    if (!some && from >= 0) {
      runs.push({ from, to: i });
      from = -1;
    }
  }
  return runs;
}

export const lengthOf = ({ from, to }: Run): number => to - from;

/** The emptiest place of a profile near one, the nearest of equals. */
export function emptiest(profile: readonly number[], near: number, reach: number): number {
  let best = Math.round(near);
  let least = Number.POSITIVE_INFINITY;
  for (let i = Math.max(1, Math.ceil(near - reach)); i <= Math.min(profile.length - 2, near + reach); i++) {
    const value = (profile[i] ?? 0) + Math.abs(i - near) * 1e-3;
    if (value < least) {
      least = value;
      best = i;
    }
  }
  return best;
}
