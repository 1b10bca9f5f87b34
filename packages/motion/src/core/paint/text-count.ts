import type { Bitmap } from '../canvas.ts';
import { ease } from '../easing.ts';
import { multiply } from '../geometry.ts';
import type { CountedCharacter, Counting } from './aids.ts';
import type { Piece } from './pieces.ts';
import { smallest, spell } from './spell.ts';
import { clampShare, emerging } from './text-pieces.ts';

/**
 * What a number says at a share of its way: the largest that its own digits spell, never less than before.
 *
 * @example numberAt({ digits: '1284', least: 4 }, 1) // '1284'
 */
export function numberAt({ digits, least }: Pick<Counting, 'digits' | 'least'>, share: number): string {
  if (share >= 1) return digits;
  const own = [...new Set([...digits].map(Number))].sort((a, b) => a - b);
  const fixed = least >= digits.length;
  const first = digits.startsWith('0') ? 0 : 1;
  const lowest = fixed ? smallest(digits.length, own, first) : '0';
  const from = Number(lowest);
  const value = from + (Number(digits) - from) * clampShare(share);
  const found = spell(value, { digits: own, least });
  if (!found || (fixed && Number(found) < from)) return fixed ? lowest : smallest(least, own, 0);
  return found;
}

/** How much later the last digit of a rolling number starts than the first. */
const ROLL_APART = 0.35;

/** A number on its way, put together from its own glyphs; all that is no part of it stands. */
export function countedPieces<B extends Bitmap>(
  whole: Piece<B>,
  counting: Counting,
  share: number,
): Piece<B>[] {
  const standing = counting.characters.filter(({ inside }) => !inside);
  const number = counting.characters.filter(({ inside }) => inside);
  const still = standing.map(({ box }) => ({ ...whole, part: box }));
  if (!counting.spelled) return [...still, ...rolled(whole, number, share)];
  return [...still, ...spelled(whole, counting, number, numberAt(counting, share))];
}

function rolled<B extends Bitmap>(
  whole: Piece<B>,
  number: readonly CountedCharacter[],
  share: number,
): Piece<B>[] {
  const apart = number.length > 1 ? ROLL_APART / (number.length - 1) : 0;
  const own = number.length > 1 ? 1 - ROLL_APART : 1;
  return number.flatMap(({ box, digit }, index) =>
    digit === null
      ? [{ ...whole, part: box, opacity: ease('drift', clampShare(share * 2)) }]
      : emerging(whole, box, 'down', Math.min(1, (share - index * apart) / own)),
  );
}

function spelled<B extends Bitmap>(
  whole: Piece<B>,
  { tabular, anchor, digits }: Counting,
  number: readonly CountedCharacter[],
  says: string,
): Piece<B>[] {
  const missing = digits.length - says.length;
  let digit = -1;
  const slots = number.flatMap((slot) => {
    if (slot.digit !== null) digit++;
    if (digit < missing) return [];
    const wanted = slot.digit === null ? null : Number(says[digit - missing]);
    const same = wanted === slot.digit ? slot : number.find((one) => one.digit === wanted);
    return same ? [{ slot, glyph: same }] : [];
  });
  const first = number.find((one) => slots[0]?.slot === one);
  const last = number.at(-1);
  if (!first || !last) return [];
  const wide = slots.reduce((sum, { glyph }) => sum + glyph.box.width, 0);
  let x = anchor === 'left' ? first.box.x : last.box.x + last.box.width - wide;
  return slots.map(({ slot, glyph }) => {
    const away = tabular ? centre(slot) - centre(glyph) : x - glyph.box.x;
    x += glyph.box.width;
    const matrix = multiply(whole.matrix, { a: 1, b: 0, c: 0, d: 1, e: away, f: 0 });
    return { ...whole, part: glyph.box, matrix };
  });
}

const centre = ({ ink }: CountedCharacter) => ink.x + ink.width / 2;
