import type { EngineRegistry, Frame } from '@animatic/engines';
import type { Storyboard } from '@animatic/schema';

export interface ClipTarget {
  /** The file to write. */
  path: string;
  width: number;
  height: number;
  fps: number;
  signal: AbortSignal;
}

/** What the worker renders with; tests hand in a quicker one. */
export interface Studio {
  engines: EngineRegistry;
  /** Changes whenever the same frames would give another file. */
  encoderVersion: string;
  /** Writes the frames as a clip. Rejects unless every one of them is in it. */
  encode(frames: AsyncIterable<Frame>, target: ClipTarget): Promise<void>;
  /** The clip's still picture, a PNG. */
  poster(input: {
    storyboard: Storyboard;
    size: { width: number; height: number };
    readStill(hash: string): Promise<Uint8Array>;
    signal: AbortSignal;
  }): Promise<Uint8Array>;
}
