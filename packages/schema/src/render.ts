import * as z from 'zod';
import { dateSchema, idSchema } from './api.ts';
import { aspects } from './format.ts';
import { generationSchema } from './generation.ts';
import { MAX_COUNT } from './primitives.ts';

/** `generating`: models are asked, or a person is; no worker of ours holds it meanwhile. */
export const renderStates = ['queued', 'generating', 'rendering', 'done', 'failed', 'cancelled'] as const;
export type RenderState = (typeof renderStates)[number];
export const finalRenderStates: readonly RenderState[] = ['done', 'failed', 'cancelled'];

/**
 * What a take can come as besides its MP4 and its poster: WebM (VP9, with alpha where the ground is transparent), GIF
 * (at most `MAX_GIF_BYTES`, so its rate or size may be lowered), PNG frames in a zip, a sheet of thumbnails.
 */
export const fileKinds = ['webm', 'gif', 'png', 'sprites'] as const;
export type FileKind = (typeof fileKinds)[number];
export const MAX_GIF_BYTES = 10_000_000;

/** What a render makes besides a take in the board's own format, with its MP4 and its poster. */
export const renderOutputsSchema = z.object({
  /** One more take for each of these; the board's own always comes first. */
  aspects: z.array(z.enum(aspects)).max(aspects.length).default([]),
  /** One more file for each of these, with every take. */
  files: z.array(z.enum(fileKinds)).max(fileKinds.length).default([]),
});
export type RenderOutputs = z.infer<typeof renderOutputsSchema>;

export const renderRequestSchema = z.object({
  storyboardId: idSchema,
  /** The newest without it. */
  revision: z.number().int().positive().max(MAX_COUNT).optional(),
  outputs: renderOutputsSchema.optional(),
});

/** The kinds that are answered: a sheet of thumbnails comes with a WebVTT map of it. */
export const takeFileKinds = [...fileKinds, 'sprites.vtt'] as const;
export type TakeFileKind = (typeof takeFileKinds)[number];

export const takeFileSchema = z.object({
  kind: z.enum(takeFileKinds),
  /** The address on the API, relative to its origin, which wants the token; null where it could not be made. */
  url: z.string().nullable(),
  /** A file name for people. */
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** What was lowered to meet a ceiling, or why there is no file; null where all is as asked. */
  note: z.string().nullable(),
});
export type TakeFile = z.infer<typeof takeFileSchema>;

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
  /** The format that it was composed for. */
  aspect: z.enum(aspects).optional(),
  /** What was asked for besides the clip and the poster. */
  files: z.array(takeFileSchema).optional(),
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
  shots: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      engine: z.string(),
      /** What models are asked for it, a variation each; none for the motion engine. */
      generations: z.array(generationSchema).default([]),
    }),
  ),
  /** US dollars that its generations cost so far. */
  cost: z.number().default(0),
  takes: z.array(takeSchema),
  createdAt: dateSchema,
  updatedAt: dateSchema,
});
export type Render = z.infer<typeof renderSchema>;
export const renderListSchema = z.object({ renders: z.array(renderSchema), next: z.string().nullable() });
