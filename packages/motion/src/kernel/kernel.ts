import type { Rect } from '@animatic/schema';
import { instantiate } from '../../dist/kernel.js';
import { axisWeights, type Weights } from './weights.ts';

const PAGE = 65_536;
/** Below this the module keeps its own data. */
const BASE = 1024;

/** The pixel kernel: one instance, one memory, which grows to the largest job and is used again. */
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
  resample(
    pixels: { data: Uint8Array | Uint8ClampedArray; width: number; height: number },
    place: Rect,
    grid: Rect,
  ): Uint8Array;
}

/**
 * A kernel with a memory of its own.
 *
 * @example createKernel().toI420(rgba, 1920, 1080) // 1920 × 1080 × 1.5 bytes
 */
export function createKernel(): Kernel {
  const wasm = instantiate();
  const reserve = (bytes: number) => {
    const missing = bytes - wasm.memory.buffer.byteLength;
    if (missing > 0) wasm.memory.grow(Math.ceil(missing / PAGE));
  };
  const bytesAt = (at: number, length: number) => new Uint8Array(wasm.memory.buffer, at, length);
  const putWeights = (at: number, { starts, values }: Weights) => {
    bytesAt(at, starts.byteLength).set(new Uint8Array(starts.buffer));
    bytesAt(at + starts.byteLength, values.byteLength).set(new Uint8Array(values.buffer));
  };
  return {
    toI420(rgba, width, height) {
      if (width % 2 !== 0 || height % 2 !== 0)
        throw new RangeError(`I420 needs even sides, not ${width} × ${height}`);
      const pixels = width * height;
      if (rgba.length !== pixels * 4)
        throw new RangeError(`${width} × ${height} RGBA is ${pixels * 4} bytes, not ${rgba.length}`);
      const target = BASE + pixels * 4;
      reserve(target + pixels * 1.5);
      bytesAt(BASE, rgba.length).set(rgba);
      wasm.i420(BASE, target, width, height);
      return bytesAt(target, pixels * 1.5);
    },
    resample({ data, width, height }, place, grid) {
      const across = axisWeights(width, place.width, place.x - grid.x, grid.width);
      const down = axisWeights(height, place.height, place.y - grid.y, grid.height);
      const source = BASE;
      const turned = source + width * height * 4;
      const target = turned + grid.width * height * 4;
      const weights = target + grid.width * grid.height * 4;
      const largest = Math.max(
        across.starts.byteLength + across.values.byteLength,
        down.starts.byteLength + down.values.byteLength,
      );
      reserve(weights + largest + 64);
      bytesAt(source, data.length).set(data);
      putWeights(weights, across);
      wasm.resample(
        source,
        turned,
        width,
        height,
        grid.width,
        across.taps,
        weights,
        weights + grid.width * 4,
      );
      putWeights(weights, down);
      wasm.resample(
        turned,
        target,
        height,
        grid.width,
        grid.height,
        down.taps,
        weights,
        weights + grid.height * 4,
      );
      return bytesAt(target, grid.width * grid.height * 4);
    },
  };
}
