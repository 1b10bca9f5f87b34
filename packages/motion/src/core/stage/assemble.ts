import type { Picture, Rect, Size } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, MosaicPiece } from '../canvas.ts';
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
  const pieces = picture.tiles
    .filter((tile) => intersection(tile, region))
    .map((tile) => ({ bitmap: bitmapOf(tile.still), x: tile.x - region.x, y: tile.y - region.y }));
  return sideBySide(host, region, pieces);
}

/** Whole pictures laid side by side on whole pixels. */
export function sideBySide<B extends Bitmap>(
  host: CanvasHost<B>,
  size: Size,
  pieces: readonly MosaicPiece<B>[],
): B {
  if (host.mosaic) return host.mosaic(size, pieces);
  const { bitmap, context } = host.surface(size.width, size.height);
  context.imageSmoothingEnabled = false;
  for (const piece of pieces) context.drawImage(piece.bitmap, piece.x, piece.y);
  return bitmap;
}
