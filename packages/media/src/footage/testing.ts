import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from './find-ffmpeg.ts';

const run = promisify(execFile);

/** Videos made on the spot by the machine's own ffmpeg. */
export interface VideoShelf {
  ffmpeg: string;
  folder: string;
  /** Makes a file with these arguments before its name. @returns its path */
  make(name: string, ...args: string[]): Promise<string>;
  clear(): Promise<void>;
}

/** @throws Error where the machine has no maintained ffmpeg: these tests are about it */
export async function videoShelf(): Promise<VideoShelf> {
  const found = await findFfmpeg();
  if ('why' in found) throw new Error(found.why);
  const folder = await mkdtemp(join(tmpdir(), 'animatic-footage-'));
  return {
    ffmpeg: found.command,
    folder,
    async make(name, ...args) {
      const path = join(folder, name);
      await run(found.command, ['-hide_banner', '-loglevel', 'error', '-y', ...args, path]);
      return path;
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What makes a video whose grey tells the time: `level` of 255 a frame, plain all over. */
export const greyClock = (size: string, fps: number, seconds: number, level: number): string[] => [
  '-f',
  'lavfi',
  '-i',
  `color=black:s=${size}:r=${fps}:d=${seconds},format=gray,geq=lum='${level}*N'`,
  ...['-vf', 'scale=out_range=tv,format=yuv420p', '-c:v', 'libx264', '-qp', '0', '-color_range', 'tv'],
];

/** The RGB of a pixel. */
export function pixelOf(rgba: Uint8Array, width: number, x: number, y: number): number[] {
  const at = (y * width + x) * 4;
  return [...rgba.subarray(at, at + 3)];
}
