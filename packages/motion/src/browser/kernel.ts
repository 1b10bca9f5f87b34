import type { Rect, Size } from '@animatic/schema';
import { instantiate } from '../../dist/kernel-page.js';
import { Memory } from '../kernel/memory.ts';
import { resampleInto } from '../kernel/resampling.ts';

/** What of the kernel a page needs; painting is the canvas's there, and its code stays out of the plugin. */
export interface PageKernel {
  /**
   * Premultiplied RGBA laid over `place`, as the pixels of `grid`. The result is a view of the kernel's own memory: it
   * holds until the next call.
   */
  resample(pixels: Uint8ClampedArray, size: Size, place: Rect, grid: Rect): Uint8Array;
  /** RGBA as I420, BT.709 limited range; a view that holds until the next call. Sides are even. */
  toI420(pixels: Uint8ClampedArray, size: Size): Uint8Array;
}

/** The kernel that the server has, in a page; null where there is no WebAssembly. */
export function pageKernel(): PageKernel | null {
  try {
    return withMemory(new Memory(instantiate()));
  } catch {
    return null;
  }
}

function withMemory(memory: Memory<ReturnType<typeof instantiate>>): PageKernel {
  const put = (pixels: Uint8ClampedArray) => {
    const at = memory.allocate(pixels.byteLength);
    memory.bytes(at, pixels.byteLength).set(pixels);
    return at;
  };
  return {
    resample(pixels, { width, height }, place, grid) {
      const bytes = grid.width * grid.height * 4;
      const source = put(pixels);
      const target = memory.allocate(bytes);
      resampleInto(memory, { at: source, width, height }, place, grid, target);
      // Freed bytes stay as they are until something else is made.
      memory.release({ at: target });
      memory.release({ at: source });
      return memory.bytes(target, bytes);
    },
    toI420(pixels, { width, height }) {
      const count = width * height;
      const source = put(pixels);
      const target = memory.allocate(count * 1.5);
      const u = target + count;
      memory.wasm.i420(source, width * 4, target, width, u, u + count / 4, width / 2, width, height);
      memory.release({ at: target });
      memory.release({ at: source });
      return memory.bytes(target, count * 1.5);
    },
  };
}
