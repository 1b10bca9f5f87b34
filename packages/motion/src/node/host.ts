import { Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import type { CanvasHost, Surface } from '../core/index.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { toImage } from './bitmap-image.ts';

/** What is drawn from on the server: canvases, and pictures settled from them. */
export type NodeBitmap = Canvas | Image;

function surface(width: number, height: number): Surface<NodeBitmap> & { bitmap: Canvas } {
  const bitmap = createCanvas(width, height);
  const context = bitmap.getContext('2d');
  return {
    bitmap,
    context,
    readPixels: (x, y, w, h) => context.getImageData(x, y, w, h),
    writePixels(fill) {
      const pixels = context.createImageData(width, height);
      fill(pixels.data);
      context.putImageData(pixels, 0, 0);
    },
  };
}

/**
 * Surfaces of @napi-rs/canvas (Skia on the CPU); the kernel resamples.
 *
 * @example createStage(createNodeHost(createKernel()), board.shots, timeline)
 */
export function createNodeHost(kernel: Kernel = createKernel()): CanvasHost<NodeBitmap> {
  return {
    surface,
    resize(source, place, grid) {
      const canvas = asCanvas(source);
      const pixels = { data: canvas.data(), width: canvas.width, height: canvas.height };
      const resampled = kernel.resample(pixels, place, grid);
      const made = surface(grid.width, grid.height);
      made.writePixels((data) => straighten(resampled, data));
      return made.bitmap;
    },
    settle(bitmap) {
      if (!(bitmap instanceof Canvas)) return bitmap;
      const image = toImage(bitmap);
      releaseBitmap(bitmap);
      return image;
    },
    release: releaseBitmap,
  };
}

/** A canvas's pixels are not on V8's heap: it would wait long before it collects them. */
export function releaseBitmap(bitmap: NodeBitmap): void {
  if (!(bitmap instanceof Canvas)) return;
  bitmap.width = 1;
  bitmap.height = 1;
}

function asCanvas(bitmap: NodeBitmap): Canvas {
  if (bitmap instanceof Canvas) return bitmap;
  const canvas = createCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas;
}

/** Premultiplied to straight alpha; a sharp filter may have left colours above their alpha. */
function straighten(from: Uint8Array, to: Uint8ClampedArray): void {
  to.set(from);
  for (let at = 3; at < from.length; at += 4) {
    const alpha = from[at] ?? 0;
    if (alpha === 255 || alpha === 0) continue;
    const by = 255 / alpha;
    to[at - 3] = (from[at - 3] ?? 0) * by;
    to[at - 2] = (from[at - 2] ?? 0) * by;
    to[at - 1] = (from[at - 1] ?? 0) * by;
  }
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
