import * as z from 'zod';
import { pictureSchema } from './picture.ts';
import { localIdSchema, MAX_COUNT, sizeSchema, textSchema } from './primitives.ts';

/** A model's id in the catalogue, e.g. `wan-2.2` or `fal/kling-3`. */
export const modelIdSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w./:-]+$/, 'letters, digits and _ . / : - only');
export type ModelId = z.infer<typeof modelIdSchema>;

export const MAX_VARIATIONS = 4;

/**
 * How a still comes to have the exact size that a model takes: cut around its middle, put on a ground of its own
 * colour, or with its edges drawn out. What was added is taken away again in the clip.
 */
export const stillFits = ['letterbox', 'crop', 'extend-edge'] as const;
export type StillFit = (typeof stillFits)[number];
const fit = z.enum(stillFits).default('letterbox');

const generationId = z.uuid();

/** What a generated shot starts from. */
export const generationStartSchema = z.discriminatedUnion('kind', [
  /** Words alone. */
  z.object({ kind: z.literal('words') }),
  /** The shot's still as the first frame. */
  z.object({ kind: z.literal('still'), fit }),
  /** The shot's still as the first frame, this picture as the last one. */
  z.object({
    kind: z.literal('between'),
    fit,
    last: z.object({ still: pictureSchema, size: sizeSchema }),
  }),
  /** Goes on where another shot of the board, or an earlier generation, ends. */
  z.object({ kind: z.literal('extend'), shot: localIdSchema }),
  z.object({ kind: z.literal('extend-take'), of: generationId }),
  /** A new take from an earlier generation with changed words; that one stays. */
  z.object({ kind: z.literal('remix'), of: generationId }),
  z.object({ kind: z.literal('edit'), of: generationId }),
]);
export type GenerationStart = z.infer<typeof generationStartSchema>;

/** What a model is asked for a shot. The words are the shot's direction. */
export const shotGenerationSchema = z.object({
  model: modelIdSchema,
  from: generationStartSchema,
  /** Seconds that are asked for; the shot's `duration` says how many of them are shown. */
  seconds: z.number().min(0.5).max(60),
  /** The shorter side that is asked for, pixels; the nearest that the model has to the clip's without it. */
  resolution: z.number().int().min(240).max(2160).optional(),
  seed: z.number().int().min(0).max(MAX_COUNT).optional(),
  /** How many are made, to choose from. */
  variations: z.number().int().min(1).max(MAX_VARIATIONS).default(1),
  /** Which of them is shown, from 0. */
  chosen: z
    .number()
    .int()
    .min(0)
    .max(MAX_VARIATIONS - 1)
    .default(0),
  /** Raised for a new take of the same words: else what was paid for is found, not made. */
  take: z.number().int().min(0).max(10_000).default(0),
  /** A look of the workspace. */
  style: z.uuid().optional(),
  /** The vendor's names of characters, where the model has them. */
  characters: z.array(textSchema(200)).max(4).default([]),
  /** Whether the footage's own sound is asked for and kept. */
  sound: z.boolean().default(false),
  /** Seconds of the footage that are passed over at its beginning. */
  trimStart: z.number().min(0).max(60).default(0),
  /** The footage's end passes into its beginning without a seam, as often as the shot lasts. */
  loop: z.boolean().default(false),
});
export type ShotGeneration = z.infer<typeof shotGenerationSchema>;

/** The scene that a frame was put into by an image model: where the shot's still comes from. */
export const sceneSourceSchema = z.object({
  generation: generationId,
  model: modelIdSchema,
  prompt: textSchema(4000),
});
export type SceneSource = z.infer<typeof sceneSourceSchema>;
