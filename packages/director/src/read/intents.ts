import type {
  CameraMove,
  Direction,
  EasingName,
  LayerEffect,
  LayerPhase,
  OverlayEffect,
} from '@animatic/schema';
import type { Note, Span } from '../api.ts';
import type { Target } from '../find/frame.ts';
import type { Pace, Strength, Temper } from '../language/language.ts';
import type { Act, Mods } from './act.ts';

interface Base {
  words: Span;
  join: Act['join'];
  place?: 'start' | 'end' | 'last' | undefined;
  pace?: Pace | undefined;
  strength?: Strength | undefined;
  easing?: EasingName | undefined;
  /** Its own length. */
  seconds?: number | undefined;
  /** Decided by taste, not by words. */
  byTaste?: true;
}

export interface CameraIntent extends Base {
  kind: 'camera';
  move: CameraMove;
  target?: Target | undefined;
  zoom?: number | undefined;
  /** Where the shot starts: no time passes. */
  starts?: true;
}
export interface LayersIntent extends Base {
  kind: 'layers';
  effect: LayerEffect;
  phase: LayerPhase;
  target: Target;
  order: NonNullable<Mods['order']>;
  from?: Direction | undefined;
  apart?: number | undefined;
  /** How often: for what pulses. */
  times?: number | undefined;
}
export interface OverlayIntent extends Base {
  kind: 'overlay';
  effect: OverlayEffect;
  target: Target;
  /** How often: for taps. */
  times?: number | undefined;
}
export interface ScrollIntent extends Base {
  kind: 'scroll';
  to: Target | 'start' | 'end';
  /** Where the page stands when the shot starts: no time passes. */
  starts?: true;
}
export interface RestIntent extends Base {
  kind: 'rest';
}
export type Intent = CameraIntent | LayersIntent | OverlayIntent | ScrollIntent | RestIntent;

/** A direction as far as it was understood. */
export interface Plan {
  intents: Intent[];
  /** The shot's length. */
  seconds?: { value: number; words: Span } | undefined;
  temper?: { value: Temper; words: Span } | undefined;
  /** A manner of all that is said. */
  pace?: { value: Pace; words: Span } | undefined;
  strength?: Strength | undefined;
  /** It was said that nothing, or not the camera, moves. */
  still?: { about: 'all' | 'camera'; words: Span } | undefined;
  notes: Note[];
}
