import { instantiate } from '../../dist/kernel.js';

const PAGE = 65_536;

/** The pixel kernel: one instance holds one frame's memory. */
export interface Kernel {
  /**
   * Converts opaque RGBA pixels to I420 (BT.709, limited range). The result is a view of the kernel's own
   * memory: it holds until the next call.
   */
  toI420(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array;
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
  return {
    toI420(rgba, width, height) {
      if (width % 2 !== 0 || height % 2 !== 0)
        throw new RangeError(`I420 needs even sides, not ${width} × ${height}`);
      const pixels = width * height;
      if (rgba.length !== pixels * 4)
        throw new RangeError(`${width} × ${height} RGBA is ${pixels * 4} bytes, not ${rgba.length}`);
      const source = 1024;
      const target = source + pixels * 4;
      reserve(target + pixels * 1.5);
      new Uint8Array(wasm.memory.buffer, source, rgba.length).set(rgba);
      wasm.i420(source, target, width, height);
      return new Uint8Array(wasm.memory.buffer, target, pixels * 1.5);
    },
  };
}
