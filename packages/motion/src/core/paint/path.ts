import type { Corners, Rect } from '@animatic/schema';
import type { Bitmap, Context2d } from '../canvas.ts';

/** Adds a box with rounded corners to the path; radii that do not fit shrink together, as in CSS and Figma. */
export function tracePath<B extends Bitmap>(context: Context2d<B>, box: Rect, corners: Corners): void {
  if (box.width <= 0 || box.height <= 0) return;
  if (corners.every((radius) => radius <= 0)) context.rect(box.x, box.y, box.width, box.height);
  else context.roundRect(box.x, box.y, box.width, box.height, shrinkToFit(box, corners));
}

function shrinkToFit(box: Rect, corners: Corners): number[] {
  const [tl, tr, br, bl] = corners;
  const shrink = Math.min(
    1,
    box.width / Math.max(1e-9, tl + tr, bl + br),
    box.height / Math.max(1e-9, tl + bl, tr + br),
  );
  return corners.map((radius) => Math.max(0, radius * shrink));
}

/** A box moved outward by each side's amount (top, right, bottom, left; negative: inward). */
export function outset(box: Rect, [top, right, bottom, left]: Corners): Rect {
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}

/** The radii of a box that was moved outward by `by`; sharp corners stay sharp. */
export function outsetCorners(corners: Corners, by: Corners): Corners {
  const [top, right, bottom, left] = by;
  const grow = (radius: number, a: number, b: number) =>
    radius <= 0 ? 0 : Math.max(0, radius + Math.max(a, b));
  return [
    grow(corners[0], top, left),
    grow(corners[1], top, right),
    grow(corners[2], bottom, right),
    grow(corners[3], bottom, left),
  ];
}
