import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readVideo } from '@animatic/media';
import type { MadeFootage } from '@animatic/server/worker/footage/made-footage';

/** A take as a model would have given it: its file, and what its rows would say. */
export interface Take {
  path: string;
  made: MadeFootage;
}

/** What moves: each take looks different, at 2 to 6 Mbit/s as models' clips have. */
const SOURCES = [
  'mandelbrot=s=640x360:r=24:start_scale=1.2:end_scale=0.1:end_pts=200,scale=1280:720',
  'testsrc2=s=1280x720:r=24',
  'mandelbrot=s=1280x720:r=24:start_scale=1.2:end_scale=0.1:end_pts=200,gblur=sigma=1.5',
  'testsrc2=s=320x180:r=24,scale=1280:720:flags=bicubic,rotate=0.05*sin(t)',
];

/**
 * Takes of 720p at 24 frames a second with sound, made by the machine's own ffmpeg.
 *
 * @param seconds that each lasts
 */
export async function makeTakes(
  folder: string,
  ffmpeg: string,
  count: number,
  seconds: number,
): Promise<Take[]> {
  const takes: Take[] = [];
  for (let index = 0; index < count; index++) {
    const path = join(folder, `take-${index}.mp4`);
    const source = SOURCES[index % SOURCES.length] ?? '';
    await promisify(execFile)(ffmpeg, [
      ...['-hide_banner', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', `${source}[out0]`],
      ...['-f', 'lavfi', '-i', `sine=${220 + index * 40}:r=48000`, '-t', String(seconds)],
      ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-pix_fmt', 'yuv420p', '-c:a', 'aac', path],
    ]);
    const { width, height, fps, frames, sound } = await readVideo(path);
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    takes.push({ path, made: { ...about(index, seconds), hash, width, height, fps, frames, sound } });
  }
  return takes;
}

const about = (index: number, seconds: number) => ({
  generationId: `generation-${index}`,
  parent: null,
  intent: {
    prompt: 'A harbour at dawn',
    start: { kind: 'words' as const },
    size: { width: 1280, height: 720 },
    seconds,
    sound: true,
    transparent: false,
    characters: [],
  },
});
