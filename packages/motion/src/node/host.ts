import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { CanvasHost } from '../core/index.ts';

/** Surfaces of @napi-rs/canvas (Skia on the CPU). */
export const nodeHost: CanvasHost<Canvas> = {
  surface(width, height) {
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
  },
};

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
