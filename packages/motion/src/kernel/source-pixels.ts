import type { Rect } from '@animatic/schema';
import type { Bitmap } from './pixel-types.ts';
import { around, isEmpty, meet } from './region.ts';

/** Pixels to paint from: a bitmap or a part of one; `stride` is bytes from row to row. */
export interface SourcePixels {
  at: number;
  width: number;
  height: number;
  stride: number;
  opaque: boolean;
  /** By row: 1 where all of its pixels are the same. */
  plain?: Uint8Array | undefined;
}

/** A part of a bitmap, and where it lies in it; null where it is empty. */
export function partOf(
  { at, width, height, opaque, plain }: Bitmap,
  part?: Rect,
): { source: SourcePixels; x: number; y: number } | null {
  const stride = width * 4;
  if (!part) return { source: { at, width, height, stride, opaque, plain }, x: 0, y: 0 };
  const region = meet({ x0: 0, y0: 0, x1: width, y1: height }, around(part));
  if (isEmpty(region)) return null;
  const { x0: x, y0: y, x1, y1 } = region;
  const source = {
    at: at + y * stride + x * 4,
    width: x1 - x,
    height: y1 - y,
    stride,
    opaque,
    plain: plain?.subarray(y, y1),
  };
  return { source, x, y };
}
