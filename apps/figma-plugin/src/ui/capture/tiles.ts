import { MAX_STILL_SIDE, type Rect } from '@animatic/schema';

/** Even tiles rather than full ones and a sliver: 4,200 pixels are cut at 2,100. */
export function tilesOf(width: number, height: number, longest = MAX_STILL_SIDE): Rect[] {
  const tiles: Rect[] = [];
  for (const { at: y, size: h } of spans(height, longest))
    for (const { at: x, size: w } of spans(width, longest)) tiles.push({ x, y, width: w, height: h });
  return tiles;
}

function spans(length: number, longest: number): Array<{ at: number; size: number }> {
  const count = Math.ceil(length / longest);
  const size = Math.ceil(length / count);
  return Array.from({ length: count }, (_, index) => ({
    at: index * size,
    size: Math.min(size, length - index * size),
  }));
}
