import type { Rect, Size } from '@animatic/schema';

/** All of it, as shares of the sides. */
export const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Where a still comes to lie in a picture of another shape without being cut: in the middle, as large as it fits, on even
 * pixels. The same rule holds where it is planned (engines) and where it is done (here).
 *
 * @returns whole pixels of `size`
 * @example innerPixels({ width: 375, height: 812 }, { width: 1280, height: 720 }) // { x: 474, y: 0, width: 332, height: 720 }
 */
export function innerPixels(still: Size, size: Size): Rect {
  const scale = Math.min(size.width / still.width, size.height / still.height);
  const side = (own: number, most: number) => Math.min(most, Math.max(2, 2 * Math.round((own * scale) / 2)));
  const width = side(still.width, size.width);
  const height = side(still.height, size.height);
  const x = 2 * Math.floor((size.width - width) / 4);
  const y = 2 * Math.floor((size.height - height) / 4);
  return { x, y, width, height };
}

/** Pixels as shares of the sides, as an intent keeps them. */
export function asShares({ x, y, width, height }: Rect, size: Size): Rect {
  return { x: x / size.width, y: y / size.height, width: width / size.width, height: height / size.height };
}
