import type { Clip, Corners, Ground, NodeId, Rect, Size } from '@animatic/schema';
import type { Cut } from './effects/pose.ts';
import type { Affine } from './geometry.ts';

/** Which prepared bitmap of a shot: the still, the still without its lifted layers, one layer, the screen's shadow. */
export type BitmapName =
  | { shot: number; what: 'still' | 'plate' | 'shadow' }
  | { shot: number; what: 'layer'; layer: NodeId };

/** An outline; lengths in the item's own space. */
export type Shape =
  | { kind: 'box'; box: Rect; corners: Corners }
  | { kind: 'circle'; x: number; y: number; radius: number }
  | { kind: 'polygon'; points: readonly (readonly [number, number])[] }
  /** A polygon that is left open. */
  | { kind: 'line'; points: readonly (readonly [number, number])[] };

/** A shadow under a path, in the item's own space. */
export interface PathShadow {
  color: string;
  blur: number;
  x: number;
  y: number;
}

/** A soft edge in view pixels: all before `full` shows, nothing beyond `clear` does. */
export interface SoftEdge {
  full: { x: number; y: number };
  clear: { x: number; y: number };
}

export type DrawItem =
  /** The clip's own ground, all over the view. */
  | { kind: 'backdrop' }
  | {
      kind: 'bitmap';
      bitmap: BitmapName;
      /** Frame pixels to view pixels, the layer's own pose included. */
      matrix: Affine;
      /** Frame pixels to view pixels as the frame stands: clips and boxes that cut stay where they are. */
      place: Affine;
      clips: readonly Clip[];
      cuts: readonly Cut[];
      /** Radius in frame pixels. */
      blur: number;
      opacity: number;
    }
  /** Shapes filled or stroked (ends and joins round) with a CSS colour; with `evenodd` an inner one is a hole. */
  | {
      kind: 'path';
      matrix: Affine;
      shapes: readonly Shape[];
      rule: 'nonzero' | 'evenodd';
      fill?: string;
      stroke?: { color: string; width: number };
      shadow?: PathShadow;
      /** Where the still of this shot has an accent colour, it takes the place of all colours; their alphas stay. */
      accentOf?: number;
      opacity: number;
    }
  /** A container without its children, painted in this very frame; `clips` are view pixels. */
  | {
      kind: 'ground';
      ground: Ground;
      box: Rect;
      matrix: Affine;
      clips: readonly Clip[];
      opacity: number;
    }
  /** A viewer's line, in view pixels: broken into rows when it is painted, at the top or the bottom of its zone. */
  | {
      kind: 'line';
      text: string;
      /** A font family; a good default without it. */
      font?: string;
      letters: number;
      zone: Rect;
      width: number;
      place: 'top' | 'bottom';
      color: string;
      /** The colour of what it stands on, where it lies over a picture. */
      plate?: string;
      opacity: number;
    }
  /** Items drawn together: within a rounded box (`matrix` takes it to the view), as one sheet of `opacity`. */
  | {
      kind: 'group';
      clip: { box: Clip; matrix: Affine } | null;
      /** What of the sheet shows. */
      soft?: SoftEdge;
      opacity: number;
      items: DrawItem[];
    };

/** One frame of a clip as drawing instructions, bottom to top. Two equal lists paint equal pixels. */
export interface DrawList {
  size: Size;
  items: DrawItem[];
}

/** True where both paint the same pixels: a frame that equals the one before needs no painting. */
export function sameDrawing(a: DrawList, b: DrawList): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
