import type { CanvasHost } from '../core/index.ts';
import { straighten } from '../core/straighten.ts';
import { type PageKernel, pageKernel } from './kernel.ts';
import { resizeCache } from './resize-cache.ts';

/** Whatever the browser draws from: a decoded still or a surface of ours. */
export type BrowserBitmap = ImageBitmap | OffscreenCanvas | HTMLCanvasElement;

/**
 * Surfaces of this browser: canvas elements, because Chromium's OffscreenCanvas clips with hard edges; OffscreenCanvas
 * in a worker, where there is no document. The kernel resamples, as on the server; where there is no WebAssembly, the
 * canvas does.
 */
export const browserHost: CanvasHost<BrowserBitmap> = withResize({
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
});

function withResize(host: CanvasHost<BrowserBitmap>): CanvasHost<BrowserBitmap> {
  const remembered = resizeCache();
  let kernel: PageKernel | null | undefined;
  /** One source comes in several sizes after one another: its pixels are read back once. */
  let last: { source: WeakRef<BrowserBitmap>; data: Uint8ClampedArray } | undefined;
  const read = (source: BrowserBitmap) => {
    if (last?.source.deref() === source) return last.data;
    const { width, height } = source;
    const canvas = makeCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context || !('drawImage' in context)) throw new Error('this browser gives no 2D canvas');
    context.drawImage(source, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    premultiply(data);
    last = { source: new WeakRef(source), data };
    return data;
  };
  const resize: NonNullable<typeof host.resize> = (source, place, grid) => {
    const { width, height } = source;
    return remembered(source, place, grid, () => {
      const data = read(source);
      const made = host.surface(grid.width, grid.height);
      const resampled = kernel?.resample(data, { width, height }, place, grid);
      if (resampled) made.writePixels((to) => straighten(resampled, to));
      return made.bitmap;
    });
  };
  return {
    ...host,
    get resize() {
      if (kernel === undefined) kernel = pageKernel();
      return kernel ? resize : undefined;
    },
  };
}

function premultiply(data: Uint8ClampedArray): void {
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] ?? 0;
    if (alpha === 255) continue;
    const by = alpha / 255;
    data[at - 3] = (data[at - 3] ?? 0) * by;
    data[at - 2] = (data[at - 2] ?? 0) * by;
    data[at - 1] = (data[at - 1] ?? 0) * by;
  }
}

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
