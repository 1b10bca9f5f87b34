import type { Counting } from '../../paint/aids.ts';
import { lengthOf, type Run } from './ink.ts';
import type { TextLine } from './lines.ts';
import { type LinePart, tiled } from './parts.ts';
import { numbersTo } from './spell.ts';

/** A number in a text: digits with separators between them. */
const NUMBER = /\p{Nd}(?:[\p{Nd}.,'’\u066B\u066C\u00A0\u202F ]*\p{Nd})?/gu;
/** Numbers on the way that can be told apart, at least; fewer make no count. */
const FEWEST = 7;
/** Digits whose middles are even to so many heights of the line are all as wide. */
const EVEN = 0.045;
/** What some characters are drawn with besides one piece. */
const PIECES: Readonly<Record<string, readonly number[]>> = {
  '%': [1, 2, 3],
  '‰': [1, 2, 3, 4],
  '"': [1, 2],
  '“': [1, 2],
  '”': [1, 2],
};

export interface CountedLine extends Omit<Counting, 'characters'> {
  characters: { cell: Run; ink: Run; digit: number | null; inside: boolean }[];
}

/**
 * A line's characters matched with its ink; undefined where the text carries no number, or its glyphs cannot be told
 * apart.
 */
export function countedLine(line: TextLine, index: number, text: string): CountedLine | undefined {
  const number = longestNumber(text);
  if (!number) return undefined;
  const shown = [...text]
    .map((character, at) => ({ character, at }))
    .filter(({ character }) => !/\s/u.test(character));
  const glyphs = matched(
    line,
    shown.map(({ character }) => character),
  );
  if (!glyphs) return undefined;
  const cells = tiled(line, index, glyphs);
  const characters = shown.map(({ character, at }, i) => ({
    ...cellOf(cells, i, lengthOf(line.rows)),
    digit: at >= number.from && at < number.to ? digitOf(character) : null,
    inside: at >= number.from && at < number.to,
  }));
  const digits = characters.map(({ digit }) => digit ?? '').join('');
  if (digits.length > 15 || digits.length < 1) return undefined;
  const prefix = characters.findIndex(({ inside }) => inside) > 0;
  const suffix = !characters.at(-1)?.inside;
  const numbers = numbersTo(digits, prefix ? digits.length : number.decimals + 1);
  return {
    numbers,
    spelled: numbers.length >= FEWEST,
    characters,
    tabular: isTabular(characters, lengthOf(line.rows)),
    anchor: prefix && !suffix ? ('left' as const) : ('right' as const),
  };
}

function longestNumber(text: string): { from: number; to: number; decimals: number } | null {
  const all = [...text.matchAll(NUMBER)];
  const found = all.sort((a, b) => digitsIn(b[0]) - digitsIn(a[0]))[0];
  if (!found) return null;
  // Positions count characters, not UTF-16 units.
  const from = [...text.slice(0, found.index)].length;
  const decimals = /[.,\u066B](\p{Nd}{1,2})$/u.exec(found[0])?.[1] ?? '';
  return { from, to: from + [...found[0]].length, decimals: [...decimals].length };
}

const digitsIn = (text: string) => [...text].filter((character) => digitOf(character) !== null).length;

/** A decimal digit of any script. Unicode keeps each script's ten in a row, 0 first, at a multiple of ten from it. */
function digitOf(character: string): number | null {
  if (!/\p{Nd}/u.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** One run of ink for each character; null where they do not match. */
function matched({ runs }: TextLine, characters: readonly string[]): Run[] | null {
  const spare = runs.length - characters.length;
  if (spare < 0) return null;
  const fit = (run: number, character: number): Run[] | null => {
    if (character === characters.length) return run === runs.length ? [] : null;
    for (const pieces of PIECES[characters[character] ?? ''] ?? [1]) {
      const [first, last] = [runs[run], runs[run + pieces - 1]];
      const rest = first && last ? fit(run + pieces, character + 1) : null;
      if (first && last && rest) return [{ from: first.from, to: last.to }, ...rest];
    }
    return null;
  };
  return fit(0, 0);
}

/** A character's own columns: at the ends no more room than between characters. */
function cellOf(cells: readonly LinePart[], index: number, tall: number): { cell: Run; ink: Run } {
  const part = cells[index];
  if (!part) throw new RangeError(`the line has no character ${index}`);
  const { ink, cell } = part;
  const side = Math.round(tall * 0.06);
  return {
    ink,
    cell: {
      from: index === 0 ? Math.max(cell.from, ink.from - side) : cell.from,
      to: index === cells.length - 1 ? Math.min(cell.to, ink.to + side) : cell.to,
    },
  };
}

function isTabular(characters: readonly { ink: Run; digit: number | null }[], tall: number): boolean {
  const steps = characters.flatMap((one, i) => {
    const next = characters[i + 1];
    if (!next || one.digit === null || next.digit === null) return [];
    return [(next.ink.from + next.ink.to - one.ink.from - one.ink.to) / 2];
  });
  return steps.length > 0 && Math.max(...steps) - Math.min(...steps) <= tall * EVEN * 2;
}
