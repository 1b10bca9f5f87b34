import type { Shot, Size } from '@animatic/schema';
import type { DirectedTransition, Reading } from './reading.ts';
import type { Asked, CannotAsk } from './shot-generation.ts';

/** What follows from the board and its frames, shot by shot. */
export interface Derived {
  /** Null until the frame was described. */
  readings: (Reading | null)[];
  /** What each shot passes into the next with, unless the designer chose. */
  transitions: DirectedTransition[];
  /** What each shot asks of a model, or why it cannot; null for one that is made exactly. */
  asked: (Asked | CannotAsk | null)[];
  /** Shots as a clip has them; one that is not captured yet carries a still that nobody has (`waitingName`). */
  shots: Shot[];
  /** Seconds, transitions taken off. */
  seconds: number;
  /** When each shot begins, seconds. */
  starts: number[];
  /** The clip's pixels. */
  size: Size;
}

/** A still that is still to come: whose, and how large the shot says it is. */
export interface Waiting {
  frame: string;
  width: number;
  height: number;
}

/** The name of a still that is still to come; no hash looks like it. */
export function waitingName({ frame, width, height }: Waiting): string {
  return `waiting ${width} ${height} ${frame}`;
}

/** What a name that `waitingName` made stands for; null for a captured still's hash. */
export function waitingFor(hash: string): Waiting | null {
  const [word, width, height, ...frame] = hash.split(' ');
  if (word !== 'waiting') return null;
  return { frame: frame.join(' '), width: Number(width), height: Number(height) };
}
