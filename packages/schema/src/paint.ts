import * as z from 'zod';
import { colorSchema, sha256Schema } from './primitives.ts';

const unit = z.number().min(0).max(1);
/** Figma's 2×3 matrix: [[a, c, e], [b, d, f]]. */
export const transformSchema = z.tuple([
  z.tuple([z.number(), z.number(), z.number()]),
  z.tuple([z.number(), z.number(), z.number()]),
]);
export type Transform = z.infer<typeof transformSchema>;

export const gradientTypes = [
  'GRADIENT_LINEAR',
  'GRADIENT_RADIAL',
  'GRADIENT_ANGULAR',
  'GRADIENT_DIAMOND',
] as const;
export const imageScaleModes = ['FILL', 'FIT', 'CROP', 'TILE'] as const;

const paintBase = { opacity: unit.optional() };

/** What a ground is filled or stroked with: Figma's paints that can be repainted exactly; blend mode normal. */
export const paintSchema = z.discriminatedUnion('type', [
  z.object({ ...paintBase, type: z.literal('SOLID'), color: colorSchema }),
  z.object({
    ...paintBase,
    type: z.enum(gradientTypes),
    /** Maps the unit square of the box to the gradient's own space (the plugin API's `gradientTransform`). */
    transform: transformSchema,
    stops: z
      .array(z.object({ position: unit, color: colorSchema }))
      .min(1)
      .max(64),
  }),
  z.object({
    ...paintBase,
    type: z.literal('IMAGE'),
    still: sha256Schema,
    scaleMode: z.enum(imageScaleModes),
    /** For CROP: the plugin API's `imageTransform`. */
    transform: transformSchema.optional(),
    /** For TILE: the picture's scale. */
    scalingFactor: z.number().positive().max(100).optional(),
  }),
]);
export type Paint = z.infer<typeof paintSchema>;

/** Shadows of a ground; blurs and blend modes keep a container whole instead. Lengths are frame pixels. */
export const shadowSchema = z.object({
  type: z.enum(['DROP_SHADOW', 'INNER_SHADOW']),
  color: colorSchema,
  offset: z.object({ x: z.number(), y: z.number() }),
  radius: z.number().min(0).max(10_000),
  spread: z.number().min(-10_000).max(10_000).default(0),
  /** Drop shadows: drawn behind a translucent ground, too. */
  behind: z.boolean().default(false),
});
export type Shadow = z.infer<typeof shadowSchema>;
