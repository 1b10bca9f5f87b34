export { type EncodedClip, EncodeFailed, type EncodeOptions, encodeClip } from './encode.ts';
export { FfmpegMissing, locateFfmpeg } from './ffmpeg.ts';
export { countFrames, type FrameOptions, openFrames, type PixelLayout, type RawFrame } from './frames.ts';
export { createNodeHost, decodeStill, type NodeBitmap } from './host.ts';
export * from './outputs/index.ts';
export { type PosterOptions, renderPoster } from './poster.ts';
export { FootageEmpty, type FootageOf, type FootageSource } from './reel.ts';
export { type DecodedStills, decodeStills, type LoadStill, StillUnreadable } from './stills.ts';
