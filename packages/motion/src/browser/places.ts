import { type DrawItem, sample, type Timeline } from '../core/index.ts';

/** Where one frame lies in the picture. */
export interface Place {
  /** The shot's place in the board. */
  shot: number;
  /** Frame pixels to view pixels: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
  matrix: { a: number; b: number; c: number; d: number; e: number; f: number };
}

/**
 * Where the frames on show lie at a time, bottom to top: two while one passes into the other.
 *
 * @example placesAt(timeline, 1.5).at(-1)
 */
export function placesAt(timeline: Timeline, seconds: number): Place[] {
  const places = new Map<number, Place>();
  const look = (items: readonly DrawItem[]) => {
    for (const item of items)
      if (item.kind === 'group') look(item.items);
      else if (item.kind === 'bitmap' && (item.bitmap.what === 'still' || item.bitmap.what === 'plate')) {
        const { shot } = item.bitmap;
        if (!places.has(shot)) places.set(shot, { shot, matrix: item.place });
      }
  };
  look(sample(timeline, seconds).items);
  return [...places.values()];
}
