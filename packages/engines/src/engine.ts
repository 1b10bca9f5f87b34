import type { PixelLayout } from '@animatic/motion/node';
import type { Format, Lines, Mood, Sha256, Shot, Size } from '@animatic/schema';
import type { Ledger } from './ledger.ts';

/**
 * One picture of the clip, `width` × `height` even, its bytes laid as `pixels` asked for.
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
  /** The end passes into the beginning: the last shot needs the first one's pictures, too. */
  loop: boolean;
  /** Viewers' lines, where they are drawn into the picture. */
  lines: Lines;
  /** How motion that the director chooses is tempered. */
  mood: Mood;
  format: Format;
  /** The clip's size in pixels. */
  size: Size;
  /** I420 without it. */
  pixels?: PixelLayout;
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
