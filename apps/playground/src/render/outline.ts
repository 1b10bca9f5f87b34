import { flatten, type Polyline } from './flatten.ts';
import { apply, type Matrix, multiply, type Point } from './matrix.ts';
import type { Grid } from './rect.ts';
import type { Surface } from './surface.ts';

/** An outline in a node's own pixels. */
export interface Outline {
  readonly data: string;
  /** The same as straight lines; undefined where the path holds commands that only the browser knows. */
  readonly lines: readonly Polyline[] | undefined;
  readonly rule: CanvasFillRule;
  /** Key into `fillOverrideTable`, where one region of a vector has paints of its own. */
  readonly override?: number | undefined;
}

/** An outline as a canvas takes it, in the pixels of a space. */
export interface Clip {
  readonly path: Path2D;
  readonly rule: CanvasFillRule;
}

/** Device pixels counted from a whole one near a node, so that numbers are small wherever the node stands. */
export interface Space {
  readonly base: Point;
  /** From the node's pixels. */
  readonly fromNode: Matrix;
}

export function outlineFrom(data: string, rule: CanvasFillRule = 'nonzero', override?: number): Outline {
  return { data, lines: flatten(data), rule, override };
}

export function spaceOf(transform: Matrix, { scale, dx, dy }: Grid): Space {
  const m = multiply({ a: scale, b: 0, c: 0, d: scale, e: dx, f: dy }, transform);
  const base = { x: Math.floor(m.e), y: Math.floor(m.f) };
  return { base, fromNode: { ...m, e: m.e - base.x, f: m.f - base.y } };
}

/** Sets the context so that it draws in a space's pixels. */
export function enterSpace({ ctx, area }: Surface, { base }: Space): void {
  ctx.setTransform(1, 0, 0, 1, base.x - area.x, base.y - area.y);
}

const snap = (v: number) => Math.round(v * 256) / 256;

/**
 * Outlines as one canvas path that gives the same pixels on every canvas, wherever it starts on the page.
 *
 * Two things in a rasterizer (seen in Chromium's) make an edge depend on the canvas. Curves are cut where they reach
 * over its border and then rounded differently: so they are lines here. And vertices are rounded to quarter pixels
 * after a translation in 32-bit floats: so they lie on 1/256 px, and the translation is by whole pixels, both exact.
 */
export function pathOf(outlines: readonly Outline[], { fromNode }: Space): Path2D {
  const path = new Path2D();
  for (const { lines, data } of outlines) {
    if (!lines) {
      const { a, b, c, d, e, f } = fromNode;
      path.addPath(new Path2D(data), new DOMMatrix([a, b, c, d, e, f]));
      continue;
    }
    for (const { points, closed } of lines) {
      points.forEach((point, i) => {
        const { x, y } = apply(fromNode, point);
        if (i === 0) path.moveTo(snap(x), snap(y));
        else path.lineTo(snap(x), snap(y));
      });
      if (closed) path.closePath();
    }
  }
  return path;
}
