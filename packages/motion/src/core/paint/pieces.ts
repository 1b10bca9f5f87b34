import type { Color, Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';
import type { BitmapName, DrawItem, Shape } from '../draw-list.ts';
import { ease } from '../easing.ts';
import type { Cut } from '../effects/pose.ts';
import type { Affine } from '../geometry.ts';
import type { Aids, Prepared } from './aids.ts';
import { arcShape, blurredPieces, type Soft, softOf } from './cuts.ts';
import { countedPieces } from './text-count.ts';
import { letterPieces, linePieces, wordPieces } from './text-pieces.ts';

/** A part of a layer's bitmap in its own place. */
export interface Piece<B extends Bitmap> {
  /** The sizes to draw it from. */
  sizes: readonly Prepared<B>[];
  /** What of it is drawn, frame pixels; all of it with null. */
  part: Rect | null;
  /** Frame pixels to view pixels. */
  matrix: Affine;
  opacity: number;
}

/**
 * A bitmap item as a painter has to draw it: its pieces, within every clip, faded by every soft edge.
 *
 * - `added`: the pieces' premultiplied pixels, each times its opacity, are summed (a mix of two blurs); otherwise they
 *   are laid over one another, and none overlaps.
 * - Where there are soft edges or `added` pieces they are put together on a sheet of their own first.
 */
export interface Pieces<B extends Bitmap> {
  pieces: Piece<B>[];
  added: boolean;
  clips: { shape: Shape; matrix: Affine }[];
  softs: Soft[];
  opacity: number;
}

type BitmapItem = Extract<DrawItem, { kind: 'bitmap' }>;

/** What painting an item needs of the stage. */
export interface PieceSource<B extends Bitmap> {
  get(name: BitmapName): readonly Prepared<B>[];
  aids?(name: BitmapName): Aids<B> | undefined;
  accent?(shot: number): Color | undefined;
  /** Differs wherever the bitmap of a name has become another one. */
  version?(name: BitmapName): number;
}

/**
 * What an item comes to: every painter draws just this, so that all give the same pixels.
 *
 * @example for (const piece of piecesOf(item, stage).pieces) draw(piece);
 */
export function piecesOf<B extends Bitmap>(item: BitmapItem, bitmaps: PieceSource<B>): Pieces<B> {
  const sizes = bitmaps.get(item.bitmap);
  const whole: Piece<B> = { sizes, part: null, matrix: item.matrix, opacity: 1 };
  const result: Pieces<B> = {
    pieces: [whole],
    added: false,
    clips: item.clips.map(({ box, corners }) => ({
      shape: { kind: 'box', box, corners },
      matrix: item.place,
    })),
    softs: [],
    opacity: item.opacity,
  };
  if (item.cuts.length === 0 && item.blur <= 0) return result;
  const aids = bitmaps.aids?.(item.bitmap) ?? {};
  if (item.blur > 0) {
    const mixed = blurredPieces(whole, aids.blurred ?? [], item.blur);
    result.pieces = mixed;
    result.added = mixed.length > 1;
  }
  for (const cut of item.cuts) applyCut(result, cut, item, whole, aids);
  return result;
}

function applyCut<B extends Bitmap>(
  result: Pieces<B>,
  cut: Cut,
  item: BitmapItem,
  whole: Piece<B>,
  aids: Aids<B>,
): void {
  const replace = (pieces: Piece<B>[]) => {
    result.pieces = pieces;
    result.added = false;
  };
  const box = whole.sizes[0]?.box;
  if (!box) return;
  switch (cut.kind) {
    case 'box':
      result.clips.push({ shape: cut, matrix: item.place });
      return;
    case 'wipe':
      result.softs.push(softOf({ ...cut, box: aids.ink ?? cut.box }, item.matrix));
      return;
    case 'sector':
      if (cut.share < 1) result.clips.push({ shape: arcShape(cut, aids.arc), matrix: item.matrix });
      return;
    case 'lines':
      replace(linePieces(whole, aids.lines, cut));
      return;
    case 'letters':
    case 'words': {
      const parts = aids[cut.kind];
      if (!parts) {
        const from = aids.fromRight ? 'right' : 'left';
        const share = ease('travel', cut.share);
        result.softs.push(softOf({ box, from, share, feather: box.width * 0.2 }, item.matrix));
      } else if (cut.kind === 'letters') replace(letterPieces(whole, parts, cut.share, aids.caret));
      else replace(wordPieces(whole, parts, cut.share));
      return;
    }
    case 'digits':
      replace(
        aids.counting
          ? countedPieces(whole, aids.counting, cut.share)
          : linePieces(whole, aids.lines, { kind: 'lines', box, from: 'down', share: cut.share }),
      );
  }
}
