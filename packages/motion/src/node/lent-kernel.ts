import { instantiate } from '../../dist/kernel.js';
import type { KernelExports } from '../kernel/kernel-exports.ts';
import { createPixelKernel, type PixelKernel } from '../kernel/pixel-kernel.ts';

/** A kernel for one clip. */
export interface LentKernel {
  kernel: PixelKernel;
  /** From here on nothing of it is used any more. */
  giveBack(): void;
}

/** What may wait for the next clip, bytes: enough for most clips at 1080p, not for one at 4K. */
const MOST_IDLE = 256 * 1024 * 1024;

let idle: KernelExports | null = null;

/**
 * A kernel, in the memory that the clip before has left where there is one: fresh pages are what costs, 3 ms a megabyte
 * on a virtual machine, and WASM's memory is freed late, so that two clips' worth would lie there.
 *
 * @example const { kernel, giveBack } = lendKernel(); try { … } finally { giveBack(); }
 */
export function lendKernel(): LentKernel {
  const wasm = idle ?? instantiate();
  idle = null;
  let lent = true;
  return {
    kernel: createPixelKernel(wasm),
    giveBack() {
      if (lent && wasm.memory.buffer.byteLength <= MOST_IDLE) idle ??= wasm;
      lent = false;
    },
  };
}
