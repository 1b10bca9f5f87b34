import { join } from 'node:path';
import { encodeClip } from '../encode.ts';
import { framesIn, type Output } from './output.ts';

/** H.264 as every player and chat shows it. */
export const mp4: Output = {
  name: 'mp4',
  extensions: ['.mp4', '.m4v'],
  title: 'MP4 (H.264)',
  mediaType: 'video/mp4',
  async write({ open, size, fps, seconds, ffmpeg, folder, name, signal, patience, onProgress }) {
    const total = framesIn(seconds, fps);
    const { frames } = await encodeClip({
      frames: open({ pixels: 'i420', size, fps, signal }),
      size,
      fps,
      ffmpeg: ffmpeg(),
      out: join(folder, name),
      signal,
      patience,
      onFrame: (done) => onProgress?.({ done, total }),
    });
    return { files: [name], frames, size, fps };
  },
};
