import * as z from 'zod';
import { sha256Schema } from './primitives.ts';

/** The longest side of one still, in pixels; what is larger is cut into tiles. */
export const MAX_STILL_SIDE = 4096;
/** The largest still, in bytes. */
export const MAX_STILL_BYTES = 20 * 1024 * 1024;

const bitmapSide = z.number().int().positive().max(65_536);

/**
 * A bitmap of any size as one or more stills.
 * `width` × `height` are bitmap pixels; each tile names its still and where its upper left corner lies.
 */
export const pictureSchema = z.object({
  width: bitmapSide,
  height: bitmapSide,
  tiles: z
    .array(
      z.object({
        still: sha256Schema,
        x: z.number().int().min(0).max(65_536),
        y: z.number().int().min(0).max(65_536),
        width: z.number().int().positive().max(MAX_STILL_SIDE),
        height: z.number().int().positive().max(MAX_STILL_SIDE),
      }),
    )
    .min(1)
    .max(128),
});
export type Picture = z.infer<typeof pictureSchema>;
