import type { Rect, Size } from '@animatic/schema';

/** A 2×3 affine matrix as Canvas2D's setTransform takes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Affine {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** Scales, then moves. */
export function scaleMove(sx: number, sy: number, x: number, y: number): Affine {
  return { a: sx, b: 0, c: 0, d: sy, e: x, f: y };
}

/** `outer` after `inner`. */
export function multiply(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** The inverse, or null where the matrix flattens the plane. */
export function invert(m: Affine): Affine | null {
  const det = m.a * m.d - m.b * m.c;
  if (Math.abs(det) < 1e-12) return null;
  return {
    a: m.d / det,
    b: -m.b / det,
    c: -m.c / det,
    d: m.a / det,
    e: (m.c * m.f - m.d * m.e) / det,
    f: (m.b * m.e - m.a * m.f) / det,
  };
}

export function right(rect: Rect): number {
  return rect.x + rect.width;
}

export function bottom(rect: Rect): number {
  return rect.y + rect.height;
}

export function middle(rect: Rect): { x: number; y: number } {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function area(rect: Rect): number {
  return rect.width * rect.height;
}

/** The part that both have, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(right(a), right(b)) - x;
  const height = Math.min(bottom(a), bottom(b)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The smallest rectangle around both. */
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(right(a), right(b)) - x, height: Math.max(bottom(a), bottom(b)) - y };
}

export function shifted(rect: Rect, x: number, y: number): Rect {
  return { ...rect, x: rect.x + x, y: rect.y + y };
}

/** Larger by `by` on every side. */
export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + by * 2, height: rect.height + by * 2 };
}

/** Out to whole pixels of a picture at `scale`, kept within its size. */
export function outward(rect: Rect, scaleX: number, scaleY: number, size: Size): Rect {
  const x = Math.max(0, Math.floor(rect.x * scaleX + 1e-6));
  const y = Math.max(0, Math.floor(rect.y * scaleY + 1e-6));
  const width = Math.min(size.width, Math.ceil(right(rect) * scaleX - 1e-6)) - x;
  const height = Math.min(size.height, Math.ceil(bottom(rect) * scaleY - 1e-6)) - y;
  return { x, y, width: Math.max(0, width), height: Math.max(0, height) };
}

export function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

export function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
