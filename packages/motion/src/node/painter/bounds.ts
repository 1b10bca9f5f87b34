import type { Rect } from '@animatic/schema';
import type { Shape } from '../../core/draw-list.ts';
import type { Affine } from '../../core/geometry.ts';
import { through } from '../../core/paint/paint-pieces.ts';

/** An edge that is off by less than this covers the pixel whole. */
const WHOLE = 1 / 256;

/** A shape that bounds what is drawn, and the matrix that takes it to the view. */
export interface Bound {
  shape: Shape;
  matrix: Affine;
}

/** True where a bound leaves all of a region as it is. */
export function holds(bound: Bound, region: Rect): boolean {
  if (bound.shape.kind !== 'box' || !upright(bound.matrix)) return false;
  return inside(region, through(bound.matrix, bound.shape.box), cornerOf(bound));
}

export function boxOfShape(shape: Shape): Rect {
  if (shape.kind === 'box') return shape.box;
  if (shape.kind === 'circle') {
    const { x, y, radius } = shape;
    return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
  }
  const xs = shape.points.map(([x]) => x);
  const ys = shape.points.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export const upright = (m: Affine): boolean =>
  Math.abs(m.b) < 1e-9 && Math.abs(m.c) < 1e-9 && m.a > 0 && m.d > 0;

/** The largest corner in view pixels. */
export function cornerOf({ shape, matrix }: Bound): number {
  return shape.kind === 'box' ? Math.max(...shape.corners) * Math.max(matrix.a, matrix.d) : 0;
}

/** True where a region lies in a box, clear of its corners. */
export function inside(region: Rect, box: Rect, corner: number): boolean {
  const wide = { x: box.x, y: box.y + corner, width: box.width, height: box.height - corner * 2 };
  const tall = { x: box.x + corner, y: box.y, width: box.width - corner * 2, height: box.height };
  return [wide, tall].some(
    (one) =>
      region.x >= one.x - WHOLE &&
      region.y >= one.y - WHOLE &&
      region.x + region.width <= one.x + one.width + WHOLE &&
      region.y + region.height <= one.y + one.height + WHOLE,
  );
}
