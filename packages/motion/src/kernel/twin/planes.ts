import type { KernelExports } from '../kernel-exports.ts';
import { lerp } from './scale.ts';
import type { TwinMemory } from './twin-memory.ts';

type Planes = Pick<KernelExports, 'planeAcross' | 'planeAcrossFar' | 'planeDown'>;

/** Bilinear scaling of planes, a byte at a time. */
export function planesTwin(memory: TwinMemory): Planes {
  return {
    planeAcross(source, out, groups, table) {
      const bytes = memory.u8;
      const words = memory.i16(out, groups * 8);
      for (let g = 0; g < groups; g++) {
        const place = table + g * 64;
        const base = source + memory.i32(place, 1)[0]!;
        const weights = memory.i16(place + 48, 8);
        for (let k = 0; k < 8; k++) {
          const left = bytes[base + bytes[place + 17 + k * 2]!]! * 128;
          const right = bytes[base + bytes[place + 33 + k * 2]!]! * 128;
          words[g * 8 + k] = lerp(left, right, weights[k]!);
        }
      }
    },
    planeAcrossFar(source, out, count, table) {
      const bytes = memory.u8;
      const words = memory.i16(out, count);
      const steps = memory.i32(table, count * 2);
      for (let i = 0; i < count; i++) {
        const at = source + steps[i * 2]!;
        words[i] = lerp(bytes[at]! * 128, bytes[at + 1]! * 128, steps[i * 2 + 1]!);
      }
    },
    planeDown(upper, lower, weight, out, count) {
      const a = memory.i16(upper, count);
      const b = memory.i16(lower, count);
      const bytes = memory.u8;
      for (let i = 0; i < count; i++) bytes[out + i] = (lerp(a[i]!, b[i]!, weight) + 64) >> 7;
    },
  };
}
