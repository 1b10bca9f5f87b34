import type { Canvas } from '@napi-rs/canvas';
import { choose, through } from '../../core/paint/paint-pieces.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Op } from './ops.ts';
import { sameRect } from './regions.ts';
import type { Sprite, Sprites } from './sprite.ts';

type SpriteOp = Op<Sprite | Canvas>;

/**
 * Leaves out what dissolves into its like: an opaque picture over one with the same pixels in the same place changes
 * nothing, at any opacity. Two frames of one design often stand on the same ground.
 */
export function withoutRepeats(
  kernel: PixelKernel,
  sprites: Sprites,
  known: WeakMap<object, WeakMap<object, boolean>>,
): (ops: SpriteOp[]) => SpriteOp[] {
  const same = (a: Sprite | Canvas, b: Sprite | Canvas): boolean => {
    if (a === b) return true;
    if (a.width !== b.width || a.height !== b.height) return false;
    const pairs = known.get(a) ?? new WeakMap<object, boolean>();
    known.set(a, pairs);
    const before = pairs.get(b);
    if (before !== undefined) return before;
    const [first, second] = [sprites.pixelsOf(a), sprites.pixelsOf(b)];
    const equal =
      first.opaque && second.opaque && Buffer.compare(kernel.view(first), kernel.view(second)) === 0;
    pairs.set(b, equal);
    return equal;
  };
  return (ops) =>
    ops.filter((op, index) => {
      const below = ops[index - 1];
      const [upper, lower] = [wholePicture(op), below && wholePicture(below)];
      if (!below || !upper || !lower || below.opacity * lower.opacity < 1) return true;
      if (!sameRect(upper.place, lower.place)) return true;
      if (JSON.stringify(op.bounds) !== JSON.stringify(below.bounds)) return true;
      return !same(upper.image, lower.image);
    });
}

/** What an op shows where it is one upright picture without any cut. */
function wholePicture(op: SpriteOp) {
  if (op.kind !== 'pieces') return null;
  const { pieces, clips, softs, opacity } = op.pieces;
  const [piece] = pieces;
  if (!piece || pieces.length > 1 || piece.part || clips.length > 0 || softs.length > 0) return null;
  if (Math.abs(piece.matrix.b) > 1e-9 || Math.abs(piece.matrix.c) > 1e-9) return null;
  const choice = choose(piece.sizes, piece.matrix);
  if (!choice) return null;
  return { image: choice.prepared.image, place: through(piece.matrix, choice.prepared.box), opacity };
}
