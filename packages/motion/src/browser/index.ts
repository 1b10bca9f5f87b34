export { type BrowserBitmap, browserHost } from './host.ts';
export type { Place } from './places.ts';
export { createPlayer, type Player, type PlayerClip, type PlayerOptions } from './player.ts';
