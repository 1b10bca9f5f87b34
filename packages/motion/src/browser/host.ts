import type { CanvasHost } from '../core/index.ts';

/** Whatever the browser draws from: a decoded still or a surface of ours. */
export type BrowserBitmap = ImageBitmap | OffscreenCanvas | HTMLCanvasElement;

/**
 * Surfaces of this browser: canvas elements, because Chromium's OffscreenCanvas clips with hard edges; OffscreenCanvas
 * in a worker, where there is no document.
 */
export const browserHost: CanvasHost<BrowserBitmap> = {
  surface(width, height) {
    const bitmap = makeCanvas(width, height);
    const context = contextOf(bitmap);
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

function makeCanvas(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** The canvas's 2D context. @throws Error where the browser gives none, e.g. because there are too many canvases */
export function contextOf(
  canvas: OffscreenCanvas | HTMLCanvasElement,
): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context || !('drawImage' in context)) throw new Error('this browser gives no 2D canvas');
  return context;
}
