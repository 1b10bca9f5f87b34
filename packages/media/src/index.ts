export * from './check-still.ts';
export { diskStore } from './disk-store.ts';
export { type AddSoundOptions, addSound, type SoundClip } from './footage/add-sound.ts';
export {
  type AskedVideo,
  checkVideo,
  MAX_VIDEO_BYTES,
  readVideo,
  type VideoFacts,
} from './footage/check-video.ts';
export { type FoundFfmpeg, findFfmpeg, OLDEST_FFMPEG } from './footage/find-ffmpeg.ts';
export { type FittedStill, fitStill, type TiledStill } from './footage/fit-still.ts';
export { asShares, innerPixels, WHOLE } from './footage/inner-box.ts';
export { type OpenVideoOptions, openVideo } from './footage/open-video.ts';
export { type MadeStill, toStill } from './footage/to-still.ts';
export { lastFrame, posterOf, type VideoStillOptions } from './footage/video-still.ts';
export * from './media-error.ts';
export * from './media-store.ts';
export { smallPicture } from './small-picture.ts';
