import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

type Scale = Pick<KernelExports, 'scaleAcross' | 'fadeWords' | 'lerpRows' | 'lerpPixels'>;

/** `weight` / 32768 of the way from one to the other, rounded. */
export function lerp(first: number, second: number, weight: number): number {
  return first + (((second - first) * weight + 0x4000) >> 15);
}

/** Bilinear scaling along the axes, a channel at a time. */
export function scaleTwin(memory: TwinMemory): Scale {
  return {
    scaleAcross(source, out, count, offsets, weights) {
      const bytes = memory.u8;
      const offsetOf = memory.i32(offsets, count);
      const weightOf = memory.i16(weights, count * 4);
      const words = memory.i16(out, count * 4);
      for (let i = 0; i < count * 4; i++) {
        const at = source + offsetOf[i >> 2]! + (i & 3);
        words[i] = lerp(bytes[at]! * 128, bytes[at + 4]! * 128, weightOf[i]!);
      }
    },
    fadeWords(at, coverage) {
      const words = memory.i16(at, 4);
      for (let c = 0; c < 4; c++) words[c] = (words[c]! * coverage + 0x4000) >> 15;
    },
    lerpRows(upper, lower, weight, out, count) {
      const a = memory.i16(upper, count * 4);
      const b = memory.i16(lower, count * 4);
      const bytes = memory.u8;
      for (let i = 0; i < count * 4; i++) bytes[out + i] = (lerp(a[i]!, b[i]!, weight) + 64) >> 7;
    },
    lerpPixels(upper, lower, weight, out, count) {
      const bytes = memory.u8;
      for (let i = 0; i < count * 4; i++)
        bytes[out + i] = (lerp(bytes[upper + i]! * 128, bytes[lower + i]! * 128, weight) + 64) >> 7;
    },
  };
}
