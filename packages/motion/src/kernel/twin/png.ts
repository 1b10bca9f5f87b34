import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

/** PNG's filters (9.4), as the specification words them. */
export function pngTwin(memory: TwinMemory): Pick<KernelExports, 'premultiply' | 'unfilterRow'> {
  return {
    unfilterRow(kind, raw, above, out, length) {
      const bytes = memory.u8;
      for (let i = 0; i < length; i++) {
        const left = i < 4 ? 0 : bytes[out + i - 4]!;
        const up = bytes[above + i]!;
        const upperLeft = i < 4 ? 0 : bytes[above + i - 4]!;
        const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, upperLeft)];
        bytes[out + i] = bytes[raw + i]! + guesses[kind]!;
      }
    },
    premultiply(at, count) {
      const bytes = memory.u8;
      for (let i = 0; i < count; i++)
        for (let c = 0; c < 3; c++) {
          const to = at + i * 4 + c;
          bytes[to] = Math.round((bytes[to]! * bytes[at + i * 4 + 3]!) / 255);
        }
    },
  };
}

function paeth(left: number, up: number, upperLeft: number): number {
  const guess = left + up - upperLeft;
  const [a, b, c] = [left, up, upperLeft].map((one) => Math.abs(guess - one));
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? up : upperLeft;
}
