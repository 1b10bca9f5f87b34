import type { KernelExports } from '../kernel-exports.ts';
import { blendTwin } from './blend.ts';
import { i420Twin } from './i420.ts';
import { maskTwin } from './mask.ts';
import { planesTwin } from './planes.ts';
import { pngTwin } from './png.ts';
import { resampleTwin } from './resample.ts';
import { scaleTwin } from './scale.ts';
import { TwinMemory } from './twin-memory.ts';
import { warpTwin } from './warp.ts';

/**
 * Every primitive of the kernel once more, in plain TypeScript, a channel at a time: what the tests hold the vectors
 * against.
 *
 * @example createPixelKernel(createTwin())
 */
export function createTwin(): KernelExports {
  const memory = new TwinMemory();
  return {
    memory,
    ...blendTwin(memory),
    ...scaleTwin(memory),
    ...planesTwin(memory),
    ...maskTwin(memory),
    ...i420Twin(memory),
    ...warpTwin(memory),
    ...resampleTwin(memory),
    ...pngTwin(memory),
  };
}
