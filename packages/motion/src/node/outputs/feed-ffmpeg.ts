import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { EncodeFailed } from './encode-failed.ts';
import { encoderEnvironment } from './encoder-environment.ts';

export interface FeedOptions {
  frames: AsyncIterable<{ data: Uint8Array }>;
  /** What each frame has to be long. */
  frameBytes: number;
  /** A path or command, as `locateFfmpeg` gives it. */
  ffmpeg: string;
  /** It reads raw frames from `pipe:0`. Files are named with `file:` before them. */
  args: readonly string[];
  signal?: AbortSignal;
  /** Milliseconds that the encoder may stand still: take no frame that waits for it, or not end after the last one. */
  patience?: number;
  /** Called after each frame with the number of frames written so far. */
  onFrame?: (written: number) => void;
  /** Takes what the encoder writes to `pipe:1`; where it fails, the encoder is ended. */
  read?: (stdout: Readable) => Promise<void>;
}

/** Frames that may wait for the encoder while the next one is drawn. */
const RING = 2;
/** A frame takes milliseconds; a minute without one is not slowness. */
const PATIENCE = 60_000;

/**
 * Writes raw frames to an ffmpeg's standard input and waits for its end. It only ever gets our own frames. Whatever
 * goes wrong, no process is left running; files are the caller's to clear away.
 *
 * @returns the number of frames written
 * @throws EncodeFailed, what `frames` or `read` throws, or the signal's reason
 * @example await feedFfmpeg({ frames, frameBytes, ffmpeg, args: [...rawInput('i420', size, 30), 'file:clip.mp4'] });
 */
export async function feedFfmpeg(options: FeedOptions): Promise<number> {
  const { frames, frameBytes, ffmpeg, args, signal, onFrame, read, patience = PATIENCE } = options;
  signal?.throwIfAborted();
  const child = spawn(ffmpeg, args, {
    stdio: ['pipe', read ? 'pipe' : 'ignore', 'pipe'],
    env: encoderEnvironment(),
    windowsHide: true,
  });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stderr) throw new Error('the encoder was started without pipes');
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
  let broken = false;
  let failure: unknown;
  const stop = () => {
    child.kill('SIGKILL');
    // Where a program of the encoder's own still holds the pipe, writing ends nevertheless.
    stdin.destroy();
    stdout?.destroy();
    stderr.destroy();
  };
  const fail = (error: unknown) => {
    failure ??= error;
    stop();
  };
  const reading = stdout && read ? read(stdout).catch(fail) : undefined;
  let clock: NodeJS.Timeout | undefined;
  let waiting = 0;
  /** Runs while something waits for the encoder, from anew after each sign of life. */
  const watch = () => {
    clearTimeout(clock);
    if (waiting === 0) return;
    clock = setTimeout(
      () => fail(new EncodeFailed(`the encoder stood still for ${patience / 1000} s`)),
      patience,
    );
  };
  signal?.addEventListener('abort', stop);
  const ring = Array.from({ length: RING }, () => Buffer.allocUnsafe(frameBytes));
  const writes: Promise<void>[] = [];
  let written = 0;
  try {
    if (child.pid === undefined) await ended;
    for await (const { data } of frames) {
      const slot = written % RING;
      const buffer = ring[slot];
      if (!buffer) throw new RangeError('the ring of buffers is empty');
      await writes[slot];
      if (broken) break;
      if (data.length !== buffer.length)
        throw new RangeError(`a frame is ${buffer.length} bytes here, not ${data.length}`);
      buffer.set(data);
      waiting++;
      watch();
      writes[slot] = new Promise((resolve) => {
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
    await Promise.all(writes);
    if (!broken) stdin.end();
    waiting++;
    watch();
    const code = await ended;
    await reading;
    signal?.throwIfAborted();
    if (failure) throw failure;
    if (code !== 0 || broken)
      throw new EncodeFailed(`the encoder stopped: ${words.trim().split('\n').at(-1) || 'without a word'}`);
    if (written === 0) throw new EncodeFailed('there was no frame to encode');
    return written;
  } catch (error) {
    stop();
    await ended.catch(() => undefined);
    signal?.throwIfAborted();
    throw failure ?? error;
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', stop);
  }
}
