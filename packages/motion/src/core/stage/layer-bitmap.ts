import type { Layer, Rect, Shot } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Context2d } from '../canvas.ts';
import { inflate, intersection, outward } from '../geometry.ts';
import { paintGround } from '../paint/ground.ts';
import { tracePath } from '../paint/path.ts';
import { assemble } from './assemble.ts';

/** Captured pixels per frame pixel. */
export function captureScale(shot: Pick<Shot, 'still' | 'size'>): { x: number; y: number } {
  return { x: shot.still.width / shot.size.width, y: shot.still.height / shot.size.height };
}

/** What of a layer lies further outside of its frame than this, frame pixels, is never seen: no travel is longer. */
const REACH = 120;

/**
 * A layer on its own, at the capture's scale, without its containers' clips, as far as it can ever be seen;
 * `box` is what the bitmap covers, frame pixels. Null where nothing of it can be seen.
 */
export function layerBitmap<B extends Bitmap>(
  host: CanvasHost<B>,
  layer: Layer,
  shot: Pick<Shot, 'still' | 'size'>,
  bitmapOf: BitmapOf<B>,
): { bitmap: B; box: Rect; made: boolean } | null {
  const { bounds } = layer;
  const seen = intersection(bounds, inflate({ x: 0, y: 0, ...shot.size }, REACH));
  if (!seen) return null;
  const scale = captureScale(shot);
  if (layer.picture) {
    const { picture } = layer;
    const own = { x: picture.width / bounds.width, y: picture.height / bounds.height };
    const part = outward({ ...seen, x: seen.x - bounds.x, y: seen.y - bounds.y }, own.x, own.y, picture);
    if (part.width === 0 || part.height === 0) return null;
    const whole = part.width === picture.width && part.height === picture.height;
    return {
      bitmap: assemble(host, picture, bitmapOf, part),
      made: !whole || picture.tiles.length > 1,
      box: whole
        ? bounds
        : {
            x: bounds.x + part.x / own.x,
            y: bounds.y + part.y / own.y,
            width: part.width / own.x,
            height: part.height / own.y,
          },
    };
  }
  const x = Math.floor(seen.x * scale.x);
  const y = Math.floor(seen.y * scale.y);
  const width = Math.max(1, Math.ceil((seen.x + seen.width) * scale.x) - x);
  const height = Math.max(1, Math.ceil((seen.y + seen.height) * scale.y) - y);
  const { bitmap, context } = host.surface(width, height);
  const base = { a: scale.x, b: 0, c: 0, d: scale.y, e: -x, f: -y };
  paintGround(host, context, layer.ground, layer.box, base, bitmapOf);
  return {
    bitmap,
    made: true,
    box: { x: x / scale.x, y: y / scale.y, width: width / scale.x, height: height / scale.y },
  };
}

/**
 * Draws a layer in its place on a canvas of the capture's size, through its containers' clips.
 *
 * @param origin where the canvas's upper left lies in such a one, whole pixels
 */
export function drawAtRest<B extends Bitmap>(
  host: CanvasHost<B>,
  context: Context2d<B>,
  layer: Layer,
  scale: { x: number; y: number },
  bitmapOf: BitmapOf<B>,
  origin: { x: number; y: number } = { x: 0, y: 0 },
): void {
  context.save();
  context.setTransform(scale.x, 0, 0, scale.y, -origin.x, -origin.y);
  for (const clip of layer.clips) {
    context.beginPath();
    tracePath(context, clip.box, clip.corners, scale.x);
    context.clip();
  }
  if (layer.blend) context.globalCompositeOperation = layer.blend;
  if (layer.picture) {
    const bitmap = assemble(host, layer.picture, bitmapOf);
    const { bounds } = layer;
    const exact =
      Math.abs(bounds.width * scale.x - bitmap.width) < 1 &&
      Math.abs(bounds.height * scale.y - bitmap.height) < 1;
    context.setTransform(1, 0, 0, 1, -origin.x, -origin.y);
    if (exact) {
      context.imageSmoothingEnabled = false;
      context.drawImage(bitmap, Math.round(bounds.x * scale.x), Math.round(bounds.y * scale.y));
    } else {
      context.imageSmoothingEnabled = true;
      context.imageSmoothingQuality = 'high';
      context.drawImage(
        bitmap,
        bounds.x * scale.x,
        bounds.y * scale.y,
        bounds.width * scale.x,
        bounds.height * scale.y,
      );
    }
  } else {
    paintGround(
      host,
      context,
      layer.ground,
      layer.box,
      { a: scale.x, b: 0, c: 0, d: scale.y, e: -origin.x, f: -origin.y },
      bitmapOf,
    );
  }
  context.restore();
}
