import * as z from 'zod';
import { dateSchema, idSchema } from './api.ts';
import { MAX_COUNT } from './primitives.ts';

export const renderStates = ['queued', 'rendering', 'done', 'failed', 'cancelled'] as const;
export type RenderState = (typeof renderStates)[number];
export const finalRenderStates: readonly RenderState[] = ['done', 'failed', 'cancelled'];

export const renderRequestSchema = z.object({
  storyboardId: idSchema,
  /** The newest without it. */
  revision: z.number().int().positive().max(MAX_COUNT).optional(),
});

export const takeSchema = z.object({
  id: idSchema,
  renderId: idSchema,
  /** Addresses on the API, relative to its origin; they want the token. */
  clip: z.string(),
  poster: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  fps: z.number(),
  seconds: z.number(),
  bytes: z.number().int(),
  createdAt: dateSchema,
});
export type Take = z.infer<typeof takeSchema>;

/** A render as it stands: read again after a reconnect, never replayed. */
export const renderSchema = z.object({
  id: idSchema,
  storyboardId: idSchema,
  revision: z.number().int(),
  title: z.string(),
  source: z.string().nullable(),
  state: z.enum(renderStates),
  /** 1 is next; null unless queued. */
  place: z.number().int().nullable(),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** A few words for people, e.g. `Drawing shot 2 of 3`. */
  stage: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  shots: z.array(z.object({ id: z.string(), title: z.string(), state: z.string(), engine: z.string() })),
  takes: z.array(takeSchema),
  createdAt: dateSchema,
  updatedAt: dateSchema,
});
export type Render = z.infer<typeof renderSchema>;
export const renderListSchema = z.object({ renders: z.array(renderSchema), next: z.string().nullable() });
