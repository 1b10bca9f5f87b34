import type { Rect } from '@animatic/schema';
import type { Memory } from './memory.ts';
import type { Mask, Point } from './pixel-types.ts';
import { around, isEmpty, meet } from './region.ts';

export function maskRoundedRect(
  memory: Memory,
  { at, width, height, x, y }: Mask,
  rect: Rect,
  radius: number | readonly [number, number, number, number],
): void {
  const left = rect.x - x;
  const top = rect.y - y;
  const [ul, ur, lr, ll] = fittingRadii(rect, radius);
  const [right, bottom] = [left + rect.width, top + rect.height];
  memory.wasm.roundedMask(at, width, height, left, top, right, bottom, ul, ur, lr, ll);
}

export function multiplyMask(memory: Memory, mask: Mask, by: Mask): void {
  const all = around(mask);
  const bytes = memory.bytes(mask.at, mask.bytes);
  const both = meet(all, around(by));
  if (isEmpty(both)) {
    bytes.fill(0);
    return;
  }
  const { x0, y0, x1, y1 } = both;
  const at = mask.at + (y0 - mask.y) * mask.width + x0 - mask.x;
  const from = by.at + (y0 - by.y) * by.width + x0 - by.x;
  memory.wasm.multiplyRows(from, by.width, at, mask.width, x1 - x0, y1 - y0);
  for (let y = all.y0; y < all.y1; y++) {
    const row = bytes.subarray((y - mask.y) * mask.width, (y - mask.y + 1) * mask.width);
    if (y < y0 || y >= y1) row.fill(0);
    else row.fill(0, 0, x0 - mask.x).fill(0, x1 - mask.x);
  }
}

export function fadeMask(
  memory: Memory,
  { at, width, height, x, y }: Mask,
  full: Point,
  clear: Point,
  shares: readonly number[],
): void {
  const [dx, dy] = [clear.x - full.x, clear.y - full.y];
  const square = dx * dx + dy * dy;
  if (!(square > 0) || shares.length < 2)
    throw new RangeError('A mask fades between two points that are apart, by two shares or more');
  const values = memory.scratch(0, shares.length * 4);
  new Float32Array(memory.wasm.memory.buffer, values, shares.length).set(shares);
  const start = ((x + 0.5 - full.x) * dx + (y + 0.5 - full.y) * dy) / square;
  memory.wasm.fadeMask(at, width, height, start, dx / square, dy / square, values, shares.length);
}

/** Radii made smaller together until they fit (CSS Backgrounds and Borders 3, 5.5). */
function fittingRadii(
  { width, height }: Rect,
  radius: number | readonly [number, number, number, number],
): [number, number, number, number] {
  const [ul, ur, lr, ll] = typeof radius === 'number' ? [radius, radius, radius, radius] : radius;
  const most = Math.max(1, (ul + ur) / width, (ll + lr) / width, (ul + ll) / height, (ur + lr) / height);
  return [ul / most, ur / most, lr / most, ll / most];
}
