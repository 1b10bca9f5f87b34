import type { Rect } from '@animatic/schema';
import type { Mask, PaintOptions } from './pixel-types.ts';

/** Whole pixels from x0, y0 up to, not including, x1, y1. */
export interface Region {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export function isEmpty({ x0, y0, x1, y1 }: Region): boolean {
  return !(x1 > x0 && y1 > y0);
}

/** The whole pixels that a rectangle touches. A millionth of a pixel counts as rounding. */
export function around({ x, y, width, height }: Rect): Region {
  return {
    x0: Math.floor(x + 1e-6),
    y0: Math.floor(y + 1e-6),
    x1: Math.ceil(x + width - 1e-6),
    y1: Math.ceil(y + height - 1e-6),
  };
}

export function meet(a: Region, b: Region): Region {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** What may be painted of a target: its own pixels, less what clip and mask leave out. */
export function paintable(target: { width: number; height: number }, options: PaintOptions): Region {
  let region: Region = { x0: 0, y0: 0, x1: target.width, y1: target.height };
  if (options.clip) region = meet(region, around(options.clip));
  if (options.mask) region = meet(region, around(options.mask));
  return region;
}

/** Opacity as the kernel counts it: 0…255. */
export function opacityOf({ opacity = 1 }: PaintOptions): number {
  return Math.round(Math.min(1, Math.max(0, opacity)) * 255);
}

/** Where a mask's byte for the pixel x, y lies; 0 without a mask. */
export function maskAt(mask: Mask | undefined, x: number, y: number): number {
  return mask ? mask.at + (y - mask.y) * mask.width + x - mask.x : 0;
}
