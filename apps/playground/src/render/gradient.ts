import { apply, fromTriangle, type Matrix, type Point } from './matrix.ts';
import type { RestColor, RestPaint } from './rest-node.ts';

export interface Stop {
  /** 0 to 1 along the gradient. */
  readonly position: number;
  readonly color: RestColor;
}

export function cssColor(c: RestColor, alpha = 1): string {
  const channel = (v: number) => Math.round(v * 255);
  return `rgba(${channel(c.r)}, ${channel(c.g)}, ${channel(c.b)}, ${Math.round(c.a * alpha * 1e4) / 1e4})`;
}

/** Stops in rising order, within 0 to 1. */
export function stopsOf(paint: RestPaint): Stop[] {
  return (paint.gradientStops ?? [])
    .map((s) => ({ position: Math.min(1, Math.max(0, s.position)), color: s.color }))
    .sort((a, b) => a.position - b.position);
}

/**
 * The map from gradient space (start at 0,0; end at 1,0; width at 0,1) to the node's pixels. Handles are given in
 * parts of the node's box; without handles the gradient runs from top to bottom.
 */
export function gradientMap(paint: RestPaint, size: Point): Matrix {
  const handles = paint.gradientHandlePositions ?? [];
  const [start, end, width] =
    handles.length >= 2
      ? handles
      : [
          { x: 0.5, y: 0 },
          { x: 0.5, y: 1 },
          { x: 0, y: 0 },
        ];
  const px = (p: Point): Point => ({ x: p.x * size.x, y: p.y * size.y });
  const o = px(start!);
  const x = px(end!);
  // Without a third handle the gradient is as wide as it is long.
  const y = width ? px(width) : { x: o.x - (x.y - o.y), y: o.y + (x.x - o.x) };
  return fromTriangle(o, x, y);
}

/**
 * A linear gradient's two ends in the node's pixels. Lines of one colour run along the third handle, which on a box
 * that is not square need not stand at right angles to the axis; a canvas gradient's always do, so the end is moved.
 */
export function linearEnds(m: Matrix): [Point, Point] {
  const start = { x: m.e, y: m.f };
  const length = Math.hypot(m.c, m.d);
  if (length < 1e-9) return [start, { x: m.e + m.a, y: m.f + m.b }];
  const normal = { x: -m.d / length, y: m.c / length };
  const along = m.a * normal.x + m.b * normal.y;
  return [start, { x: start.x + normal.x * along, y: start.y + normal.y * along }];
}

/** The radius of a radial gradient that is a circle in the node's pixels; undefined for an ellipse. */
export function circleRadius(m: Matrix): number | undefined {
  const rx = Math.hypot(m.a, m.b);
  const ry = Math.hypot(m.c, m.d);
  const square = Math.abs(m.a * m.c + m.b * m.d) < 1e-3 * rx * ry;
  return square && Math.abs(rx - ry) < 1e-3 * Math.max(rx, ry) ? rx : undefined;
}

/** Colour at a place of a gradient, straight alpha, as 0–1 channels. */
export function colorAt(stops: readonly Stop[], t: number): RestColor {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return { r: 0, g: 0, b: 0, a: 0 };
  if (t <= first.position) return first.color;
  if (t >= last.position) return last.color;
  const next = stops.findIndex((s) => s.position >= t);
  const from = stops[next - 1] ?? first;
  const to = stops[next] ?? last;
  const span = to.position - from.position;
  const f = span > 0 ? (t - from.position) / span : 1;
  const mix = (a: number, b: number) => a + (b - a) * f;
  return {
    r: mix(from.color.r, to.color.r),
    g: mix(from.color.g, to.color.g),
    b: mix(from.color.b, to.color.b),
    a: mix(from.color.a, to.color.a),
  };
}

/** Stops that go once around and meet: an angular gradient blends from its last colour back to its first. */
export function aroundStops(stops: readonly Stop[]): Stop[] {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return [];
  const gap = 1 - last.position + first.position;
  if (gap < 1e-6) return [...stops];
  const seam = colorAt(
    [
      { position: 0, color: last.color },
      { position: 1, color: first.color },
    ],
    (1 - last.position) / gap,
  );
  return [{ position: 0, color: seam }, ...stops, { position: 1, color: seam }];
}

/**
 * The pixels of a diamond gradient: |x| + |y| in gradient space, which no canvas gradient draws.
 *
 * @param inverse from a pixel's middle to gradient space.
 * @returns straight RGBA, four bytes a pixel.
 */
export function diamondPixels(
  stops: readonly Stop[],
  inverse: Matrix,
  width: number,
  height: number,
): Uint8ClampedArray<ArrayBuffer> {
  const steps = 1024;
  const table = new Uint8ClampedArray((steps + 1) * 4);
  for (let i = 0; i <= steps; i++) {
    const c = colorAt(stops, i / steps);
    table.set([c.r * 255, c.g * 255, c.b * 255, c.a * 255], i * 4);
  }
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = apply(inverse, { x: 0.5, y: y + 0.5 });
    for (let x = 0; x < width; x++) {
      const t = Math.abs(start.x + inverse.a * x) + Math.abs(start.y + inverse.b * x);
      const from = Math.min(steps, Math.round(t * steps)) * 4;
      const to = (y * width + x) * 4;
      pixels[to] = table[from]!;
      pixels[to + 1] = table[from + 1]!;
      pixels[to + 2] = table[from + 2]!;
      pixels[to + 3] = table[from + 3]!;
    }
  }
  return pixels;
}
