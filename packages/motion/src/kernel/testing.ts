import type { Rect } from '@animatic/schema';
import { createPixelKernel } from './pixel-kernel.ts';
import type { Pixels } from './pixel-types.ts';

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Premultiplied noise: every alpha 255, every alpha 0, or all there is, with runs of clear and opaque pixels. */
export function randomPixels(
  width: number,
  height: number,
  random: () => number,
  kind: 'opaque' | 'clear' | 'mixed',
): Pixels {
  const data = new Uint8Array(width * height * 4);
  let run = 0;
  let alpha = 255;
  for (let at = 0; at < data.length; at += 4) {
    if (run-- <= 0) {
      run = Math.floor(random() * 9);
      const die = random();
      alpha = die < 0.3 ? 255 : die < 0.6 ? 0 : Math.floor(random() * 256);
    }
    const a = kind === 'opaque' ? 255 : kind === 'clear' ? 0 : alpha;
    for (let c = 0; c < 3; c++) data[at + c] = Math.floor(random() * (a + 1));
    data[at + 3] = a;
  }
  return { data, width, height };
}

/** Opaque grey pixels of a formula of their column and row. */
export function smoothPixels(width: number, height: number, value: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = Math.round(value(x, y));
      data.set([grey, grey, grey, 255], (y * width + x) * 4);
    }
  return { data, width, height };
}

/** Peak signal-to-noise ratio in dB; infinite where nothing differs. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / a.length));
}

/** The pixel kernel for bytes that lie elsewhere: what tests hold against a reference. */
export interface Kernel {
  /**
   * Converts opaque RGBA pixels to I420 (BT.709, limited range). The result is a view of the kernel's own
   * memory: it holds until the next call.
   *
   * @throws RangeError where a side is odd or the bytes do not fit the size
   */
  toI420(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array;
  /**
   * Resamples premultiplied RGBA pixels laid over `place` to the whole pixels of `grid`. The result is a view of
   * the kernel's own memory: it holds until the next call.
   */
  resample(pixels: Pixels, place: Rect, grid: Rect): Uint8Array;
}

/**
 * A kernel with a memory of its own.
 *
 * @example createKernel().toI420(rgba, 1920, 1080) // 1920 × 1080 × 1.5 bytes
 */
export function createKernel(): Kernel {
  const kernel = createPixelKernel();
  return {
    toI420(rgba, width, height) {
      if (width % 2 !== 0 || height % 2 !== 0)
        throw new RangeError(`I420 needs even sides, not ${width} × ${height}`);
      const source = kernel.uploadBitmap({ data: rgba, width, height });
      const frame = kernel.createFrame(width, height);
      kernel.toFrame(frame, source);
      // Freed bytes stay as they are until something else is made.
      kernel.free(frame);
      kernel.free(source);
      return kernel.view(frame);
    },
    resample(pixels, place, grid) {
      const source = kernel.uploadBitmap(pixels);
      const result = kernel.resampleBitmap(source, place, grid);
      kernel.free(result);
      kernel.free(source);
      return kernel.view(result);
    },
  };
}
