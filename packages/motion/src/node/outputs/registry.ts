import { gif } from './gif/gif.ts';
import { mp4 } from './mp4.ts';
import type { Output } from './output.ts';
import { pngZip } from './png-zip.ts';
import { poster } from './poster.ts';
import { sprites } from './sprites.ts';
import { webm } from './webm.ts';

/** Every output there is: a new one is a file and a line here. */
export const outputs: readonly Output[] = [mp4, webm, gif, pngZip, poster, sprites];

/**
 * The output that a file's name means, by its end: the longest that fits.
 *
 * @example outputFor('home.sprites.jpg')?.name // 'sprites'
 */
export function outputFor(path: string): Output | undefined {
  const name = path.toLowerCase();
  const endOf = ({ extensions }: Output) =>
    Math.max(0, ...extensions.filter((end) => name.endsWith(end)).map((end) => end.length));
  return outputs.filter(endOf).sort((a, b) => endOf(b) - endOf(a))[0];
}
