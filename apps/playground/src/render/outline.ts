import { flatten } from './flatten.ts';

const far = 100_000;

/**
 * An outline from SVG path data, in a node's own pixels, that gives the same pixels on every canvas.
 *
 * A rasterizer cuts curves where they reach over the edge of a canvas or clip, and then rounds all of their edge
 * differently (by up to a fifth of a pixel's value, seen in Chromium). Straight lines it cuts without a trace, so
 * curves are made lines here. The line of no area far away makes every outline reach over the edge, for what fits in
 * and what does not are drawn by different code too.
 */
export function outlineFrom(data: string): Path2D {
  if (!/[CcSsQqTtAa]/.test(data)) return new Path2D(data);
  const lines = flatten(data);
  const path = lines ? new Path2D() : new Path2D(data);
  for (const { points, closed } of lines ?? []) {
    points.forEach((p, i) => {
      if (i === 0) path.moveTo(p.x, p.y);
      else path.lineTo(p.x, p.y);
    });
    if (closed) path.closePath();
  }
  path.moveTo(-far, -far);
  path.lineTo(-far, 1 - far);
  path.closePath();
  return path;
}
