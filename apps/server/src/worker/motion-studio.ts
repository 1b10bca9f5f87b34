import { engines, pixelsVersion, resolveMotion } from '@animatic/engines';
import { encodeClip, locateFfmpeg, renderPoster } from '@animatic/motion/node';
import type { Studio } from './studio.ts';
import { numbered, writeFile } from './write-file.ts';

/**
 * The studio that renders for real: the motion engine, ffmpeg for the clip.
 *
 * @param options.ffmpegPath a path or command; the one on the PATH, then the one from npm, without it
 */
export function openStudio(options: { ffmpegPath?: string | undefined } = {}): Studio {
  let found: string | undefined;
  return {
    motion: engines.motion,
    encoderVersion: pixelsVersion(),
    async encode(frames, { path, width, height, fps, signal }) {
      // Looked for when it is needed, so that installing it helps a worker that runs.
      found ??= locateFfmpeg(options.ffmpegPath);
      await encodeClip({
        frames: numbered(frames),
        size: { width, height },
        fps,
        ffmpeg: found,
        out: path,
        signal,
      });
    },
    write: (job) => writeFile(job, options.ffmpegPath),
    poster({ storyboard, size, readStill, signal }) {
      const board = { ...storyboard, shots: resolveMotion(storyboard.shots, storyboard.mood) };
      return renderPoster({ board, size, loadStill: readStill, signal });
    },
  };
}
