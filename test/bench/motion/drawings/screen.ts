import type { Ground, LayerKind, Rect, Size } from '@animatic/schema';
import type { SKRSContext2D } from '@napi-rs/canvas';

/** Scale and shift. */
export interface Base {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** One drawn piece of a screen; all lengths are frame pixels. */
export interface Piece {
  name: string;
  /** The names of what it lies in, its own last. */
  path: string[];
  kind: LayerKind;
  box: Rect;
  /** How far its pixels reach beyond the box. */
  spread?: number;
  /** A plain shape, drawn from its fills as Figma's containers are. */
  ground?: Ground;
  /** `base` is what the context's transform is: frame pixels to those of the bitmap. */
  draw(context: SKRSContext2D, base: Base): void;
}

/** A frame drawn by code: a background and its pieces, bottom to top. */
export interface Screen {
  name: string;
  size: Size;
  background: string;
  pieces: Piece[];
}

/** Where a piece's pixels lie, out to whole frame pixels. */
export function boundsOf({ box, spread = 0 }: Piece): Rect {
  const x = Math.floor(box.x - spread);
  const y = Math.floor(box.y - spread);
  return {
    x,
    y,
    width: Math.ceil(box.x + box.width + spread) - x,
    height: Math.ceil(box.y + box.height + spread) - y,
  };
}
