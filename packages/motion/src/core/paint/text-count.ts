import type { Bitmap } from '../canvas.ts';
import { ease } from '../easing.ts';
import { multiply } from '../geometry.ts';
import type { CountedCharacter, Counting } from './aids.ts';
import type { Piece } from './pieces.ts';
import { clampShare, emerging } from './text-pieces.ts';

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
  return [...still, ...spelled(whole, counting, number, share)];
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
  { tabular, anchor, numbers }: Counting,
  number: readonly CountedCharacter[],
  share: number,
): Piece<B>[] {
  const last = numbers.length - 1;
  const says = numbers[Math.min(last, Math.floor(clampShare(share) * (last + 1)))] ?? '';
  const missing = number.filter((slot) => slot.digit !== null).length - says.length;
  let digit = -1;
  const slots = number.flatMap((slot) => {
    if (slot.digit !== null) digit++;
    if (digit < missing) return [];
    const wanted = slot.digit === null ? null : Number(says[digit - missing]);
    const same = wanted === slot.digit ? slot : number.find((one) => one.digit === wanted);
    return same ? [{ slot, glyph: same }] : [];
  });
  const first = number.find((one) => slots[0]?.slot === one);
  const end = number.at(-1);
  if (!first || !end) return [];
  const wide = slots.reduce((sum, { glyph }) => sum + glyph.box.width, 0);
  let x = anchor === 'left' ? first.box.x : end.box.x + end.box.width - wide;
  return slots.map(({ slot, glyph }) => {
    const away = tabular ? centre(slot) - centre(glyph) : x - glyph.box.x;
    x += glyph.box.width;
    const matrix = multiply(whole.matrix, { a: 1, b: 0, c: 0, d: 1, e: away, f: 0 });
    return { ...whole, part: glyph.box, matrix };
  });
}

const centre = ({ ink }: CountedCharacter) => ink.x + ink.width / 2;
