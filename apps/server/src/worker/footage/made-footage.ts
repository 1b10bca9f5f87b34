import type { GenerationIntent, Rect, Sha256 } from '@animatic/schema';

/** The file that a generation gave, as its rows say. */
export interface MadeFootage {
  generationId: string;
  /** In the media store. */
  hash: Sha256;
  /** Pixels. */
  width: number;
  height: number;
  fps: number;
  frames: number;
  sound: boolean;
  intent: GenerationIntent;
  /** What it goes on from, where it is an extension whose parent's file is there. */
  parent: { generationId: string; hash: Sha256; seconds: number; inner: Rect | null } | null;
}

export const secondsOf = ({ frames, fps }: Pick<MadeFootage, 'frames' | 'fps'>): number => frames / fps;

/** A generated shot whose footage, or whose file, is not there. */
export class MissingFootageError extends Error {
  override name = 'MissingFootageError';
  readonly shot: string;

  constructor(shot: string, reason: string) {
    super(`the footage of the shot ${shot} is missing: ${reason}`);
    this.shot = shot;
  }
}

/** There is no ffmpeg that may read what models made; the message says how to get one. */
export class DecoderMissing extends Error {
  override name = 'DecoderMissing';
}
