export { type BrowserBitmap, browserHost } from './host.ts';
export { createPlayer, type Player, type PlayerOptions } from './player.ts';
