import { checkVideo, fitStill, lastFrame, MediaError, posterOf, toStill } from '@animatic/media';
import type { FootageTools } from './footage-tools.ts';

/** The longest side of a poster, pixels: it is looked at in a card. */
const POSTER_SIDE = 960;

/** The desk's tools for real: containers by mediabunny, pictures by sharp, frames by a maintained ffmpeg. */
export function mediaTools(ffmpeg: { command: string } | { why: string }): FootageTools {
  const decoder = () => {
    if ('why' in ffmpeg) throw new MediaError('video_unreadable', ffmpeg.why);
    return ffmpeg.command;
  };
  return {
    checkVideo,
    fitStill,
    toStill,
    posterOf: (path, signal) => posterOf(path, { ffmpeg: decoder(), longest: POSTER_SIDE, signal }),
    lastFrame: (path, signal) => lastFrame(path, { ffmpeg: decoder(), signal }),
  };
}
