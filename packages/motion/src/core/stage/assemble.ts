import type { Picture, Rect } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost } from '../canvas.ts';
import { intersection } from '../geometry.ts';

/** What is put together at once: 400 MB of memory. */
const MOST_PIXELS = 100_000_000;

/**
 * A picture as one bitmap: its still, or its tiles put together at full size.
 *
 * @param region the part that is wanted, whole pixels of the picture; all of it otherwise
 */
export function assemble<B extends Bitmap>(
  host: CanvasHost<B>,
  picture: Picture,
  bitmapOf: BitmapOf<B>,
  region: Rect = { x: 0, y: 0, width: picture.width, height: picture.height },
): B {
  const [only] = picture.tiles;
  const whole = region.width === picture.width && region.height === picture.height;
  if (only && picture.tiles.length === 1 && whole) return bitmapOf(only.still);
  if (region.width * region.height > MOST_PIXELS)
    throw new RangeError(
      `a picture of ${region.width} × ${region.height} pixels is too large: at most ${MOST_PIXELS / 1e6} megapixels; capture the frame at a smaller scale`,
    );
  const { bitmap, context } = host.surface(region.width, region.height);
  context.imageSmoothingEnabled = false;
  for (const tile of picture.tiles)
    if (intersection(tile, region))
      context.drawImage(bitmapOf(tile.still), tile.x - region.x, tile.y - region.y);
  return bitmap;
}
