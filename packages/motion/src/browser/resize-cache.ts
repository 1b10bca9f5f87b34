import type { Rect } from '@animatic/schema';
import type { BrowserBitmap } from './host.ts';

/** Pixels that are kept: some 100 MB. */
const MOST_PIXELS = 24e6;

/**
 * Remembers stills at the sizes they were resampled to, those used last: a shot that is opened again because a word
 * was typed needs the same ones.
 */
export function resizeCache() {
  const ids = new WeakMap<ImageBitmap, number>();
  const kept = new Map<string, BrowserBitmap>();
  let lastId = 0;
  let pixels = 0;
  const keyOf = (source: ImageBitmap, place: Rect, grid: Rect) => {
    let id = ids.get(source);
    if (id === undefined) {
      lastId += 1;
      id = lastId;
      ids.set(source, id);
    }
    return [id, place.x, place.y, place.width, place.height, grid.x, grid.y, grid.width, grid.height].join();
  };
  return (source: BrowserBitmap, place: Rect, grid: Rect, make: () => BrowserBitmap): BrowserBitmap => {
    if (!(source instanceof ImageBitmap)) return make();
    const key = keyOf(source, place, grid);
    const known = kept.get(key);
    const bitmap = known ?? make();
    kept.delete(key);
    kept.set(key, bitmap);
    if (!known) pixels += bitmap.width * bitmap.height;
    for (const [old, { width, height }] of kept) {
      if (pixels <= MOST_PIXELS || old === key) break;
      kept.delete(old);
      pixels -= width * height;
    }
    return bitmap;
  };
}
