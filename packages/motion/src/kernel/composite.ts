import { type Affine, invert } from '../core/geometry.ts';
import { cornersOf, edgesOf } from './homography.ts';
import type { Memory } from './memory.ts';
import { paintMoved } from './paint-flat.ts';
import { paintScaled } from './paint-scaled.ts';
import { paintWarped } from './paint-warped.ts';
import type { Bitmap, PaintOptions } from './pixel-types.ts';
import type { SourcePixels } from './source-pixels.ts';

/** Chooses the fastest way that is right for a placement: whole-pixel moves, moves and scales, anything else. */
export function composite(
  memory: Memory,
  target: Bitmap,
  source: SourcePixels,
  place: Affine,
  options: PaintOptions,
): void {
  const { a, b, c, d, e, f } = place;
  if (![a, b, c, d, e, f].every(Number.isFinite)) return;
  // What is off by less than this over the whole picture cannot be seen.
  const near = (value: number, length: number) => Math.abs(value) * length < 1 / 64;
  if (!near(b, source.width) || !near(c, source.height)) {
    const back = invert(place);
    const quad = cornersOf(place, source.width, source.height);
    const edges = edgesOf(quad);
    if (!back || !edges) return;
    const toPlane = [back.a, back.c, back.e, back.b, back.d, back.f, 0, 0, 1] as const;
    paintWarped(memory, target, { levels: [source], quad, edges, toPlane }, options);
    return;
  }
  const x = Math.round(e);
  const y = Math.round(f);
  const moved = near(a - 1, source.width) && near(d - 1, source.height);
  if (moved && Math.abs(e - x) < 1 / 512 && Math.abs(f - y) < 1 / 512)
    paintMoved(memory, target, source, x, y, options);
  else if (a !== 0 && d !== 0) paintScaled(memory, target, source, place, options);
}
