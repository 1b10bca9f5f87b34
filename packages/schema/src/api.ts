import * as z from 'zod';
import { MAX_COUNT, sha256Schema, textSchema } from './primitives.ts';
import { sentStoryboardSchema } from './storyboard-upgrades.ts';

/** Raised when old plugins and new servers no longer understand one another; both send theirs. */
export const API_VERSION = 1;
/** The header that carries it, both ways. */
export const API_VERSION_HEADER = 'Animatic-Api-Version';

export const idSchema = z.uuid();
export const dateSchema = z.iso.datetime();

/** RFC 9457 problem details; `code` is stable, `path` is the place in the input. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ path: z.string(), message: z.string(), allowed: z.string().optional() }))
    .optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const aboutSchema = z.object({
  name: z.literal('animatic'),
  version: z.string(),
  apiVersion: z.number().int(),
});
export type About = z.infer<typeof aboutSchema>;

export const missingStillsRequestSchema = z.object({ hashes: z.array(sha256Schema).max(5000) });
export const missingStillsSchema = z.object({ missing: z.array(sha256Schema) });
export const stillSchema = z.object({
  hash: sha256Schema,
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});
export type Still = z.infer<typeof stillSchema>;

/** `source` names the file and page the board came from, so that its renders are found again; opaque to the server. */
export const storyboardCreateSchema = z.object({
  document: sentStoryboardSchema,
  source: textSchema(200).optional(),
});
export const storyboardUpdateSchema = z.object({
  /** The revision that the change is based on; a stale one is refused with 409. */
  revision: z.number().int().positive().max(MAX_COUNT),
  document: sentStoryboardSchema,
});
export const storyboardRecordSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  title: z.string(),
  source: z.string().nullable(),
  createdAt: dateSchema,
  updatedAt: dateSchema,
});
export type StoryboardRecord = z.infer<typeof storyboardRecordSchema>;
