import { rename, rm } from 'node:fs/promises';
import { engines, footageOf, pixelsVersion, resolveMotion } from '@animatic/engines';
import { addSound, findFfmpeg } from '@animatic/media';
import { encodeClip, locateFfmpeg, renderPoster } from '@animatic/motion/node';
import { DecoderMissing } from './footage/made-footage.ts';
import type { Studio } from './studio.ts';
import { numbered, writeFile } from './write-file.ts';

/**
 * The studio that renders for real: the motion engine, ffmpeg for the clip.
 *
 * @param options.ffmpegPath a path or command; the one on the PATH, then the one from npm, without it
 */
export function openStudio(options: { ffmpegPath?: string | undefined } = {}): Studio {
  let found: string | undefined;
  let reads: string | undefined;
  const decoder = async () => {
    if (reads) return reads;
    const answer = await findFfmpeg(options.ffmpegPath);
    if ('why' in answer) throw new DecoderMissing(answer.why);
    reads = answer.command;
    return reads;
  };
  return {
    motion: engines.motion,
    decoder,
    encoderVersion: pixelsVersion(),
    async encode(frames, { path, width, height, fps, sounds, signal }) {
      // Looked for when it is needed, so that installing it helps a worker that runs.
      found ??= locateFfmpeg(options.ffmpegPath);
      const silent = sounds.length > 0 ? `${path}.silent` : path;
      const { seconds } = await encodeClip({
        frames: numbered(frames),
        size: { width, height },
        fps,
        ffmpeg: found,
        out: silent,
        signal,
      });
      if (sounds.length === 0) return;
      await addSound({ ffmpeg: await decoder(), video: silent, out: path, seconds, sounds, signal });
      await rm(silent);
    },
    async write(job) {
      const files = await writeFile(job, options.ffmpegPath);
      const { kind, sounds, seconds, signal } = job;
      for (const { path } of files)
        if (kind === 'webm' && path && sounds.length > 0) {
          const heard = `${path}.heard`;
          await addSound({ ffmpeg: await decoder(), video: path, out: heard, seconds, sounds, signal });
          await rename(heard, path);
        }
      return files;
    },
    poster({ storyboard, size, readStill, footage, signal }) {
      const board = { ...storyboard, shots: resolveMotion(storyboard.shots, storyboard.mood) };
      const { shots } = storyboard;
      return renderPoster({
        board,
        size,
        loadStill: readStill,
        footage: footageOf({ shots, ...(footage && { footage }) }),
        signal,
      });
    },
  };
}
