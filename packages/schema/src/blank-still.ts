import type { Picture } from './picture.ts';
import type { Sha256 } from './primitives.ts';

/** The still of a shot that has words and no frame: one dark pixel, the same everywhere, which nobody uploads. */
export const BLANK_STILL: { hash: Sha256; base64: string } = {
  hash: '8590fb815a4192e2b3de17c90c6f6b52534e93fa619cdd5d78909bbf6f2bc960',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPQ0jYAAAEIAIaWIq6xAAAAAElFTkSuQmCC',
};

/** That still as a shot's picture. */
export const blankPicture = (): Picture => ({
  width: 1,
  height: 1,
  tiles: [{ still: BLANK_STILL.hash, x: 0, y: 0, width: 1, height: 1 }],
});

/** Whether a picture is only a place holder. */
export const isBlank = (picture: Picture): boolean => picture.tiles[0]?.still === BLANK_STILL.hash;
