import type { Format, Sha256, Shot, Size } from '@animatic/schema';
import type { Ledger } from './ledger.ts';

/**
 * One picture of the clip: I420 (BT.709, limited range), the planes one after the other, `width` × `height` even.
 * It is valid until the next one is asked for.
 */
export interface Frame {
  width: number;
  height: number;
  data: Uint8Array;
}

/** What an engine works from: a storyboard and the run of its shots that is to be made. */
export interface EngineInput {
  /** All of them: a transition needs both of its shots, and the ground of a clip is one. */
  shots: readonly Shot[];
  /** Places in `shots`, both included. */
  firstShot: number;
  lastShot: number;
  format: Format;
  /** The clip's size in pixels. */
  size: Size;
  /** A still's bytes. @throws {MissingStillError} */
  readStill(hash: Sha256): Promise<Uint8Array>;
}

export interface EngineContext {
  signal: AbortSignal;
  /** Where an engine that pays writes down what it is going to do before it does it; `motion` needs none. */
  ledger: Ledger;
}

/** Turns a run of shots into frames. An engine knows neither the database nor where stills lie. */
export interface Engine {
  name: Shot['engine'];
  /** Whether neighbouring shots are given to it together. */
  takesRuns: boolean;
  /**
   * Everything that the frames depend on, as a text that differs wherever they would: the engine's own version, its
   * settings, the shots and the hashes of their stills.
   */
  fingerprint(input: Omit<EngineInput, 'readStill'>): string;
  /** How many frames `run` gives. */
  frameCount(input: Omit<EngineInput, 'readStill'>): number;
  run(input: EngineInput, context: EngineContext): AsyncIterable<Frame>;
}
