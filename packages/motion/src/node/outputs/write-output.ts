import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { locateFfmpeg } from '../ffmpeg.ts';
import type { Output, OutputJob, Written } from './output.ts';
import { outputFor, outputs } from './registry.ts';

export interface WriteOutputOptions extends Omit<OutputJob, 'folder' | 'name' | 'ffmpeg'> {
  /** The file's path; its end says what is written. What is there is replaced when the new one is whole. */
  out: string;
  /** Instead of what the path's end means. */
  output?: Output;
  /** A path or command; found by itself without it. */
  ffmpeg?: string;
}

/** What has been written, at its final place. */
export interface WrittenOutput extends Omit<Written, 'files'> {
  output: Output;
  /** Absolute; the main one first. */
  files: string[];
  /** Of all files. */
  bytes: number;
}

/** A file name whose end no output has; the message lists them. */
export class OutputUnknown extends Error {
  override name = 'OutputUnknown';
}

/**
 * Writes a clip as the kind of file that its name asks for. It is made in a folder of its own beside the place where it
 * goes, and moved there whole: whatever goes wrong, what was there before stays, and nothing else is left behind.
 *
 * @throws OutputUnknown, OutputTooLarge, EncodeFailed, FfmpegMissing, what `open` throws, the signal's reason
 * @example await writeOutput({ out: 'clip.webm', open, still, size, fps: 30, seconds: 12, transparent: true });
 */
export async function writeOutput(options: WriteOutputOptions): Promise<WrittenOutput> {
  const { out, ffmpeg: configured, output = outputFor(out), ...rest } = options;
  if (!output)
    throw new OutputUnknown(
      `${basename(out)} ends in nothing that is known here: ${outputs.flatMap((one) => one.extensions).join(', ')}`,
    );
  rest.signal?.throwIfAborted();
  const path = resolve(out);
  const target = dirname(path);
  const folder = await mkdtemp(join(target, '.animatic-'));
  try {
    let found: string | undefined;
    const ffmpeg = () => (found ??= locateFfmpeg(configured));
    const { files, ...written } = await output.write({ ...rest, ffmpeg, folder, name: basename(path) });
    let bytes = 0;
    for (const file of files) bytes += (await stat(join(folder, file))).size;
    rest.signal?.throwIfAborted();
    for (const file of files) await rename(join(folder, file), join(target, file));
    return { ...written, output, bytes, files: files.map((file) => join(target, file)) };
  } catch (error) {
    // Whoever was aborted may have worded it anew.
    rest.signal?.throwIfAborted();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
