import * as z from 'zod';
import { dateSchema, idSchema } from './api.ts';
import { textSchema } from './primitives.ts';
import { takeSchema } from './render.ts';

export const previewCreateSchema = z.object({
  takeId: idSchema,
  title: textSchema(300).trim().min(1).optional(),
});
export const versionCreateSchema = z.object({ takeId: idSchema });
export const previewPatchSchema = z.object({
  title: textSchema(300).trim().min(1).optional(),
  /** Ends the link (410 from then on) or opens it again. */
  ended: z.boolean().optional(),
  /** ISO date, or null for never. */
  expiresAt: dateSchema.nullable().optional(),
});

export const previewVersionSchema = z.object({
  number: z.number().int(),
  take: takeSchema,
  publishedAt: dateSchema,
});
export const previewSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** Absolute, from PUBLIC_URL: what stakeholders open. */
  url: z.string(),
  ended: z.boolean(),
  expiresAt: dateSchema.nullable(),
  /** Newest first. */
  versions: z.array(previewVersionSchema),
  source: z.string().nullable(),
  createdAt: dateSchema,
});
export type Preview = z.infer<typeof previewSchema>;
export const previewListSchema = z.object({ previews: z.array(previewSchema) });
