import { spawn } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import type { Size } from '@animatic/schema';
import type { I420Frame } from './frames.ts';

export interface EncodeOptions {
  frames: AsyncIterable<I420Frame>;
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

/** The encoder ended before its time, or stood still; the message carries its last words. */
export class EncodeFailed extends Error {
  override name = 'EncodeFailed';
}

/** Frames that may wait for the encoder while the next one is drawn. */
const RING = 2;
/** A frame takes milliseconds; a minute without one is not slowness. */
const PATIENCE = 60_000;

/**
 * Encodes raw frames to MP4: H.264 High, yuv420p, BT.709 tags, constant frame rate, index first. Nothing is left
 * behind where it fails or is aborted.
 *
 * @throws EncodeFailed, what `frames` throws, or the signal's reason
 * @example await encodeClip({ frames: openFrames({ … }), size, fps: 30, ffmpeg: locateFfmpeg(), out: 'clip.mp4' });
 */
export async function encodeClip(options: EncodeOptions): Promise<EncodedClip> {
  const { frames, size, fps, ffmpeg, out, signal, onFrame, patience = PATIENCE } = options;
  signal?.throwIfAborted();
  const child = spawn(ffmpeg, encoderArguments(size, fps, out), {
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const { stdin, stderr } = child;
  let words = '';
  stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  ended.catch(() => undefined);
  const fail = () =>
    new EncodeFailed(`the encoder stopped: ${words.trim().split('\n').at(-1) || 'without a word'}`);
  let broken = false;
  let stalled: EncodeFailed | undefined;
  const stop = () => {
    child.kill('SIGKILL');
    // Where a program of the encoder's own still holds the pipe, writing ends nevertheless.
    stdin.destroy();
    stderr.destroy();
  };
  let clock: NodeJS.Timeout | undefined;
  let waiting = 0;
  /** Runs while something waits for the encoder, from anew after each sign of life. */
  const watch = () => {
    clearTimeout(clock);
    if (waiting === 0) return;
    clock = setTimeout(() => {
      stalled ??= new EncodeFailed(`the encoder stood still for ${patience / 1000} s`);
      stop();
    }, patience);
  };
  signal?.addEventListener('abort', stop);
  const ring = Array.from({ length: RING }, () => Buffer.allocUnsafe(size.width * size.height * 1.5));
  const writes: Promise<void>[] = [];
  let written = 0;
  try {
    if (child.pid === undefined) await ended;
    for await (const frame of frames) {
      const buffer = ring[written % RING];
      if (!buffer) throw new RangeError('the ring of buffers is empty');
      await writes[written - RING];
      if (broken) break;
      if (frame.data.length !== buffer.length)
        throw new RangeError(
          `a frame of ${size.width} × ${size.height} is ${buffer.length} bytes, not ${frame.data.length}`,
        );
      buffer.set(frame.data);
      waiting++;
      watch();
      writes[written] = new Promise((resolve) => {
        stdin.write(buffer, (error) => {
          waiting--;
          watch();
          if (error) broken = true;
          resolve();
        });
      });
      written++;
      onFrame?.(written);
    }
    await Promise.all(writes.slice(-RING));
    if (!broken) stdin.end();
    waiting++;
    watch();
    const code = await ended;
    signal?.throwIfAborted();
    if (stalled) throw stalled;
    if (code !== 0 || broken) throw fail();
    if (written === 0) throw new EncodeFailed('there was no frame to encode');
  } catch (error) {
    stop();
    await ended.catch(() => undefined);
    await rm(out, { force: true });
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', stop);
  }
  const { size: bytes } = await stat(out);
  return { frames: written, seconds: written / fps, bytes };
}

function encoderArguments({ width, height }: Size, fps: number, out: string): string[] {
  return [
    ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
    ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(fps), '-i', 'pipe:0'],
    [
      '-an',
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '18',
      '-profile:v',
      'high',
      '-pix_fmt',
      'yuv420p',
    ],
    // Stronger than x264's 1.0: flat grounds keep their dither, else they band.
    ['-aq-strength', '1.4'],
    ['-g', String(fps * 2), '-r', String(fps)],
    ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    ['-movflags', '+faststart+write_colr', '-f', 'mp4', `file:${out}`],
  ].flat();
}
