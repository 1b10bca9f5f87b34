import { emptiest, lengthOf, type Run } from './ink.ts';
import type { TextLine } from './lines.ts';
import { isDense, shapesIn, wordsIn } from './script.ts';

/** A piece of a line, pixels: its ink, and its share of the line with half of the gaps. */
export interface LinePart {
  line: TextLine;
  index: number;
  ink: Run;
  cell: Run;
}

/** Ink wider than this many letters is more than one. */
const WIDE = 1.7;
/** Words of dense scripts are pieces about as long as this many heights of their line. */
const CHUNK = 2.6;
/** How far a gap may be from the grid that characters stand on, in characters. */
const ON_GRID = 0.2;
/** Without the text, a gap wider than this many heights of the line parts words. */
const WORD_GAP = 0.2;

/** The letters of each line from left to right, as far as the eye can tell them apart. */
export function lettersOf(lines: readonly TextLine[], text: string): LinePart[][] {
  const shapes = Math.max(1, shapesIn(text));
  const ink = lines.flatMap((line) => line.runs).reduce((sum, run) => sum + lengthOf(run), 0);
  const letter = ink / shapes;
  return lines.map((line, index) => {
    const runs = line.runs.flatMap((run) => cutWide(run, line, letter));
    return tiled(line, index, runs);
  });
}

/** Ink that joins several letters, cut where there is least of it. */
function cutWide(run: Run, line: TextLine, letter: number): Run[] {
  const tall = lengthOf(line.rows);
  const unit = Math.min(Math.max(letter, tall * 0.2), tall * 1.2);
  const count = Math.round(lengthOf(run) / unit);
  if (lengthOf(run) < unit * WIDE || count < 2) return [run];
  const cuts = [run.from];
  for (let i = 1; i < count; i++) {
    const at = emptiest(line.profile, run.from + (lengthOf(run) * i) / count, unit * 0.35);
    if (at > (cuts.at(-1) ?? 0) && at < run.to) cuts.push(at);
  }
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? run.to }));
}

/** The words of each line from left to right; as many as the text has, parted at its widest gaps. */
export function wordsOf(lines: readonly TextLine[], text: string): LinePart[][] {
  const parting = partingGap(lines, wordsIn(text));
  const dense = isDense(text);
  const pitch = pitchOf(lines, text);
  return lines.map((line, index) => {
    const tall = lengthOf(line.rows);
    const start = line.runs[0]?.from ?? 0;
    const words: Run[] = [];
    for (const run of line.runs) {
      const last = words.at(-1);
      const gap = last ? (run.from - last.to) / tall : 0;
      const full = dense && last !== undefined && isFull(last, run, start, pitch, tall);
      if (last && gap < parting && !full) last.to = run.to;
      else words.push({ ...run });
    }
    return tiled(line, index, words);
  });
}

/** How wide a character of a dense script is, with its gap: they all stand on one grid. */
function pitchOf(lines: readonly TextLine[], text: string): number {
  const width = lines.reduce((sum, { runs }) => sum + (runs.at(-1)?.to ?? 0) - (runs[0]?.from ?? 0), 0);
  return width / Math.max(1, shapesIn(text));
}

/** Whether a piece of a dense script is long enough and ends here: between two characters, not within one. */
function isFull(piece: Run, next: Run, start: number, pitch: number, tall: number): boolean {
  const width = next.to - piece.from;
  const cells = ((piece.to + next.from) / 2 - start) / pitch;
  const onGrid = Math.abs(cells - Math.round(cells)) < ON_GRID;
  return width > tall * CHUNK && (onGrid || width > tall * CHUNK * 1.7);
}

/** The narrowest gap that parts two words, in heights of a line. */
function partingGap(lines: readonly TextLine[], words: number): number {
  const gaps = lines.flatMap(({ runs, rows }) =>
    runs.slice(1).map((run, i) => (run.from - (runs[i]?.to ?? run.from)) / lengthOf(rows)),
  );
  gaps.sort((a, b) => b - a);
  if (words === 0) return WORD_GAP;
  const parting = words - lines.length;
  if (parting <= 0) return Number.POSITIVE_INFINITY;
  const narrowest = gaps[parting - 1] ?? 0;
  const next = gaps[parting] ?? 0;
  return next > 0 ? (narrowest + next) / 2 : narrowest / 2;
}

/** Ink with half of the gaps around it: the cells of a line leave nothing out. */
export function tiled(line: TextLine, index: number, runs: readonly Run[]): LinePart[] {
  const width = line.profile.length;
  return runs.map((ink, i) => {
    const before = runs[i - 1];
    const after = runs[i + 1];
    const from = before ? Math.round((before.to + ink.from) / 2) : 0;
    const to = after ? Math.round((ink.to + after.from) / 2) : width;
    return { line, index, ink, cell: { from, to } };
  });
}
