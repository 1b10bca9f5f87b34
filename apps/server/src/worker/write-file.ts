import { join } from 'node:path';
import { OutputTooLarge, outputs, writeOutput } from '@animatic/motion/node';
import { type FileKind, MAX_GIF_BYTES, type TakeFileKind } from '@animatic/schema';
import type { FileJob, WrittenFile } from './studio.ts';

/** A larger GIF would only be made smaller again to meet its ceiling. Pixels, of the shorter side. */
const GIF_SIDE = 720;

/** All of a clip's frames in pixels up to which they are written as PNG: about a gigabyte of screens. */
const MOST_PNG_PIXELS = 4e9;

/** Which of motion's outputs a kind is, and what its files are called while they are made. */
const KINDS: Record<FileKind, { output: string; name: string; type: string }> = {
  webm: { output: 'webm', name: 'clip.webm', type: 'video/webm' },
  gif: { output: 'gif', name: 'clip.gif', type: 'image/gif' },
  png: { output: 'png-zip', name: 'frames.zip', type: 'application/zip' },
  // The map names the sheet as it is addressed beside it.
  sprites: { output: 'sprites', name: 'sprites', type: 'image/jpeg' },
};
const MAPS: readonly TakeFileKind[] = ['sprites.vtt'];

/**
 * Writes one kind of file with the motion engine's encoders. A GIF that cannot meet its ceiling is no failure: it is
 * answered without a path, and with what to do.
 */
export async function writeFile(job: FileJob, ffmpeg: string | undefined): Promise<WrittenFile[]> {
  const { kind, folder, seconds, transparent, signal, open } = job;
  const { output: wanted, name, type } = KINDS[kind];
  const output = outputs.find((one) => one.name === wanted);
  if (!output) throw new Error(`the motion engine writes no ${wanted}`);
  const length = MOST_PNG_PIXELS / (job.size.width * job.size.height * job.fps);
  if (kind === 'png' && seconds > length) {
    const note = `PNG frames are made of clips of up to ${Math.floor(length)} s at this size and rate: make the clip shorter or smaller`;
    return [{ kind, path: null, type, note }];
  }
  const maps = kind === 'sprites' ? MAPS : [];
  let passes = 0;
  let last = 0;
  try {
    const written = await writeOutput({
      out: join(folder, name),
      output,
      size: kind === 'gif' ? within(job.size, GIF_SIDE) : job.size,
      fps: job.fps,
      seconds,
      transparent,
      ...(ffmpeg && { ffmpeg }),
      ...(kind === 'gif' && { maxBytes: MAX_GIF_BYTES }),
      open: (request) => numbered(open(request)),
      still: () => Promise.reject(new Error('no file of a take is a still')),
      signal,
      onProgress({ done, total }) {
        // Nobody knows how often a GIF is tried: each pass takes half of what is left.
        if (done < last) passes += 1;
        last = done;
        const share = total > 0 ? done / total : 0;
        job.onProgress(kind === 'gif' ? 1 - 0.5 ** passes * (1 - share / 2) : share);
      },
    });
    return [
      { kind, path: join(folder, name), type, note: written.lowered ?? null },
      ...maps.map((map) => ({ kind: map, path: join(folder, map), type: 'text/vtt', note: null })),
    ];
  } catch (error) {
    if (!(error instanceof OutputTooLarge)) throw error;
    return [{ kind, path: null, type, note: error.message }];
  }
}

function within({ width, height }: { width: number; height: number }, side: number) {
  const scale = Math.min(1, side / Math.min(width, height));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  return { width: even(width), height: even(height) };
}

/** Frames with their number in the clip, which engines do not know. */
export async function* numbered<T extends object>(
  frames: AsyncIterable<T>,
): AsyncGenerator<T & { index: number }> {
  let index = 0;
  for await (const frame of frames) yield Object.assign(frame, { index: index++ });
}
