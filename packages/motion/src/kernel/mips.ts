import type { Memory } from './memory.ts';
import type { Bitmap, MipChain } from './pixel-types.ts';

/** Rows of the smallest levels are read a vector at a time: each level gets room to spare. */
const SPARE = 16;

/** The bitmap and its halves down to 1 × 1, rounded up, so that level n is the picture at exactly 1 / 2ⁿ. */
export function buildMips(
  memory: Memory,
  { at: source, bytes: size, width, height, opaque }: Bitmap,
): MipChain {
  const sizes = [{ width, height }];
  for (let level = { width, height }; level.width > 1 || level.height > 1; sizes.push(level))
    level = { width: (level.width + 1) >> 1, height: (level.height + 1) >> 1 };
  const bytes = sizes.reduce((sum, level) => sum + level.width * level.height * 4 + SPARE, 0);
  const start = memory.allocate(bytes);
  let at = start;
  const levels = sizes.map((level) => {
    const here = { at, ...level };
    at += level.width * level.height * 4 + SPARE;
    return here;
  });
  memory.wasm.copyRows(source, 0, start, 0, size, 1);
  for (let i = 1; i < levels.length; i++) {
    const above = levels[i - 1]!;
    memory.wasm.halve(above.at, above.width, above.height, levels[i]!.at);
  }
  return { kind: 'mips', at: start, bytes, width, height, opaque, levels };
}
