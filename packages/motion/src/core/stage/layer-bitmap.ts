import type { Layer, Shot } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Context2d } from '../canvas.ts';
import { paintGround } from '../paint/ground.ts';
import { tracePath } from '../paint/path.ts';
import { assemble } from './assemble.ts';

/** Captured pixels per frame pixel. */
export function captureScale(shot: Pick<Shot, 'still' | 'size'>): { x: number; y: number } {
  return { x: shot.still.width / shot.size.width, y: shot.still.height / shot.size.height };
}

/** A layer on its own, at the capture's scale, without its containers' clips; it covers the layer's bounds. */
export function layerBitmap<B extends Bitmap>(
  host: CanvasHost<B>,
  layer: Layer,
  scale: { x: number; y: number },
  bitmapOf: BitmapOf<B>,
): B {
  if (layer.picture) return assemble(host, layer.picture, bitmapOf);
  const { bounds, box } = layer;
  const width = Math.max(1, Math.round(bounds.width * scale.x));
  const height = Math.max(1, Math.round(bounds.height * scale.y));
  const { bitmap, context } = host.surface(width, height);
  const base = { a: scale.x, b: 0, c: 0, d: scale.y, e: -bounds.x * scale.x, f: -bounds.y * scale.y };
  paintGround(host, context, layer.ground, box, base, bitmapOf);
  return bitmap;
}

/** Draws a layer in its place on a canvas of the capture's size, through its containers' clips. */
export function drawAtRest<B extends Bitmap>(
  host: CanvasHost<B>,
  context: Context2d<B>,
  layer: Layer,
  scale: { x: number; y: number },
  bitmapOf: BitmapOf<B>,
): void {
  context.save();
  context.setTransform(scale.x, 0, 0, scale.y, 0, 0);
  for (const clip of layer.clips) {
    context.beginPath();
    tracePath(context, clip.box, clip.corners);
    context.clip();
  }
  if (layer.blend) context.globalCompositeOperation = layer.blend;
  if (layer.picture) {
    const bitmap = assemble(host, layer.picture, bitmapOf);
    const { bounds } = layer;
    const exact =
      Math.abs(bounds.width * scale.x - bitmap.width) < 1 &&
      Math.abs(bounds.height * scale.y - bitmap.height) < 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
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
      { a: scale.x, b: 0, c: 0, d: scale.y, e: 0, f: 0 },
      bitmapOf,
    );
  }
  context.restore();
}
