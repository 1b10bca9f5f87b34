import type { OutlineNode } from '@animatic/schema';

/**
 * Reading order: rows from above, each from the left. Things belong to one row where their middles lie within half of
 * the lower one's height.
 */
export function inReadingOrder<Item extends Pick<OutlineNode, 'box'>>(items: readonly Item[]): Item[] {
  const rows: Item[][] = [];
  for (const item of [...items].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = first ? Math.min(first.box.height, item.box.height) / 2 : 0;
    if (row && first && Math.abs(middle(first) - middle(item)) <= reach) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}

function middle({ box }: Pick<OutlineNode, 'box'>): number {
  return box.y + box.height / 2;
}
