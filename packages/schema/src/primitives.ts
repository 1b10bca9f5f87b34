import * as z from 'zod';

/** Lower-case hex SHA-256 of a file's bytes: a still's name. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits');
export type Sha256 = z.infer<typeof sha256Schema>;

/** Half of a surrogate pair, which is no character: what is left of an emoji that was cut in two. */
const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * People's words, at most `max` UTF-16 units. What no database and no page can hold is mended rather than refused:
 * a designer cannot see it, so nobody could put it right.
 *
 * @example textSchema(300).parse('Checkout\0 \uD83D') // 'Checkout \uFFFD'
 */
export const textSchema = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((text) => text.split('\0').join('').replace(halfPair, '\uFFFD'));

/** Counts that a 32-bit column holds. */
export const MAX_COUNT = 2_147_483_647;

/** A Figma node id such as `12:34` or `I12:34;5:6`; kept opaque. */
export const nodeIdSchema = textSchema(500).min(1);
export type NodeId = z.infer<typeof nodeIdSchema>;

/** A stable id inside a storyboard, made by the client. */
export const localIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w:;.-]+$/, 'letters, digits and _ : ; . - only');

const coordinate = z.number().min(-1e6).max(1e6);
const extent = z.number().min(0).max(1e6);

/** Frame pixels: Figma's own unit at 1×, origin at the frame's upper left corner. */
export const rectSchema = z.object({ x: coordinate, y: coordinate, width: extent, height: extent });
export type Rect = z.infer<typeof rectSchema>;

export const sizeSchema = z.object({
  width: z.number().positive().max(1e6),
  height: z.number().positive().max(1e6),
});
export type Size = z.infer<typeof sizeSchema>;

const unit = z.number().min(0).max(1);
/** sRGB, straight alpha, each 0 to 1, as Figma gives colours. */
export const colorSchema = z.object({ r: unit, g: unit, b: unit, a: unit });
export type Color = z.infer<typeof colorSchema>;

/** Upper left, upper right, lower right, lower left, in frame pixels. */
export const cornersSchema = z.tuple([extent, extent, extent, extent]);
export type Corners = z.infer<typeof cornersSchema>;
