import type { Rect } from '@animatic/schema';

/**
 * Rows from top to bottom, each from left to right. A box belongs to a row when its middle lies within the row's
 * first box, or the other way round.
 *
 * @example readingOrder(frames, (frame) => frame.box)
 */
export function readingOrder<T>(items: readonly T[], boxOf: (item: T) => Rect): T[] {
  const rest = [...items].sort((a, b) => boxOf(a).y - boxOf(b).y || boxOf(a).x - boxOf(b).x);
  const rows: T[][] = [];
  for (const item of rest) {
    const row = rows.find(([first]) => first !== undefined && sharesRow(boxOf(first), boxOf(item)));
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => row.sort((a, b) => boxOf(a).x - boxOf(b).x));
}

function sharesRow(a: Rect, b: Rect): boolean {
  return holds(a, b.y + b.height / 2) || holds(b, a.y + a.height / 2);
}

function holds(box: Rect, y: number): boolean {
  return y >= box.y && y <= box.y + box.height;
}
