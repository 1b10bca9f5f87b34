import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { CanvasHost, Context2d, Surface } from '../core/index.ts';
import type { Sprite } from './painter/sprite.ts';

/** What is drawn from on the server: canvases while a clip is made ready, sprites once it is. */
export type NodeBitmap = Canvas | Sprite;

/** Sprites are what the stage ends with: it draws canvases onto canvases, and nothing draws a sprite onto one. */
export const skia = (context: SKRSContext2D) => context as Context2d<NodeBitmap>;

/** A clear surface of @napi-rs/canvas (Skia on the CPU). */
export function surface(width: number, height: number): Surface<NodeBitmap> & { bitmap: Canvas } {
  const bitmap = createCanvas(width, height);
  const context = bitmap.getContext('2d');
  return {
    bitmap,
    context: skia(context),
    readPixels: (x, y, w, h) => context.getImageData(x, y, w, h),
    writePixels(fill) {
      const pixels = context.createImageData(width, height);
      fill(pixels.data);
      context.putImageData(pixels, 0, 0);
    },
  };
}

/**
 * Surfaces alone, for putting pictures together and comparing them; clips are painted by way of `openFrames`.
 *
 * @example exactness(createNodeHost(), shot, moving, bitmapOf).keptLayers
 */
export function createNodeHost(): CanvasHost<NodeBitmap> {
  return { surface };
}

/**
 * Decodes a PNG or JPEG. It is drawn onto a canvas at once, because Skia samples images that are drawn directly
 * without regard to `imageSmoothingQuality`.
 *
 * @throws Error where the bytes are no picture
 */
export async function decodeStill(bytes: Uint8Array): Promise<Canvas> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}
