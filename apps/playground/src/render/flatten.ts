import type { Point } from './matrix.ts';

/** One run of straight lines. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

// Page pixels between a curve and its lines: at 4× still a sixtieth of a pixel.
const tolerance = 0.004;
const maxPieces = 512;

const numbersOf: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };

/**
 * SVG path data as straight lines; undefined where it holds something other than M L H V C Q Z.
 *
 * The number of pieces goes by Wang's formula (Wang 1984), which bounds how far a Bézier is from its chords.
 */
export function flatten(data: string): Polyline[] | undefined {
  const lines: { points: Point[]; closed: boolean }[] = [];
  let at: Point = { x: 0, y: 0 };
  let current: { points: Point[]; closed: boolean } | undefined;
  const to = (p: Point) => {
    if (!current) {
      current = { points: [at], closed: false };
      lines.push(current);
    }
    current.points.push(p);
    at = p;
  };
  for (const match of data.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:[eE][-+]?\d[^a-zA-Z]*)*)/g)) {
    const letter = match[1]!;
    const command = letter.toUpperCase();
    const relative = letter !== command;
    const count = numbersOf[command];
    if (count === undefined) return undefined;
    const values = (match[2]!.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []).map(Number);
    if (command === 'Z') {
      if (!current) continue;
      current.closed = true;
      at = current.points[0]!;
      current = undefined;
      continue;
    }
    for (let i = 0; i + count <= values.length; i += count) {
      const from = at;
      const point = (k: number): Point => ({
        x: values[i + k]! + (relative ? from.x : 0),
        y: values[i + k + 1]! + (relative ? from.y : 0),
      });
      if (command === 'M' && i === 0) {
        at = point(0);
        current = undefined;
      } else if (command === 'M' || command === 'L') to(point(0));
      else if (command === 'H') to({ x: values[i]! + (relative ? from.x : 0), y: from.y });
      else if (command === 'V') to({ x: from.x, y: values[i]! + (relative ? from.y : 0) });
      else if (command === 'Q') for (const p of quadratic(from, point(0), point(2))) to(p);
      else for (const p of cubic(from, point(0), point(2), point(4))) to(p);
    }
  }
  return lines;
}

const bend = (a: Point, b: Point, c: Point) => Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
const pieces = (n: number) => Math.min(maxPieces, Math.max(1, Math.ceil(n)));

function quadratic(a: Point, b: Point, c: Point): Point[] {
  const n = pieces(Math.sqrt((0.25 * bend(a, b, c)) / tolerance));
  return Array.from({ length: n }, (_, i) => {
    if (i === n - 1) return c;
    const t = (i + 1) / n;
    const u = 1 - t;
    return {
      x: u * u * a.x + 2 * u * t * b.x + t * t * c.x,
      y: u * u * a.y + 2 * u * t * b.y + t * t * c.y,
    };
  });
}

function cubic(a: Point, b: Point, c: Point, d: Point): Point[] {
  const n = pieces(Math.sqrt((0.75 * Math.max(bend(a, b, c), bend(b, c, d))) / tolerance));
  return Array.from({ length: n }, (_, i) => {
    if (i === n - 1) return d;
    const t = (i + 1) / n;
    const u = 1 - t;
    const [f, g, h, k] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return { x: f * a.x + g * b.x + h * c.x + k * d.x, y: f * a.y + g * b.y + h * c.y + k * d.y };
  });
}
