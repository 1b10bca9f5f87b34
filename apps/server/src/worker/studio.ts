import type { Frame, MotionEngine, ShotFootage } from '@animatic/engines';
import type { SoundClip } from '@animatic/media';
import type { FrameRequest } from '@animatic/motion/node';
import type { FileKind, Size, Storyboard, TakeFileKind } from '@animatic/schema';

export interface ClipTarget {
  /** The file to write. */
  path: string;
  width: number;
  height: number;
  fps: number;
  /** Laid under the pictures; a clip without any has no track of it. */
  sounds: readonly SoundClip[];
  signal: AbortSignal;
}

/** One kind of file to write besides the clip. */
export interface FileJob {
  kind: FileKind;
  /** An empty folder of its own. */
  folder: string;
  size: Size;
  fps: number;
  seconds: number;
  /** Nothing lies behind the pictures: a file that can shows it so. */
  transparent: boolean;
  /** For the kinds that can be heard. */
  sounds: readonly SoundClip[];
  /** Draws the clip from its beginning, as often as it is asked. */
  open(request: FrameRequest): AsyncIterable<Frame>;
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
}

/** A file that was written: `path` is null where it could not be, and `note` says why. */
export interface WrittenFile {
  kind: TakeFileKind;
  path: string | null;
  type: string;
  /** What was lowered to meet a ceiling. */
  note: string | null;
}

/** What the worker renders with; tests hand in a quicker one. */
export interface Studio {
  motion: MotionEngine;
  /** Finds the ffmpeg that may read what models made. @throws DecoderMissing */
  decoder(): Promise<string>;
  /** Changes whenever the same frames would give another file. */
  encoderVersion: string;
  /** Writes the frames as a clip. Rejects unless every one of them is in it. */
  encode(frames: AsyncIterable<Frame>, target: ClipTarget): Promise<void>;
  /** Writes what a kind of file consists of, whole or not at all. */
  write(job: FileJob): Promise<WrittenFile[]>;
  /** The clip's still picture, a PNG. */
  poster(input: {
    storyboard: Storyboard;
    size: { width: number; height: number };
    readStill(hash: string): Promise<Uint8Array>;
    /** By the shot's id. */
    footage?: ReadonlyMap<string, ShotFootage> | undefined;
    signal: AbortSignal;
  }): Promise<Uint8Array>;
}
