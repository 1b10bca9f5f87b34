import { open as openFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { feedFfmpeg } from '../feed-ffmpeg.ts';
import { fileUrl, QUIETLY, rawInput } from '../ffmpeg-arguments.ts';
import { framesIn, type OutputJob } from '../output.ts';
import { frameBytes } from '../raw-frame.ts';
import { type GifStream, openGif } from './gif-stream.ts';
import type { Rung } from './ladder.ts';

/** Of a palette as ffmpeg sends it behind each frame: 256 times B, G, R, A. */
const PALETTE = 1024;
/** How much of a clip is drawn before it is given up: what it would have been is reckoned from that. */
const ENOUGH = 0.25;

class TooMuch extends Error {}

/**
 * Writes the clip as one GIF.
 *
 * @returns its bytes; where it grew past the job's ceiling and was given up, an estimate of what it would have been
 */
export async function writeRung(
  job: OutputJob,
  {
    rung: { fps, size },
    palette,
    path,
    pass,
  }: { rung: Rung; palette: string; path: string; pass: string | undefined },
): Promise<number> {
  const { transparent, seconds, ffmpeg, patience, onProgress, maxBytes = Number.POSITIVE_INFINITY } = job;
  const total = framesIn(seconds, fps);
  const stop = new AbortController();
  const signal = job.signal ? AbortSignal.any([job.signal, stop.signal]) : stop.signal;
  const file = await openFile(path, 'w');
  let bytes = 0;
  let opening = 0;
  let done = 0;
  const save = async (parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await file.write(part);
      bytes += part.length;
    }
    // Palette and first picture are there once, however long the clip is.
    if (done <= 2) opening = bytes;
    if (bytes > maxBytes && (done >= total * ENOUGH || bytes > maxBytes * 4)) stop.abort(new TooMuch());
  };
  try {
    await feedFfmpeg({
      frames: job.open({ pixels: 'rgba', size, fps, signal }),
      frameBytes: frameBytes('rgba', size),
      ffmpeg: ffmpeg(),
      args: [
        QUIETLY,
        rawInput('rgba', size, fps),
        ['-i', fileUrl(palette)],
        // Ordered dither stands still where the picture does; an error that is spread would crawl.
        ['-lavfi', 'paletteuse=dither=bayer:bayer_scale=4:alpha_threshold=128'],
        ['-f', 'rawvideo', '-pix_fmt', 'pal8', 'pipe:1'],
      ].flat(),
      signal,
      patience,
      async read(stdout) {
        const pixels = size.width * size.height;
        let stream: GifStream | undefined;
        for await (const frame of piecesOf(stdout, pixels + PALETTE)) {
          stream ??= openGif({ size, fps, transparent, ...colours(frame.subarray(pixels)) });
          done++;
          onProgress?.({ done, total, pass });
          await save(stream.add(frame.subarray(0, pixels)));
        }
        if (stream) await save(stream.end());
      },
    });
    return bytes;
  } catch (error) {
    job.signal?.throwIfAborted();
    if (!(stop.signal.reason instanceof TooMuch)) throw error;
    const whole = opening + ((bytes - opening) * (total - 1)) / Math.max(1, done - 2);
    return Math.max(maxBytes + 1, whole);
  } finally {
    await file.close();
  }
}

/** Cuts a stream into pieces of one length; each is good until the next is asked for. */
async function* piecesOf(stream: Readable, length: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(length);
  let filled = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.copy(piece, filled, from);
      from += taken;
      filled += taken;
      if (filled < length) continue;
      yield piece;
      filled = 0;
    }
  }
}

function colours(bgra: Uint8Array): { palette: Uint8Array; clear: number } {
  const palette = new Uint8Array(768);
  let clear = 255;
  for (let index = 0; index < 256; index++) {
    for (let channel = 0; channel < 3; channel++)
      palette[index * 3 + channel] = bgra[index * 4 + 2 - channel] ?? 0;
    if (bgra[index * 4 + 3] === 0) clear = index;
  }
  return { palette, clear };
}
