import type { Clip, NodeId, Size } from '@animatic/schema';
import type { Affine } from './geometry.ts';

/** Which prepared bitmap of a shot: the still, the still without its lifted layers, one layer, the screen's shadow. */
export type BitmapName =
  | { shot: number; what: 'still' | 'plate' | 'shadow' }
  | { shot: number; what: 'layer'; layer: NodeId };

export type DrawItem =
  /** The clip's own ground, all over the view. */
  | { kind: 'backdrop' }
  /** `matrix` takes frame pixels to view pixels; `clips` are frame pixels and stay where they are. */
  | {
      kind: 'bitmap';
      bitmap: BitmapName;
      matrix: Affine;
      /** Frame pixels that the bitmap lies away from its place. */
      offset: { x: number; y: number };
      clips: readonly Clip[];
      opacity: number;
    }
  /** Items drawn together: within a rounded box (`matrix` takes it to the view), as one sheet of `opacity`. */
  | { kind: 'group'; clip: { box: Clip; matrix: Affine } | null; opacity: number; items: DrawItem[] };

/** One frame of a clip as drawing instructions, bottom to top. Two equal lists paint equal pixels. */
export interface DrawList {
  size: Size;
  items: DrawItem[];
}

/** True where both paint the same pixels: a frame that equals the one before needs no painting. */
export function sameDrawing(a: DrawList, b: DrawList): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
