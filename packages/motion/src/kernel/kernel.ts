import type { Rect } from '@animatic/schema';
import { createPixelKernel } from './pixel-kernel.ts';
import type { Pixels } from './pixel-types.ts';

/** The pixel kernel for bytes that lie elsewhere: one instance, one memory, which grows to the largest job and is used again. */
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
