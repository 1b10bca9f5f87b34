import type { Motion, Transition } from '@animatic/schema';

/** What the director made of one shot. */
export interface Reading {
  motion: Motion;
  /** Seconds. */
  duration: number;
  /** What will happen, in words for people. */
  understood: string[];
  /** The designer's words that nothing was made of. */
  missed: string[];
}

export interface DirectedTransition {
  transition: Transition;
  /** It follows a prototype link. */
  linked: boolean;
}
