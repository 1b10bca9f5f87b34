import type { Picture } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost } from '../canvas.ts';

/** A picture as one bitmap: its still, or its tiles put together at full size. */
export function assemble<B extends Bitmap>(host: CanvasHost<B>, picture: Picture, bitmapOf: BitmapOf<B>): B {
  const [only] = picture.tiles;
  if (only && picture.tiles.length === 1) return bitmapOf(only.still);
  const { bitmap, context } = host.surface(picture.width, picture.height);
  context.imageSmoothingEnabled = false;
  for (const tile of picture.tiles) context.drawImage(bitmapOf(tile.still), tile.x, tile.y);
  return bitmap;
}
