import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { feedFfmpeg } from './feed-ffmpeg.ts';
import { BT709, fileUrl, QUIETLY, rawInput } from './ffmpeg-arguments.ts';
import { framesIn, type Output, type OutputJob } from './output.ts';
import { frameBytes } from './raw-frame.ts';

/** VP9 looks further ahead than x264 and takes its time at 4K. */
const PATIENCE = 180_000;

/** VP9; what is transparent stays so, in a second track of frames that browsers put together again. */
export const webm: Output = {
  name: 'webm',
  extensions: ['.webm'],
  title: 'WebM (VP9, with alpha on a transparent ground)',
  mediaType: 'video/webm',
  async write(job) {
    const { open, size, fps, seconds, transparent, ffmpeg, folder, name, signal, patience, onProgress } = job;
    const pixels = transparent ? 'i420a' : 'i420';
    const total = framesIn(seconds, fps);
    const frames = await feedFfmpeg({
      frames: open({ pixels, size, fps, signal }),
      frameBytes: frameBytes(pixels, size),
      ffmpeg: ffmpeg(),
      args: encoderArguments(job, join(folder, name)),
      signal,
      patience: patience ?? PATIENCE,
      onFrame: (done) => onProgress?.({ done, total }),
    });
    return { files: [name], frames, size, fps };
  },
};

function encoderArguments({ size, fps, transparent }: OutputJob, path: string): string[] {
  // Columns are at least 256 pixels wide (VP9, 7.2.8): more of them than that are refused.
  const columns = Math.min(4, Math.max(0, Math.floor(Math.log2(size.width / 256))));
  return [
    QUIETLY,
    rawInput(transparent ? 'i420a' : 'i420', size, fps),
    ['-an', '-c:v', 'libvpx-vp9', '-pix_fmt', transparent ? 'yuva420p' : 'yuv420p'],
    // "good" is 3.5 times slower for files a quarter smaller, at the same PSNR: see decisions/008.
    ['-deadline', 'realtime', '-cpu-used', '5', '-crf', '24', '-b:v', '0', '-lag-in-frames', '0'],
    [
      '-row-mt',
      '1',
      '-tile-columns',
      String(columns),
      '-threads',
      String(Math.min(8, availableParallelism())),
    ],
    // Frames that are decoded and not shown cannot be told apart in the track of alpha.
    transparent ? ['-auto-alt-ref', '0'] : [],
    ['-g', String(fps * 4), '-r', String(fps)],
    BT709,
    ['-f', 'webm', fileUrl(path)],
  ].flat();
}
