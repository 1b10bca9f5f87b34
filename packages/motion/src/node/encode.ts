import { rm, stat } from 'node:fs/promises';
import type { Size } from '@animatic/schema';
import { feedFfmpeg } from './outputs/feed-ffmpeg.ts';
import { BT709, fileUrl, QUIETLY, rawInput } from './outputs/ffmpeg-arguments.ts';
import { frameBytes, type RawFrame } from './outputs/raw-frame.ts';

export { EncodeFailed } from './outputs/encode-failed.ts';

export interface EncodeOptions {
  /** I420, BT.709 limited range. */
  frames: AsyncIterable<RawFrame>;
  /** Pixels, both sides even. */
  size: Size;
  fps: number;
  /** A path or command, as `locateFfmpeg` gives it. */
  ffmpeg: string;
  /** The MP4's path; what is there is replaced. */
  out: string;
  signal?: AbortSignal;
  /** Milliseconds that the encoder may stand still: take no frame that waits for it, or not end after the last one. */
  patience?: number;
  /** Called after each frame with the number of frames written so far. */
  onFrame?: (written: number) => void;
}

export interface EncodedClip {
  frames: number;
  seconds: number;
  bytes: number;
}

/**
 * Encodes raw frames to MP4: H.264 High, yuv420p, BT.709 tags, constant frame rate, index first. Nothing is left
 * behind where it fails or is aborted.
 *
 * @throws EncodeFailed, what `frames` throws, or the signal's reason
 * @example await encodeClip({ frames: openFrames({ … }), size, fps: 30, ffmpeg: locateFfmpeg(), out: 'clip.mp4' });
 */
export async function encodeClip(options: EncodeOptions): Promise<EncodedClip> {
  const { size, fps, out, ...rest } = options;
  try {
    const frames = await feedFfmpeg({
      ...rest,
      frameBytes: frameBytes('i420', size),
      args: encoderArguments(size, fps, out),
    });
    const { size: bytes } = await stat(out);
    return { frames, seconds: frames / fps, bytes };
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  }
}

/** What differs from the preset; what each came to is in decisions/007. */
const X264 = [
  // Bits go where frames to come look back to: without it, superfast writes three times as many.
  'mbtree=1',
  'rc-lookahead=8',
  // Always three frames between two: what moves steadily is guessed as well from both sides, and nobody has to find out.
  'b-adapt=0',
  // Chroma finer than luma asks for: red strokes of two pixels keep their colour (ΔE00 2.6 instead of 3.8).
  'chroma-qp-offset=-4',
];

function encoderArguments(size: Size, fps: number, out: string): string[] {
  return [
    QUIETLY,
    rawInput('i420', size, fps),
    ['-an', '-c:v', 'libx264', '-preset', 'superfast', '-crf', '18', '-profile:v', 'high'],
    // Stronger than x264's 1.0: flat grounds keep their dither, else they band.
    ['-pix_fmt', 'yuv420p', '-aq-strength', '1.4'],
    ['-x264-params', X264.join(':')],
    ['-g', String(fps * 2), '-r', String(fps)],
    BT709,
    ['-movflags', '+faststart+write_colr', '-f', 'mp4', fileUrl(out)],
  ].flat();
}
