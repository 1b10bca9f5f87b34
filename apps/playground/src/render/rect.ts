import { apply, type Matrix } from './matrix.ts';

/** An upright rectangle; in page pixels unless a name says otherwise. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const emptyRect: Rect = { x: 0, y: 0, width: 0, height: 0 };

export function isEmpty(r: Rect): boolean {
  return !(r.width > 0 && r.height > 0);
}

export function union(a: Rect, b: Rect): Rect {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

export function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : { x, y, width: 0, height: 0 };
}

export function grow(r: Rect, by: number): Rect {
  return { x: r.x - by, y: r.y - by, width: r.width + 2 * by, height: r.height + 2 * by };
}

export function shift(r: Rect, dx: number, dy: number): Rect {
  return { x: r.x + dx, y: r.y + dy, width: r.width, height: r.height };
}

/** The upright box around a rectangle that went through a map. */
export function boundsThrough(m: Matrix, r: Rect): Rect {
  const corners = [
    apply(m, { x: r.x, y: r.y }),
    apply(m, { x: r.x + r.width, y: r.y }),
    apply(m, { x: r.x, y: r.y + r.height }),
    apply(m, { x: r.x + r.width, y: r.y + r.height }),
  ];
  const x = Math.min(...corners.map((p) => p.x));
  const y = Math.min(...corners.map((p) => p.y));
  return {
    x,
    y,
    width: Math.max(...corners.map((p) => p.x)) - x,
    height: Math.max(...corners.map((p) => p.y)) - y,
  };
}

/**
 * Whole page pixels around a rectangle: floor of its left and top, ceil of its right and bottom.
 *
 * @example wholePixels({ x: 0.2, y: 1, width: 9.9, height: 2 }) // { x: 0, y: 1, width: 11, height: 2 }
 */
export function wholePixels(r: Rect): Rect {
  const x = Math.floor(r.x);
  const y = Math.floor(r.y);
  return { x, y, width: Math.ceil(r.x + r.width) - x, height: Math.ceil(r.y + r.height) - y };
}

/** How page pixels lie on a bitmap's pixels: device = page · scale + shift. */
export interface Grid {
  readonly scale: number;
  /** Device pixels, less than one; zero at whole scales, so that all bitmaps of a page share one grid. */
  readonly dx: number;
  readonly dy: number;
}

/** The grid at a scale on which a whole page pixel (an export's left top) is a whole device pixel. */
export function gridAt(scale: number, origin: { readonly x: number; readonly y: number }): Grid {
  const shiftOf = (v: number) => Math.round(v * scale) - v * scale;
  return { scale, dx: shiftOf(origin.x), dy: shiftOf(origin.y) };
}

/** A rectangle in page pixels as device pixels, rounded outward. */
export function devicePixels(r: Rect, { scale, dx, dy }: Grid): Rect {
  return wholePixels({
    x: r.x * scale + dx,
    y: r.y * scale + dy,
    width: r.width * scale,
    height: r.height * scale,
  });
}

/**
 * The device pixels of an export: its whole page pixels times the scale, rounded where that is no whole number.
 *
 * @param pixels whole page pixels.
 */
export function exportArea(pixels: Rect, grid: Grid): Rect {
  return {
    x: Math.round(pixels.x * grid.scale + grid.dx),
    y: Math.round(pixels.y * grid.scale + grid.dy),
    width: Math.max(1, Math.round(pixels.width * grid.scale)),
    height: Math.max(1, Math.round(pixels.height * grid.scale)),
  };
}
