import type { Rgb } from './color.ts';
import type { Rgba } from './picture.ts';

/**
 * Halos: how far, in levels, the worst pixel lies from every mix of two colours. A soft shape of one colour over one
 * ground holds nothing else; what does is fringe, from a wrong alpha, a black beneath, or a sharpening filter.
 *
 * @example fringe(frame, [255, 0, 255], [32, 64, 255]) <= 3
 */
export function fringe({ data }: Rgba, ground: Rgb, shape: Rgb): number {
  const way = shape.map((value, i) => value - ground[i]!);
  const length = way.reduce((sum, value) => sum + value * value, 0);
  let worst = 0;
  for (let at = 0; at < data.length; at += 4) {
    const off = [data[at]! - ground[0], data[at + 1]! - ground[1], data[at + 2]! - ground[2]];
    const along = off.reduce((sum, value, i) => sum + value * way[i]!, 0) / length;
    const share = Math.min(1, Math.max(0, along));
    for (const [i, value] of off.entries()) worst = Math.max(worst, Math.abs(value - way[i]! * share));
  }
  return worst;
}

/** Holes: pixels that something can be seen through. */
export function holes({ data }: Rgba): number {
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) count++;
  return count;
}
