import { columnProfile, emptiest, type Ink, lengthOf, type Run, rowProfile, runsOf } from './ink.ts';

/** A line of text in a bitmap, pixels. */
export interface TextLine {
  /** All rows that are nearer to it than to another line. */
  band: Run;
  /** The rows of its letters, and all rows that have anything of it. */
  rows: Run;
  full: Run;
  /** Its ink, from left to right, cut wherever a column is clear. */
  runs: Run[];
  /** Ink column by column. */
  profile: number[];
}

/** Dots, accents and underlines are lower than this share of a line, and nearer to theirs than this. */
const SMALL = 0.45;
const NEAR = 0.6;
/** Between lines that touch, rows carry less than this share of the mean row. */
const THIN = 0.2;

/**
 * The lines of a text: rows of ink with clear rows between them.
 *
 * @param least the number of lines that the text has for certain
 */
export function linesOf(ink: Ink, least: number): TextLine[] {
  const profile = rowProfile(ink);
  const clusters = joinSmall(runsOf(profile));
  const tall = clusters.length < least;
  const rows = clusters.flatMap((run) => splitTall(run, profile, clusters, tall ? least : 1));
  return rows.map((run, index) => {
    const before = rows[index - 1];
    const after = rows[index + 1];
    const band = {
      from: before ? Math.round((before.to + run.from) / 2) : 0,
      to: after ? Math.round((run.to + after.from) / 2) : ink.height,
    };
    const columns = columnProfile(ink, run);
    return { band, rows: run, full: withFaint(ink, run, band), runs: runsOf(columns), profile: columns };
  });
}

/** Rows out to the first that is clear, faint edges and shadows included. */
function withFaint({ width, at }: Ink, rows: Run, band: Run): Run {
  const some = (y: number) => {
    for (let x = 0; x < width; x++) if ((at[y * width + x] ?? 0) > 2) return true;
    return false;
  };
  let { from, to } = rows;
  while (from > band.from && some(from - 1)) from--;
  while (to < band.to && some(to)) to++;
  return { from, to };
}

/** Joins what is too low for a line with the nearer of its neighbours. */
function joinSmall(runs: Run[]): Run[] {
  const joined = [...runs];
  for (;;) {
    const body = Math.max(...joined.map(lengthOf));
    const index = joined.findIndex((run, i) => {
      const gap = Math.min(gapAfter(joined, i - 1), gapAfter(joined, i));
      return lengthOf(run) < body * SMALL && gap < body * NEAR;
    });
    if (index < 0) return joined;
    const at = gapAfter(joined, index - 1) <= gapAfter(joined, index) ? index - 1 : index;
    const [a, b] = [joined[at], joined[at + 1]];
    if (!a || !b) return joined;
    joined.splice(at, 2, { from: a.from, to: b.to });
  }
}

function gapAfter(runs: readonly Run[], index: number): number {
  const [a, b] = [runs[index], runs[index + 1]];
  return a && b ? b.from - a.to : Number.POSITIVE_INFINITY;
}

/** Lines set so tight that they touch: parted at rows with hardly any ink, evenly apart. */
function splitTall(run: Run, profile: readonly number[], all: readonly Run[], least: number): Run[] {
  const typical = [...all.map(lengthOf)].sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? 0;
  const height = lengthOf(run);
  const wanted = all.length === 1 ? least : Math.round(height / Math.max(1, typical));
  if (wanted < 2) return [run];
  const mean = profile.slice(run.from, run.to).reduce((a, b) => a + b, 0) / height;
  const cuts = [run.from];
  for (let i = 1; i < wanted; i++) {
    const near = run.from + (height * i) / wanted;
    const at = emptiest(profile, near, (height / wanted) * 0.25);
    if ((profile[at] ?? 0) > mean * THIN) return [run];
    cuts.push(at);
  }
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? run.to }));
}
