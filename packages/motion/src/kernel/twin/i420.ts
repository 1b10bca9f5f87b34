import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

type Yuv = Pick<KernelExports, 'i420' | 'yuva'>;

/** BT.709, limited range, in 15 bits: the rows of the matrix for Y, U and V (ITU-R BT.709-6, 3 and 4). */
const MATRIX = [
  [5983, 20127, 2032],
  [-3298, -11094, 14392],
  [14392, -13072, -1320],
] as const;

/** RGBA to planes, a sample at a time. */
export function i420Twin(memory: TwinMemory): Yuv {
  const sample = (row: 0 | 1 | 2, at: number) => {
    const bytes = memory.u8;
    return MATRIX[row].reduce((sum, factor, c) => sum + factor * bytes[at + c]!, 0);
  };
  const quad = (at: number, stride: number) => [at, at + 4, at + stride, at + stride + 4];
  return {
    i420(source, stride, luma, lumaStride, u, v, chromaStride, width, height) {
      const bytes = memory.u8;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          bytes[luma + y * lumaStride + x] =
            (sample(0, source + y * stride + x * 4) + (16 << 15) + (1 << 14)) >> 15;
      for (let y = 0; y < height / 2; y++)
        for (let x = 0; x < width / 2; x++) {
          const four = quad(source + y * 2 * stride + x * 8, stride);
          const chroma = (row: 1 | 2) =>
            (four.reduce((sum, at) => sum + sample(row, at), 0) + (128 << 17) + (1 << 16)) >> 17;
          bytes[u + y * chromaStride + x] = chroma(1);
          bytes[v + y * chromaStride + x] = chroma(2);
        }
    },
    yuva(source, stride, luma, lumaStride, u, v, chromaStride, alpha, width, height) {
      const bytes = memory.u8;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = source + y * stride + x * 4;
          const cover = bytes[at + 3]!;
          const straight = cover === 0 ? 0 : Math.floor((sample(0, at) * 255) / cover);
          const value = (straight + (16 << 15) + (1 << 14)) >> 15;
          bytes[luma + y * lumaStride + x] = cover === 255 ? value : Math.min(value, 235);
          bytes[alpha + y * lumaStride + x] = cover;
        }
      for (let y = 0; y < height / 2; y++)
        for (let x = 0; x < width / 2; x++) {
          const four = quad(source + y * 2 * stride + x * 8, stride);
          const cover = four.reduce((sum, at) => sum + bytes[at + 3]!, 0);
          const chroma = (row: 1 | 2) => {
            if (cover === 0) return 128;
            const sum = four.reduce((total, at) => total + sample(row, at), 0);
            return Math.min(Math.max(Math.floor((sum * 255) / cover / 32_768 + 128.5), 16), 240);
          };
          bytes[u + y * chromaStride + x] = chroma(1);
          bytes[v + y * chromaStride + x] = chroma(2);
        }
    },
  };
}
