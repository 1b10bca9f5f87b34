import { join } from 'node:path';
import { feedFfmpeg } from '../feed-ffmpeg.ts';
import { fileUrl, QUIETLY, rawInput } from '../ffmpeg-arguments.ts';
import { framesIn, type OutputJob } from '../output.ts';
import { frameBytes } from '../raw-frame.ts';

/** Enough to meet every colour; looking at all of a long clip would double its time. */
const FRAMES = 240;
const LONGER = 640;

/**
 * Looks at the clip, at most 240 of its moments and made smaller, and chooses 255 colours and one that is clear.
 *
 * @returns the palette's path
 */
export async function makePalette(job: OutputJob): Promise<string> {
  const { open, seconds, ffmpeg, folder, signal, patience, onProgress } = job;
  const fps = Math.min(job.fps, FRAMES / seconds);
  const scale = Math.min(1, LONGER / Math.max(job.size.width, job.size.height));
  const even = (side: number) => Math.max(2, Math.round((side * scale) / 2) * 2);
  const size = { width: even(job.size.width), height: even(job.size.height) };
  const path = join(folder, 'palette.png');
  const total = framesIn(seconds, fps);
  await feedFfmpeg({
    frames: open({ pixels: 'rgba', size, fps, signal }),
    frameBytes: frameBytes('rgba', size),
    ffmpeg: ffmpeg(),
    args: [
      QUIETLY,
      rawInput('rgba', size, fps),
      ['-vf', 'palettegen=max_colors=256:reserve_transparent=1:stats_mode=full'],
      ['-f', 'image2', '-c:v', 'png', '-frames:v', '1', fileUrl(path)],
    ].flat(),
    signal,
    patience,
    onFrame: (done) => onProgress?.({ done, total, pass: 'choosing colours' }),
  });
  return path;
}
