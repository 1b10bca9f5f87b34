import type { Motion, ShotGeneration } from '@animatic/schema';

/** How a shot is made: by ours, exactly, or by the engine that asks its model. */
export const storedEngines = ['motion', 'videos', 'vendors'] as const;
export type StoredEngine = (typeof storedEngines)[number];

/** What a generated shot starts from, as the board says it: neighbours by their place, not by their pictures. */
export type StoredStart =
  | { kind: 'words' }
  | { kind: 'still'; fit: 'letterbox' | 'crop' | 'extend-edge' }
  /** Its own frame first, the next shot's last. */
  | { kind: 'between'; fit: 'letterbox' | 'crop' | 'extend-edge' }
  /** Goes on where the shot before it ends. */
  | { kind: 'extend' }
  /** From an earlier generation, by its id. */
  | { kind: 'extend-take' | 'remix' | 'edit'; of: string };

/** What a model is asked for a shot; kept while the shot is made exactly, so that going back loses nothing. */
export interface StoredAsk extends Omit<ShotGeneration, 'from'> {
  from: StoredStart;
}

/** One generation that was asked for a shot, with all that would ask for it again. */
export interface StoredTake {
  /** The server's id of it. */
  generation: string;
  variation: number;
  engine: Exclude<StoredEngine, 'motion'>;
  ask: StoredAsk;
  /** The direction that it was asked with. */
  words: string;
  /** The pictures and the footage that it started from, by their names. */
  inputs: string;
}

/** The picture that an image model made of the frame, in the frame's place. */
export interface StoredScene {
  generation: string;
  model: string;
  prompt: string;
  /** The still's SHA-256, and its pixels. */
  still: string;
  width: number;
  height: number;
}

/** A motion that a language model directed; it holds while the words are the same. */
export interface StoredDirected {
  /** The model's name, for people. */
  by: string;
  words: string;
  motion: Motion;
  /** Seconds. */
  duration: number;
}
