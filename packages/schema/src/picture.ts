import * as z from 'zod';
import { sha256Schema } from './primitives.ts';

/** The longest side of one still, in pixels; what is larger is cut into tiles. */
export const MAX_STILL_SIDE = 4096;
/** The largest still, in bytes. */
export const MAX_STILL_BYTES = 20 * 1024 * 1024;

const bitmapSide = z.number().int().positive().max(65_536);

const tileSchema = z.object({
  still: sha256Schema,
  x: z.number().int().min(0).max(65_536),
  y: z.number().int().min(0).max(65_536),
  width: z.number().int().positive().max(MAX_STILL_SIDE),
  height: z.number().int().positive().max(MAX_STILL_SIDE),
});
type Tile = z.infer<typeof tileSchema>;

/**
 * A bitmap of any size as one or more stills, which cover it exactly.
 * `width` × `height` are bitmap pixels; each tile names its still and where its upper left corner lies.
 */
export const pictureSchema = z
  .object({ width: bitmapSide, height: bitmapSide, tiles: z.array(tileSchema).min(1).max(128) })
  .superRefine(({ width, height, tiles }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const [index, tile] of tiles.entries()) {
      const [right, bottom] = [tile.x + tile.width, tile.y + tile.height];
      if (right > width || bottom > height)
        return refuse(
          ['tiles', index],
          `the tile reaches to ${right} × ${bottom}, past the picture’s ${width} × ${height}`,
        );
      const under = tiles.findIndex((other, at) => at < index && overlap(tile, other));
      if (under >= 0) return refuse(['tiles', index], `the tile lies over tile ${under}`);
    }
    // Inside and apart from one another, they leave a gap where their areas do not add up.
    const covered = tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0);
    if (covered !== width * height)
      refuse(
        ['tiles'],
        `the tiles cover ${covered} of the picture’s ${width * height} pixels: they leave a gap`,
      );
  });
export type Picture = z.infer<typeof pictureSchema>;

const overlap = (a: Tile, b: Tile): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
