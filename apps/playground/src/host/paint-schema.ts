import * as z from 'zod';

const unit = z.number().min(0).max(1);
const rgb = z.strictObject({ r: unit, g: unit, b: unit });
const rgba = z.strictObject({ r: unit, g: unit, b: unit, a: unit });
const row = z.tuple([z.number(), z.number(), z.number()]);
const transform = z.tuple([row, row]);
const common = {
  visible: z.boolean().optional(),
  opacity: unit.optional(),
  blendMode: z.string().optional(),
  boundVariables: z.unknown().optional(),
};
const media = {
  ...common,
  scaleMode: z.enum(['FILL', 'FIT', 'CROP', 'TILE']),
  scalingFactor: z.number().optional(),
  rotation: z.number().optional(),
  filters: z.record(z.string(), z.number()).optional(),
};

const gradient = {
  ...common,
  gradientTransform: transform,
  gradientStops: z.array(
    z.strictObject({ position: unit, color: rgba, boundVariables: z.unknown().optional() }),
  ),
};

/** Paints as `fills` and `strokes` take them. */
export const paintsSchema = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('SOLID'), ...common, color: rgb }),
    z.strictObject({ type: z.literal('GRADIENT_LINEAR'), ...gradient }),
    z.strictObject({ type: z.literal('GRADIENT_RADIAL'), ...gradient }),
    z.strictObject({ type: z.literal('GRADIENT_ANGULAR'), ...gradient }),
    z.strictObject({ type: z.literal('GRADIENT_DIAMOND'), ...gradient }),
    z.strictObject({
      type: z.literal('IMAGE'),
      ...media,
      imageHash: z.string().nullable(),
      imageTransform: transform.optional(),
    }),
    z.strictObject({
      type: z.literal('VIDEO'),
      ...media,
      videoHash: z.string().nullable(),
      videoTransform: transform.optional(),
    }),
  ]),
);
