export { type EncodedClip, EncodeFailed, type EncodeOptions, encodeClip } from './encode.ts';
export { FfmpegMissing, locateFfmpeg } from './ffmpeg.ts';
export { countFrames, type FrameOptions, type I420Frame, openFrames } from './frames.ts';
export { decodeStill, nodeHost } from './host.ts';
export { type PosterOptions, renderPoster } from './poster.ts';
export { decodeStills, type LoadStill, StillUnreadable } from './stills.ts';
