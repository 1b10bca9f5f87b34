import type { Corners, Rect } from '@animatic/schema';
import type { Bitmap, Context2d } from '../canvas.ts';

/**
 * Adds a box with rounded corners to the path; radii that do not fit shrink together, as in CSS and Figma.
 *
 * @param scale bitmap pixels to the box's own
 */
export function tracePath<B extends Bitmap>(
  context: Context2d<B>,
  box: Rect,
  corners: Corners,
  scale = 1,
): void {
  if (box.width <= 0 || box.height <= 0) return;
  if (corners.every((radius) => radius <= 0)) context.rect(box.x, box.y, box.width, box.height);
  else traceRounded(context, box, shrinkToFit(box, corners), GRID * scale);
}

/** How far a quarter's handles lie from its ends, of its radius: what Figma and browsers make a round corner of. */
const HANDLE = 0.5522847498;
/** Frame pixels between a corner and its lines, and the grid of a bitmap's pixel that their ends lie on. */
const TOLERANCE = 0.004;
const GRID = 256;

/**
 * Corners as lines: rasterizers cut curves coarsely, each in its own way, and a corner that is a fifth of a pixel off
 * is not Figma's any more. As many lines as Wang's formula asks for (Wang 1984), their ends where they are exact in
 * 32-bit floats.
 */
function traceRounded<B extends Bitmap>(
  context: Context2d<B>,
  { x, y, width, height }: Rect,
  [tl = 0, tr = 0, br = 0, bl = 0]: number[],
  grid: number,
): void {
  const snap = (v: number) => Math.round(v * grid) / grid;
  const to = (px: number, py: number) => context.lineTo(snap(px), snap(py));
  // A quarter about (cx, cy) from the direction (ux, uy) to (vx, vy).
  const corner = (cx: number, cy: number, r: number, ux: number, uy: number, vx: number, vy: number) => {
    if (r <= 0) return to(cx, cy);
    const far = 1 - HANDLE;
    const bend = r * Math.hypot(far, 1 - 2 * far);
    const lines = Math.min(512, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / TOLERANCE))));
    for (let i = 0; i <= lines; i++) {
      const t = i / lines;
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      const along = (first: number, second: number) =>
        (a + b + c * HANDLE) * first + (d + c + b * HANDLE) * second;
      to(cx + r * along(ux, vx), cy + r * along(uy, vy));
    }
  };
  context.moveTo(snap(x + tl), snap(y));
  corner(x + width - tr, y + tr, tr, 0, -1, 1, 0);
  corner(x + width - br, y + height - br, br, 1, 0, 0, 1);
  corner(x + bl, y + height - bl, bl, 0, 1, -1, 0);
  corner(x + tl, y + tl, tl, -1, 0, 0, -1);
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
