import * as z from 'zod';
import { paintSchema, shadowSchema } from './paint.ts';
import { pictureSchema } from './picture.ts';
import { cornersSchema, nodeIdSchema, rectSchema, textSchema } from './primitives.ts';

/** What a node is, as far as direction and choreography care. */
export const layerKinds = ['text', 'image', 'vector', 'shape', 'group', 'component'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** A clip handed down by a container that clips its content, frame pixels. */
export const clipSchema = z.object({ box: rectSchema, corners: cornersSchema });
export type Clip = z.infer<typeof clipSchema>;

/** Canvas2D's names for the ways a layer can blend with what lies beneath it. */
export const blendModes = [
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const;
export type BlendMode = (typeof blendModes)[number];

const layerBase = {
  /** The node's id in the document the frame came from. */
  id: nodeIdSchema,
  name: textSchema(1000),
  kind: z.enum(layerKinds),
  text: textSchema(20_000).optional(),
  /** The layout box. */
  box: rectSchema,
  /** Where its pixels lie, with shadows and strokes, out to whole frame pixels. */
  bounds: rectSchema,
  clips: z.array(clipSchema).max(32).default([]),
  /** The names of what it lies in, from the frame's child down to its own: how smart animate knows it again. */
  path: z.array(textSchema(200)).max(64).optional(),
  /** Degrees counter-clockwise about its middle, as Figma gives it; the bitmap shows it turned. */
  rotation: z.number().min(-360).max(360).optional(),
  /** Stays where it is when the frame scrolls. */
  fixed: z.boolean().optional(),
  /** Normal without it; only on layers that stay where they are, beneath others. */
  blend: z.enum(blendModes).optional(),
};

/** A container without its children, painted again from its fills, strokes, corners and shadows. */
export const groundSchema = z.object({
  corners: cornersSchema,
  fills: z.array(paintSchema).max(32),
  stroke: z
    .object({
      paints: z.array(paintSchema).min(1).max(32),
      align: z.enum(['INSIDE', 'CENTER', 'OUTSIDE']),
      /** top, right, bottom, left. */
      weights: cornersSchema,
    })
    .optional(),
  shadows: z.array(shadowSchema).max(32),
});
export type Ground = z.infer<typeof groundSchema>;

/** One piece of a frame: a bitmap of a node, or the ground of a container that was opened. */
export const layerSchema = z.union([
  z.object({ ...layerBase, picture: pictureSchema, ground: z.undefined().optional() }),
  z.object({ ...layerBase, ground: groundSchema, picture: z.undefined().optional() }),
]);
export type Layer = z.infer<typeof layerSchema>;

export const MAX_LAYERS = 64;
