import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

type Blend = Pick<
  KernelExports,
  'addRows' | 'blendRows' | 'copyRows' | 'isOpaque' | 'multiplyRows' | 'plainRows'
>;

/** Source-over, a channel at a time. */
export function blendTwin(memory: TwinMemory): Blend {
  return {
    blendRows(source, sourceStride, target, targetStride, count, rows, opacity, mask, maskStride) {
      const bytes = memory.u8;
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < count; x++) {
          const from = source + y * sourceStride + x * 4;
          const to = target + y * targetStride + x * 4;
          const cover = mask ? Math.round((bytes[mask + y * maskStride + x]! * opacity) / 255) : opacity;
          const alpha = Math.round((bytes[from + 3]! * cover) / 255);
          for (let c = 0; c < 4; c++) {
            const over = Math.round((bytes[from + c]! * cover) / 255);
            const under = Math.round((bytes[to + c]! * (255 - alpha)) / 255);
            bytes[to + c] = Math.min(over + under, 255);
          }
        }
    },
    copyRows(source, sourceStride, target, targetStride, length, rows) {
      const bytes = memory.u8;
      for (let y = 0; y < rows; y++)
        for (let i = 0; i < length; i++)
          bytes[target + y * targetStride + i] = bytes[source + y * sourceStride + i]!;
    },
    addRows(source, sourceStride, target, targetStride, length, rows) {
      const bytes = memory.u8;
      for (let y = 0; y < rows; y++)
        for (let i = 0; i < length; i++) {
          const to = target + y * targetStride + i;
          bytes[to] = Math.min(bytes[to]! + bytes[source + y * sourceStride + i]!, 255);
        }
    },
    multiplyRows(source, sourceStride, target, targetStride, count, rows) {
      const bytes = memory.u8;
      for (let y = 0; y < rows; y++)
        for (let i = 0; i < count; i++) {
          const to = target + y * targetStride + i;
          bytes[to] = Math.round((bytes[to]! * bytes[source + y * sourceStride + i]!) / 255);
        }
    },
    plainRows(at, width, height, out) {
      const bytes = memory.u8;
      for (let y = 0; y < height; y++) {
        const row = at + y * width * 4;
        let plain = 1;
        for (let i = 4; i < width * 4; i++) if (bytes[row + i] !== bytes[row + (i % 4)]) plain = 0;
        bytes[out + y] = plain;
      }
    },
    isOpaque(at, count) {
      const bytes = memory.u8;
      for (let i = 0; i < count; i++) if (bytes[at + i * 4 + 3] !== 255) return 0;
      return 1;
    },
  };
}
