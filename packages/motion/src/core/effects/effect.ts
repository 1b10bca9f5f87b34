import type { Direction, Easing, LayerEffect, LayerPhase, Rect } from '@animatic/schema';
import { ease, isSpring } from '../easing.ts';
import type { Pose } from './pose.ts';

/** One thing that one layer does: when, how long, how. Seconds from the shot's start; lengths are frame pixels. */
export interface LayerMove {
  effect: LayerEffect;
  phase: LayerPhase;
  start: number;
  seconds: number;
  easing: Easing;
  /** The side it comes from or goes to. */
  from: Direction | undefined;
  travel: number;
  amount: number | undefined;
  /** Frame pixels that one pixel of a 1080p clip is. */
  pixel: number;
  /** Where the layer lies: its layout box, and its pixels with shadows as far as its containers let them be seen. */
  box: Rect;
  bounds: Rect;
  /** Where its containers and the frame end: nothing of it shows beyond. */
  window: Rect;
}

/** Where a layer lies and what it may fill, before its move is known. */
export type Standing = Pick<LayerMove, 'box' | 'bounds' | 'window' | 'from' | 'pixel'>;

/** What of a layer's bitmap has to be looked at, or made, before its effect can be painted. */
export type Need = 'blur' | 'letters' | 'words' | 'lines' | 'digits' | 'extent';

/** What a layer can do: a new one is a file, its name in the schema, and a line in the registry. */
export interface Effect {
  phases: readonly LayerPhase[];
  /** The curve without one of the designer's, by phase. */
  easing: Partial<Record<LayerPhase, Easing>>;
  /** How far an effect travels without a length of the designer's, frame pixels; 0 for one that does not. `family`: all that move with it. */
  travel?(layer: Standing, family: readonly Standing[]): number;
  needs?: Need;
  /**
   * How the layer stands at a share of its time. A layer that enters comes from 0 (away) to 1 (in its place), one that
   * leaves goes from 1 to 0, one that stays runs from 0 to 1 and is at rest at both.
   */
  pose(move: LayerMove, share: number): Pose;
  /** Everywhere that its pixels come, frame pixels; its bounds without it. */
  reach?(move: LayerMove): Rect;
  /** The largest that it is drawn, 1 without it. */
  largest?(move: LayerMove): number;
  /** The largest radius of its blur, frame pixels. */
  softest?(move: LayerMove): number;
}

/** For edges that pass over a layer: M, with a livelier start, because the first of its way shows hardly anything. */
export const PASSING: Easing = { bezier: [0.45, 0, 0.2, 1] };

/** How far a layer has come, by its curve: a leaving one runs the curve the other way round. */
export function arrival(move: LayerMove, share: number): number {
  return move.phase === 'leave' ? 1 - settling(move.easing, 1 - share) : settling(move.easing, share);
}

/** The share from which on a spring is brought to rest: what is left of it then would be a jump at the end. */
const SETTLES = 0.8;

function settling(easing: Easing, share: number): number {
  const at = ease(easing, share);
  if (!isSpring(easing) || share <= SETTLES) return at;
  return 1 + (at - 1) * (1 - ease('drift', (share - SETTLES) / (1 - SETTLES)));
}

/** taste.md: opacity is done at 60 % of the way. */
const OPAQUE_AT = 0.6;

/**
 * A mover's opacity. It comes fast at first, or the layer would have arrived before anybody sees it move; a layer that
 * leaves fades late, because exits gather speed.
 */
export function opacityAt(share: number): number {
  return ease('ease-out', Math.min(1, Math.max(0, share / OPAQUE_AT)));
}
