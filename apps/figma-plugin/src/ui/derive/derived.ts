import type { Shot, Size } from '@animatic/schema';
import type { DirectedTransition, Reading } from './reading.ts';

/** What follows from the board and its frames, shot by shot. */
export interface Derived {
  /** Null until the frame was described. */
  readings: (Reading | null)[];
  /** What each shot passes into the next with, unless the designer chose. */
  transitions: DirectedTransition[];
  /** Shots as a clip has them; one that is not captured yet carries a still that nobody has (`WAITING`). */
  shots: Shot[];
  /** Seconds, transitions taken off. */
  seconds: number;
  /** When each shot begins, seconds. */
  starts: number[];
  /** The clip's pixels. */
  size: Size;
}

/** The hash of a still that is still to come. */
export const WAITING = '0'.repeat(64);
