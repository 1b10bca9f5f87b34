import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

/** Separable resampling, a channel at a time. */
export function resampleTwin(memory: TwinMemory): Pick<KernelExports, 'resample'> {
  return {
    resample(source, target, width, height, outWidth, taps, starts, weights) {
      const bytes = memory.u8;
      const startOf = memory.i32(starts, outWidth);
      const weightOf = memory.i16(weights, outWidth * taps);
      for (let y = 0; y < height; y++)
        for (let i = 0; i < outWidth; i++) {
          const sumOf = (c: number) => {
            let sum = 1 << 13;
            for (let k = 0; k < taps; k++)
              sum += bytes[source + (y * width + startOf[i]! + k) * 4 + c]! * weightOf[i * taps + k]!;
            return Math.min(Math.max(sum >> 14, 0), 255);
          };
          const alpha = sumOf(3);
          for (let c = 0; c < 4; c++) bytes[target + (i * height + y) * 4 + c] = Math.min(sumOf(c), alpha);
        }
    },
  };
}
