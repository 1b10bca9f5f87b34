export type { FootageOf, MovingPicture } from './footage.ts';
export { type BrowserBitmap, browserHost } from './host.ts';
export type { Place } from './places.ts';
export { createPlayer, type Player, type PlayerClip, type PlayerOptions } from './player.ts';
export { type ChosenCodec, chooseCodec } from './save/choose-codec.ts';
export { type SavedClip, type SaveOptions, saveClip } from './save/save-clip.ts';
