import type { Corners, Direction, Rect } from '@animatic/schema';
import { type Affine, multiply, scaleMove } from '../geometry.ts';

/** The part of a layer that shows; lengths are frame pixels, shares run from 0 (nothing) to 1 (all). */
export type Cut =
  /** Inside a box that stands in the frame while the layer moves behind it. */
  | { kind: 'box'; box: Rect; corners: Corners }
  /** From one side of the layer's box up to `share` of it, with a soft edge. */
  | { kind: 'wipe'; box: Rect; from: Direction; share: number; feather: number }
  /** A pie's sector from twelve o'clock, clockwise. */
  | { kind: 'sector'; box: Rect; share: number }
  /** On its way out from behind the edge of its box on the side it comes from; a text does so line by line. */
  | { kind: 'lines'; box: Rect; from: Direction; share: number }
  /** The first `share` of a text, by its letters or its words, which come up as they appear. */
  | { kind: 'letters' | 'words'; share: number }
  /** A number on its way to what it says. */
  | { kind: 'digits'; share: number };

/** How a layer stands at a moment, away from its place at rest. */
export interface Pose {
  opacity: number;
  /** Frame pixels to frame pixels. */
  matrix: Affine;
  /** Radius in frame pixels. */
  blur: number;
  cuts: readonly Cut[];
}

export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
export const AT_REST: Pose = { opacity: 1, matrix: IDENTITY, blur: 0, cuts: [] };
export const HIDDEN: Pose = { ...AT_REST, opacity: 0 };

/** A pose that differs from rest in what is given. */
export function pose(change: Partial<Pose>): Pose {
  return { ...AT_REST, ...change };
}

/** Frame pixels away from its place. */
export function moved(x: number, y: number): Affine {
  return { ...IDENTITY, e: x, f: y };
}

/** Grown about a point that stays. */
export function grown(by: number, about: { x: number; y: number }): Affine {
  return scaleMove(by, by, about.x * (1 - by), about.y * (1 - by));
}

/** Two things that a layer does at once. */
export function both(a: Pose, b: Pose): Pose {
  if (a === AT_REST) return b;
  if (b === AT_REST) return a;
  return {
    opacity: a.opacity * b.opacity,
    matrix: multiply(a.matrix, b.matrix),
    blur: a.blur + b.blur,
    cuts: [...a.cuts, ...b.cuts],
  };
}
