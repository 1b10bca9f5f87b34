/** A 2D affine map as canvas writes it: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rows of a transform as Figma's REST API writes them: [[a, c, e], [b, d, f]]. */
export type RestTransform = readonly [readonly [number, number, number], readonly [number, number, number]];

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function fromRest(rows: RestTransform): Matrix {
  const [[a, c, e], [b, d, f]] = rows;
  return { a, b, c, d, e, f };
}

/** The map that does `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** The inverse map, or undefined where the matrix flattens the plane. */
export function invert(m: Matrix): Matrix | undefined {
  const det = m.a * m.d - m.b * m.c;
  if (!Number.isFinite(det) || Math.abs(det) < 1e-12) return undefined;
  return {
    a: m.d / det,
    b: -m.b / det,
    c: -m.c / det,
    d: m.a / det,
    e: (m.c * m.f - m.d * m.e) / det,
    f: (m.b * m.e - m.a * m.f) / det,
  };
}

export function apply(m: Matrix, p: Point): Point {
  return { x: m.a * p.x + m.c * p.y + m.e, y: m.b * p.x + m.d * p.y + m.f };
}

/** A direction through the map: the translation does not count. */
export function applyVector(m: Matrix, v: Point): Point {
  return { x: m.a * v.x + m.c * v.y, y: m.b * v.x + m.d * v.y };
}

/** The map that sends the unit square's corners (0,0), (1,0), (0,1) to `origin`, `unitX`, `unitY`. */
export function fromTriangle(origin: Point, unitX: Point, unitY: Point): Matrix {
  return {
    a: unitX.x - origin.x,
    b: unitX.y - origin.y,
    c: unitY.x - origin.x,
    d: unitY.y - origin.y,
    e: origin.x,
    f: origin.y,
  };
}

/** True where the map only moves and scales, so that upright rectangles stay upright. */
export function isUpright(m: Matrix): boolean {
  return Math.abs(m.b) < 1e-6 && Math.abs(m.c) < 1e-6;
}
