import * as z from 'zod';
import { pictureSchema } from './picture.ts';
import { sha256Schema } from './primitives.ts';
import { stillFits } from './shot-generation.ts';

/** Another generation: by what it was asked for (of the same board, perhaps not made yet), or by its id. */
export const generationRefSchema = z.union([
  z.object({ fingerprint: z.string() }),
  z.object({ generation: z.uuid() }),
]);
export type GenerationRef = z.infer<typeof generationRefSchema>;

/** What a generation starts from, as it is kept: pictures by their hashes, fitted when they are sent. */
export const intentStartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words') }),
  z.object({
    kind: z.literal('frames'),
    first: pictureSchema,
    last: pictureSchema.optional(),
    fit: z.enum(stillFits),
  }),
  /** The last frame of a generation whose model has no extension of its own: it is waited for. */
  z.object({ kind: z.literal('last-frame'), of: generationRefSchema }),
  /** The vendor's own extension, remix or edit: waited for, too. */
  z.object({ kind: z.enum(['extend', 'remix', 'edit']), of: generationRefSchema }),
  z.object({
    kind: z.literal('inputs'),
    inputs: z.array(sha256Schema).max(16),
    mask: sha256Schema.optional(),
  }),
]);
export type IntentStart = z.infer<typeof intentStartSchema>;

/** What a generation asks, exactly: all that its fingerprint is made of besides the model. */
export const generationIntentSchema = z.object({
  prompt: z.string(),
  start: intentStartSchema,
  /** Pixels. */
  size: z.object({ width: z.number().int(), height: z.number().int() }),
  /** Null for images. */
  seconds: z.number().nullable(),
  seed: z.number().int().optional(),
  sound: z.boolean(),
  transparent: z.boolean(),
  characters: z.array(z.string()),
  /** The part of the footage that is the frame itself, as shares of its sides; all of it where nothing was added. */
  inner: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
});
export type GenerationIntent = z.infer<typeof generationIntentSchema>;
