import type { Matrix, Rect, RestNode } from './rest-node.ts';

export const IDENTITY: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
];

/** `a` after `b`: the transform that first applies `b`, then `a`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const row = (r: readonly [number, number, number]): [number, number, number] => [
    r[0] * b[0][0] + r[1] * b[1][0],
    r[0] * b[0][1] + r[1] * b[1][1],
    r[0] * b[0][2] + r[1] * b[1][2] + r[2],
  ];
  return [row(a[0]), row(a[1])];
}

/** The inverse of an affine transform; the identity where there is none. */
export function invert(m: Matrix): Matrix {
  const [[a, c, e], [b, d, f]] = m;
  const det = a * d - b * c;
  if (Math.abs(det) < 1e-12) return IDENTITY;
  // Adding 0 turns -0 into 0.
  return [
    [d / det + 0, -c / det + 0, (c * f - d * e) / det + 0],
    [-b / det + 0, a / det + 0, (b * e - a * f) / det + 0],
  ];
}

/** The smallest rectangle around the box 0,0,width,height after `m`. */
export function boundsAfter(m: Matrix, width: number, height: number): Rect {
  const xs = [0, m[0][0] * width, m[0][1] * height, m[0][0] * width + m[0][1] * height];
  const ys = [0, m[1][0] * width, m[1][1] * height, m[1][0] * width + m[1][1] * height];
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return {
    x: left + m[0][2],
    y: top + m[1][2],
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
  };
}

/** The smallest rectangle around all of `rects`, or null when there are none. */
export function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  const right = Math.max(...rects.map((r) => r.x + r.width));
  const bottom = Math.max(...rects.map((r) => r.y + r.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether two rectangles share any area. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Width and height of a node in its own coordinates, in pixels. */
export function sizeOf(node: RestNode): { width: number; height: number } {
  if (node.size) return { width: node.size.x, height: node.size.y };
  const box = node.absoluteBoundingBox;
  return { width: box?.width ?? 0, height: box?.height ?? 0 };
}
