import type { PixelLayout } from '@animatic/motion/node';
import type { Format, Lines, Mood, Sha256, Shot, Size } from '@animatic/schema';
import type { ModelEngine } from './model/model-engine.ts';

/**
 * One picture of the clip, `width` × `height` even, its bytes laid as `pixels` asked for.
 * It is valid until the next one is asked for.
 */
export interface Frame {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A model's footage of one shot, as the painter wants it. */
export interface ShotFootage {
  /** Of its file: what is drawn depends on it. */
  hash: Sha256;
  /** How it is cut, timed and coloured; all that decides a pixel. JSON. */
  treatment: unknown;
  /** The most that it has, pixels: it is asked for no more. */
  size: Size;
  /**
   * Its frames at `size` and `fps`, from the shot's first one on, or from `from` seconds into it: RGBA, opaque, as many as
   * the shot lasts. They are let go of by `return()`.
   */
  open(size: Size, fps: number, signal?: AbortSignal, from?: number): AsyncIterator<Uint8Array, void, void>;
}

/** What the painter works from: a storyboard, its stills, and the footage of the shots that models made. */
export interface EngineInput {
  shots: readonly Shot[];
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
  /** By the shot's id; a shot without any is drawn from its still. */
  footage?: ReadonlyMap<string, ShotFootage>;
  /** A still's bytes. @throws {MissingStillError} */
  readStill(hash: Sha256): Promise<Uint8Array>;
}

/** The engine that draws: shots, their layers and models' footage become frames. It costs nothing and knows no vendor. */
export interface MotionEngine {
  name: 'motion';
  kind: 'drawn';
  /**
   * Everything that the frames depend on, as a text that differs wherever they would: the engine's own version, its
   * settings, the shots, the hashes of their stills and of their footage.
   */
  fingerprint(input: Omit<EngineInput, 'readStill'>): string;
  /** How many frames `run` gives. */
  frameCount(input: Omit<EngineInput, 'readStill'>): number;
  run(input: EngineInput, context: { signal: AbortSignal }): AsyncIterable<Frame>;
}

/** What turns a shot into footage: ours draws it, the others ask a model for it. */
export type Engine = MotionEngine | ModelEngine;

/** By name; a shot names its own. */
export type EngineRegistry = { motion: MotionEngine } & Record<ModelEngine['name'], ModelEngine>;
