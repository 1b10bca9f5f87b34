import type { Corners, Rect } from '@animatic/schema';
import type { Bitmap, Context2d } from '../canvas.ts';

/** Adds a box with rounded corners to the path; radii that do not fit shrink together, as in CSS and Figma. */
export function tracePath<B extends Bitmap>(context: Context2d<B>, box: Rect, corners: Corners): void {
  if (box.width <= 0 || box.height <= 0) return;
  if (corners.every((radius) => radius <= 0)) context.rect(box.x, box.y, box.width, box.height);
  else traceRounded(context, box, shrinkToFit(box, corners));
}

/** How far a quarter's handles lie from its ends, of its radius: Figma's own, so that edges fall on the same pixels. */
const HANDLE = 0.5525;

function traceRounded<B extends Bitmap>(
  context: Context2d<B>,
  { x, y, width, height }: Rect,
  [tl = 0, tr = 0, br = 0, bl = 0]: number[],
): void {
  const far = 1 - HANDLE;
  const right = x + width;
  const bottom = y + height;
  context.moveTo(x, y + tl);
  if (tl > 0) context.bezierCurveTo(x, y + tl * far, x + tl * far, y, x + tl, y);
  context.lineTo(right - tr, y);
  if (tr > 0) context.bezierCurveTo(right - tr * far, y, right, y + tr * far, right, y + tr);
  context.lineTo(right, bottom - br);
  if (br > 0) context.bezierCurveTo(right, bottom - br * far, right - br * far, bottom, right - br, bottom);
  context.lineTo(x + bl, bottom);
  if (bl > 0) context.bezierCurveTo(x + bl * far, bottom, x, bottom - bl * far, x, bottom - bl);
  context.closePath();
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
