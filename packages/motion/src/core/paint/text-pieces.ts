import type { Direction, Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';
import { ease } from '../easing.ts';
import type { Cut } from '../effects/pose.ts';
import { TOWARDS } from '../effects/sides.ts';
import { multiply, union } from '../geometry.ts';
import type { TextPart } from './aids.ts';
import type { Piece } from './pieces.ts';

/** A piece some frame pixels away from its place. */
export function shiftedPiece<B extends Bitmap>(piece: Piece<B>, x: number, y: number): Piece<B> {
  return { ...piece, matrix: multiply(piece.matrix, { a: 1, b: 0, c: 0, d: 1, e: x, f: y }) };
}

/** Letters are all there at this share; the caret goes in what is left. */
const TYPED = 0.94;
/** A letter's own fade, in letters: no more than takes the flicker away. */
const FADE = 1.1;
/** The caret's width and its distance from the letter, in heights of a line. */
const CARET = { width: 0.055, gap: 0.09 };

/** The letters typed so far, those that are whole line by line, and a caret after the last. */
export function letterPieces<B extends Bitmap>(
  whole: Piece<B>,
  parts: readonly TextPart[],
  share: number,
  caret: B | undefined,
): Piece<B>[] {
  const reached = Math.min(1, share / TYPED) * (parts.length + FADE - 1);
  const seen = parts.map((part, index) => ({ part, opacity: clampShare((reached - index) / FADE) }));
  const shown = seen.filter(({ opacity }) => opacity > 0);
  const done = shown.filter(({ opacity }) => opacity >= 1);
  const pieces: Piece<B>[] = byLine(done.map(({ part }) => part)).map((part) => ({
    ...whole,
    part,
    opacity: 1,
  }));
  for (const { part, opacity } of shown) if (opacity < 1) pieces.push({ ...whole, part: part.box, opacity });
  const last = shown.at(-1)?.part;
  if (caret && last && share < 1) {
    const opacity = clampShare((1 - share) / (1 - TYPED));
    pieces.push({ ...whole, sizes: [{ image: caret, box: caretBox(last) }], opacity });
  }
  return pieces;
}

function caretBox({ ink, box, height, fromRight }: TextPart): Rect {
  const width = height * CARET.width;
  const gap = height * CARET.gap;
  const tall = height * 1.1;
  const bottom = Math.min(box.y + box.height, ink.y + ink.height);
  const y = Math.max(box.y, bottom - Math.max(ink.height, tall));
  const x = fromRight ? ink.x - gap - width : ink.x + ink.width + gap;
  return { x, y, width, height: tall };
}

/** How far a word comes up as it appears, in heights of a line. */
const WORD_RISE = 0.28;
/** taste.md: opacity is done at 60 % of the way. */
const OPAQUE_AT = 0.6;

/** Words that have come, are coming. */
export function wordPieces<B extends Bitmap>(
  whole: Piece<B>,
  parts: readonly TextPart[],
  share: number,
): Piece<B>[] {
  const own = Math.min(1, Math.max(0.14, 2.6 / (parts.length + 1.6)));
  const pieces: Piece<B>[] = [];
  const done: TextPart[] = [];
  for (const [index, part] of parts.entries()) {
    const begins = parts.length > 1 ? ((1 - own) * index) / (parts.length - 1) : 0;
    const way = clampShare((share - begins) / own);
    if (way >= 1) done.push(part);
    else if (way > 0) {
      const opacity = ease('drift', Math.min(1, way / OPAQUE_AT));
      const down = part.height * WORD_RISE * (1 - ease('enter', way));
      pieces.push({ ...shiftedPiece(whole, 0, down), part: part.box, opacity });
    }
  }
  return [...byLine(done).map((part) => ({ ...whole, part, opacity: 1 })), ...pieces];
}

/** How much later the last line starts than the first. */
const LINES_APART = 0.3;

/** Lines on their way out from behind their own edges; a picture is one line. */
export function linePieces<B extends Bitmap>(
  whole: Piece<B>,
  lines: readonly TextPart[] | undefined,
  { box, from, share }: Extract<Cut, { kind: 'lines' }>,
): Piece<B>[] {
  const upright = from === 'up' || from === 'down';
  const bands = upright && lines && lines.length > 0 ? lines.map((line) => line.box) : [box];
  const apart = bands.length > 1 ? LINES_APART / (bands.length - 1) : 0;
  const own = bands.length > 1 ? 1 - LINES_APART : 1;
  return bands.flatMap((band, index) =>
    emerging(whole, band, from, Math.min(1, (share - index * apart) / own)),
  );
}

/** The part of a band that has come out from behind its edge on a side; past its place it is drawn whole. */
export function emerging<B extends Bitmap>(
  whole: Piece<B>,
  band: Rect,
  from: Direction,
  share: number,
): Piece<B>[] {
  if (share <= 0) return [];
  const hidden = Math.max(0, 1 - share);
  const away = 1 - share;
  const { x, y } = TOWARDS[from];
  const width = x === 0 ? band.width : band.width * (1 - hidden);
  const height = y === 0 ? band.height : band.height * (1 - hidden);
  const part = {
    x: from === 'left' ? band.x + band.width - width : band.x,
    y: from === 'up' ? band.y + band.height - height : band.y,
    width,
    height,
  };
  return [{ ...shiftedPiece(whole, x * band.width * away, y * band.height * away), part }];
}

/** What is whole of each line as one piece: fewer to draw, and no seams under a camera that moves. */
function byLine(parts: readonly TextPart[]): Rect[] {
  const lines = new Map<number, Rect>();
  for (const { line, box } of parts) {
    const before = lines.get(line);
    lines.set(line, before ? union(before, box) : box);
  }
  return [...lines.values()];
}

export function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}
