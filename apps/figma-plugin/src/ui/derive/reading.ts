import type { Chip, Note } from '@animatic/director';
import type { Motion, Transition } from '@animatic/schema';

/** What the director made of one shot. */
export interface Reading {
  motion: Motion;
  /** Seconds. */
  duration: number;
  /** What will happen, each a thing that can be changed by hand. */
  chips: readonly Chip[];
  /** What was not made into motion, and why. */
  notes: readonly Note[];
}

export interface DirectedTransition {
  transition: Transition;
  /** It follows a prototype link. */
  linked: boolean;
}
