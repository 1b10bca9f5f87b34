import type { Affine } from '../core/geometry.ts';
import type { Point, Quad } from './pixel-types.ts';

/** A 3 × 3 matrix, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** One side of a convex quad: x·a + y·b + c is the distance of a point from it in pixels, above 0 inside. */
export interface Edge {
  a: number;
  b: number;
  c: number;
}

/**
 * What takes target pixels to the plane: (x, y, 1) to (U, V, W), with U / W from 0 to `width`, V / W from 0 to `height`.
 * After Heckbert, Fundamentals of Texture Mapping (1989), 2.2.3; scaled so that W is 1 at the quad's middle. Null where the quad is not convex.
 */
export function planeOf(quad: Quad, width: number, height: number): Homography | null {
  const [p, q, r, s] = quad;
  const dx1 = q.x - r.x;
  const dx2 = s.x - r.x;
  const dy1 = q.y - r.y;
  const dy2 = s.y - r.y;
  const sx = p.x - q.x + r.x - s.x;
  const sy = p.y - q.y + r.y - s.y;
  const det = dx1 * dy2 - dx2 * dy1;
  if (!(Math.abs(det) > 1e-9)) return null;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  const a = q.x - p.x + g * q.x;
  const b = s.x - p.x + h * s.x;
  const d = q.y - p.y + g * q.y;
  const e = s.y - p.y + h * s.y;
  const inverse = adjugate([a, b, p.x, d, e, p.y, g, h, 1]);
  const middle = meanOf(quad);
  const scale = inverse[6] * middle.x + inverse[7] * middle.y + inverse[8];
  if (!Number.isFinite(scale) || Math.abs(scale) < 1e-12) return null;
  const [i0, i1, i2, i3, i4, i5, i6, i7, i8] = inverse;
  const u = width / scale;
  const v = height / scale;
  return [i0 * u, i1 * u, i2 * u, i3 * v, i4 * v, i5 * v, i6 / scale, i7 / scale, i8 / scale];
}

/** The four sides of a quad, turned so that the inside is above 0; null where it is not convex or has no area. */
export function edgesOf(quad: Quad): Edge[] | null {
  const middle = meanOf(quad);
  let turn = 0;
  const edges: Edge[] = [];
  for (let i = 0; i < 4; i++) {
    const from = quad[i]!;
    const to = quad[(i + 1) % 4]!;
    const next = quad[(i + 2) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (!(length > 1e-6) || !Number.isFinite(length)) return null;
    const cross = (to.x - from.x) * (next.y - to.y) - (to.y - from.y) * (next.x - to.x);
    if (Math.abs(cross) < 1e-9 || (turn !== 0 && Math.sign(cross) !== turn)) return null;
    turn = Math.sign(cross);
    const a = (from.y - to.y) / length;
    const b = (to.x - from.x) / length;
    const c = -(a * from.x + b * from.y);
    const side = Math.sign(a * middle.x + b * middle.y + c);
    edges.push({ a: a * side, b: b * side, c: c * side });
  }
  return edges;
}

/** Where a matrix puts the corners of a picture. */
export function cornersOf({ a, b, c, d, e, f }: Affine, width: number, height: number): Quad {
  const at = (x: number, y: number): Point => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return [at(0, 0), at(width, 0), at(width, height), at(0, height)];
}

function meanOf(quad: Quad): Point {
  return {
    x: (quad[0].x + quad[1].x + quad[2].x + quad[3].x) / 4,
    y: (quad[0].y + quad[1].y + quad[2].y + quad[3].y) / 4,
  };
}

function adjugate([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}
