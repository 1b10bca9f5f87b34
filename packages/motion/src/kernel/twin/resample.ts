import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

/** Separable resampling, a channel at a time. */
export function resampleTwin(memory: TwinMemory): Pick<KernelExports, 'resample'> {
  const { fround } = Math;
  return {
    resample(source, target, width, height, outWidth, taps, starts, weights) {
      const bytes = memory.u8;
      const startOf = memory.i32(starts, outWidth);
      const weightOf = memory.f32(weights, outWidth * taps);
      for (let y = 0; y < height; y++)
        for (let i = 0; i < outWidth; i++)
          for (let c = 0; c < 4; c++) {
            let sum = 0.5;
            for (let k = 0; k < taps; k++) {
              const value = bytes[source + (y * width + startOf[i]! + k) * 4 + c]!;
              sum = fround(sum + fround(value * weightOf[i * taps + k]!));
            }
            bytes[target + (i * height + y) * 4 + c] = Math.min(Math.max(Math.floor(sum), 0), 255);
          }
    },
  };
}
