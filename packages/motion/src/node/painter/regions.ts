import type { Rect } from '@animatic/schema';
import { area, intersection, union } from '../../core/geometry.ts';

/** Out to even pixels: four of them share one chroma. */
export function even(rect: Rect): Rect {
  const x = Math.floor(rect.x / 2) * 2;
  const y = Math.floor(rect.y / 2) * 2;
  return {
    x,
    y,
    width: Math.ceil((rect.x + rect.width) / 2) * 2 - x,
    height: Math.ceil((rect.y + rect.height) / 2) * 2 - y,
  };
}

/** Rectangles that do not overlap, around all that are given: those that do are put together. */
export function apart(rects: readonly Rect[]): Rect[] {
  const result: Rect[] = [];
  for (const rect of rects) {
    let grown = rect;
    for (let i = 0; i < result.length; ) {
      const other = result[i];
      if (other && intersection(other, grown)) {
        grown = union(other, grown);
        result.splice(i, 1);
        i = 0;
      } else i++;
    }
    result.push(grown);
  }
  return result;
}

/** What of a rectangle lies outside of all others, as rectangles that do not overlap. */
export function without(rect: Rect, others: readonly Rect[]): Rect[] {
  let rest = [rect];
  for (const other of others) rest = rest.flatMap((one) => minus(one, other));
  return rest;
}

function minus(rect: Rect, other: Rect): Rect[] {
  const hole = intersection(rect, other);
  if (!hole) return [rect];
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const holeRight = hole.x + hole.width;
  const holeBottom = hole.y + hole.height;
  return [
    { x: rect.x, y: rect.y, width: rect.width, height: hole.y - rect.y },
    { x: rect.x, y: holeBottom, width: rect.width, height: bottom - holeBottom },
    { x: rect.x, y: hole.y, width: hole.x - rect.x, height: hole.height },
    { x: holeRight, y: hole.y, width: right - holeRight, height: hole.height },
  ].filter((one) => area(one) > 0);
}

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
