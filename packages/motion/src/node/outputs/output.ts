import type { Size } from '@animatic/schema';
import type { OpenFrames } from './raw-frame.ts';

/** How far an output has come. */
export interface OutputProgress {
  /** Frames of this pass that are done, and all of them. */
  done: number;
  total: number;
  /** What is being done where it is not simply the clip: `palette`, `second try at 15 frames a second`. */
  pass?: string;
}

/** What an output works from. */
export interface OutputJob {
  /** Draws the clip as often as it is asked; nothing that it gave has to be kept. */
  open: OpenFrames;
  /** Pixels, both sides even. */
  size: Size;
  fps: number;
  /** The clip's length. */
  seconds: number;
  /** Whether what lies behind the pictures is nothing: an output that can shows it so. */
  transparent: boolean;
  /** One moment as a PNG, of the job's size; the one that stands for the clip without `seconds`. */
  still: (seconds?: number) => Promise<Uint8Array>;
  /** Which moment, for the outputs that are one. */
  moment?: number;
  /** A ceiling for the outputs that can meet one. */
  maxBytes?: number;
  /** Finds the encoder when it is needed. @throws FfmpegMissing */
  ffmpeg: () => string;
  /** An empty folder of its own, which is cleared away whatever happens. */
  folder: string;
  /** The name that the main file is going to have. */
  name: string;
  signal?: AbortSignal;
  /** Milliseconds that the encoder may stand still. */
  patience?: number;
  onProgress?: (progress: OutputProgress) => void;
}

/** What an output has written: not always what was asked for, and then `lowered` says so. */
export interface Written {
  /** In the job's folder; the main one first. */
  files: string[];
  frames: number;
  size: Size;
  fps: number;
  /** What was made smaller than asked for, in words for people. */
  lowered?: string;
}

/** One kind of file that a clip becomes. */
export interface Output {
  name: string;
  /** The ends of the file names that mean it, with their dots. */
  extensions: readonly string[];
  /** For a list of outputs. */
  title: string;
  mediaType: string;
  /** Writes into `job.folder`. @throws EncodeFailed, OutputTooLarge, the signal's reason */
  write(job: OutputJob): Promise<Written>;
}

/** A ceiling that cannot be met; the message says what the smallest would be. */
export class OutputTooLarge extends Error {
  override name = 'OutputTooLarge';
}

/** Frames of a whole clip. */
export const framesIn = (seconds: number, fps: number): number => Math.max(1, Math.round(seconds * fps));
