import type { Readable } from 'node:stream';

/** Frames that wait to be asked for: the decoder works while others draw, and memory stays bounded. */
const AHEAD = 3;

/** Takes raw frames of one size from a pipe. */
export interface FrameReader {
  /** The next frame, good until the one after it is asked for; null at the end. A part of a frame is no frame. */
  next(): Promise<Uint8Array | null>;
}

/**
 * Cuts a pipe's bytes into frames. The pipe is only read while fewer than a few frames wait.
 *
 * @param bytes of a frame
 */
export function readFrames(stdout: Readable, bytes: number): FrameReader {
  const whole: Buffer[] = [];
  const spare: Buffer[] = [];
  let filling: Buffer | undefined;
  let filled = 0;
  let given: Buffer | undefined;
  let over = false;
  let wake: (() => void) | undefined;
  const tell = () => {
    wake?.();
    wake = undefined;
  };
  const end = () => {
    over = true;
    tell();
  };
  stdout.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      filling ??= spare.pop() ?? Buffer.allocUnsafe(bytes);
      const length = Math.min(bytes - filled, chunk.length - at);
      chunk.copy(filling, filled, at, at + length);
      filled += length;
      at += length;
      if (filled < bytes) continue;
      whole.push(filling);
      filling = undefined;
      filled = 0;
      if (whole.length >= AHEAD) stdout.pause();
      tell();
    }
  });
  stdout.once('end', end);
  stdout.once('close', end);
  stdout.once('error', end);
  return {
    async next() {
      if (given) spare.push(given);
      given = undefined;
      while (whole.length === 0 && !over)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      given = whole.shift();
      if (whole.length < AHEAD && !over) stdout.resume();
      return given ?? null;
    },
  };
}
