import type { Size } from '@animatic/schema';
import { framesIn } from './output.ts';

/** One thumbnail: the stretch of the clip that it stands for, and where it lies in the sheet. */
export interface SpriteTile {
  /** Seconds. */
  start: number;
  end: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SpriteGrid {
  /** Seconds from one thumbnail to the next. */
  every: number;
  /** Of a thumbnail, pixels, both sides even. */
  tile: Size;
  /** Of the sheet. */
  size: Size;
  columns: number;
  tiles: SpriteTile[];
}

/** The longer side of a thumbnail: what a player shows over its time line. */
const LONGER = 192;
const STEPS = [0.25, 0.5, 1, 2, 5];
const MOST = 100;

/**
 * Plans a sheet: as many thumbnails as there are steps of time, at most a hundred, in rows of ten at most.
 *
 * @example planSprites({ width: 1920, height: 1080 }, 12).tiles[1] // { start: 0.25, end: 0.5, x: 192, y: 0, … }
 */
export function planSprites(clip: Size, seconds: number): SpriteGrid {
  const scale = Math.min(1, LONGER / Math.max(clip.width, clip.height));
  const even = (side: number) => Math.max(2, Math.round((side * scale) / 2) * 2);
  const tile = { width: even(clip.width), height: even(clip.height) };
  const every = STEPS.find((step) => seconds / step <= MOST) ?? 5;
  const count = framesIn(seconds, 1 / every);
  const columns = Math.min(10, Math.ceil(Math.sqrt(count)));
  const rows = Math.ceil(count / columns);
  return {
    every,
    tile,
    columns,
    size: { width: columns * tile.width, height: rows * tile.height },
    tiles: Array.from({ length: count }, (_, index) => ({
      start: index * every,
      end: index === count - 1 ? seconds : (index + 1) * every,
      x: (index % columns) * tile.width,
      y: Math.floor(index / columns) * tile.height,
      ...tile,
    })),
  };
}
