import { modelIdSchema } from '@animatic/schema';
import * as z from 'zod';

/** The wire that a provider speaks: OpenAI's two, or one of the AI SDK's video providers. */
export const wires = ['videos', 'images', 'fal', 'google', 'replicate', 'xai', 'alibaba'] as const;
export type Wire = (typeof wires)[number];

const providerIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and - only');
const httpUrl = z.url({ protocol: /^https?$/, error: 'an http:// or https:// address' });

/** Somebody who runs models: where, how it is spoken to, how much at a time. */
export const providerSchema = z.object({
  id: providerIdSchema,
  name: z.string().min(1).max(80),
  wire: z.enum(wires),
  /** The wire's own address without it. */
  baseUrl: httpUrl.optional(),
  /** The environment's variable that holds the key. */
  keyVariable: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a variable’s name in capitals'),
  /** A server of one's own may need no key. */
  keyOptional: z.boolean().default(false),
  /** The variable with the secret that its webhooks are signed with (Standard Webhooks). */
  webhookSecretVariable: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional(),
  /** Whether what was asked can be listed: how a call that was cut off is found again. */
  lists: z.boolean().default(false),
  /** How many of its generations may be under way, and be asked for in a minute. */
  limits: z
    .object({
      concurrent: z.number().int().min(1).max(10_000).default(4),
      perMinute: z.number().int().min(1).max(10_000).default(60),
    })
    .default({ concurrent: 4, perMinute: 60 }),
  /** Seconds after which a generation that is not over is given up. */
  timeoutSeconds: z.number().int().min(10).max(86_400).default(1800),
  /** Seconds between two looks at a generation under way. */
  pollSeconds: z.number().min(0.05).max(600).default(10),
});
export type Provider = z.infer<typeof providerSchema>;

const side = z.number().int().min(16).max(8192);
const dollars = z.number().min(0).max(1000);

/** What a model takes and costs. A setting outside it is refused before anything is sent. */
export const modelEntrySchema = z.object({
  id: modelIdSchema,
  name: z.string().min(1).max(80),
  provider: providerIdSchema,
  /** Its name on the wire. */
  model: z.string().min(1).max(200),
  kind: z.enum(['video', 'image']),
  /** Exact sizes in pixels; without any, whatever `anySize` allows. */
  sizes: z
    .array(z.object({ width: side, height: side }))
    .max(64)
    .default([]),
  /** Free sizes: whole multiples of `multiple`, each side at most `max`, between the ratios 1:3 and 3:1. */
  anySize: z.object({ multiple: z.number().int().min(1).max(64), max: side }).optional(),
  /** Seconds; empty for images. */
  durations: z.array(z.number().positive().max(60)).max(64).default([]),
  /** Of its footage; null where it is not said. */
  fps: z.number().positive().max(120).nullable().default(null),
  takes: z
    .object({
      words: z.boolean().default(true),
      firstFrame: z.boolean().default(false),
      lastFrame: z.boolean().default(false),
      /** What its own extension gives: all of it, or what is new; false where it has none. */
      extend: z.union([z.literal(false), z.enum(['whole', 'continuation'])]).default(false),
      remix: z.boolean().default(false),
      edit: z.boolean().default(false),
      delete: z.boolean().default(false),
      thumbnail: z.boolean().default(false),
      spritesheet: z.boolean().default(false),
      characters: z.boolean().default(false),
      sound: z.boolean().default(false),
      seed: z.boolean().default(false),
      transparent: z.boolean().default(false),
      mask: z.boolean().default(false),
      /** How many input pictures an image model takes. */
      inputs: z.number().int().min(0).max(16).default(0),
      /** How many pictures on the way an image model streams. */
      partials: z.number().int().min(0).max(3).default(0),
    })
    .prefault({}),
  /** How many a call gives at most; more are asked for one by one. */
  perCall: z.number().int().min(1).max(4).default(1),
  /** The longest prompt, in characters. */
  maxPrompt: z.number().int().min(1).max(100_000).default(4000),
  /** US dollars a second of footage or an image; by size (`1280x720`) where that matters. */
  price: z
    .object({
      per: z.enum(['second', 'image', 'video']),
      dollars,
      bySize: z.record(z.string().regex(/^\d+x\d+$/), dollars).default({}),
    })
    .optional(),
  /** What the wire is told besides, as it is. */
  options: z.record(z.string(), z.json()).default({}),
  licence: z.string().max(500).nullable().default(null),
  /** The day from which it is refused, and what to use in its place. */
  ended: z.object({ on: z.iso.date(), instead: z.string().min(1).max(300) }).optional(),
});
export type ModelEntry = z.infer<typeof modelEntrySchema>;

/** The catalogue's file: what an operator adds stands before what comes with Animatic, entry by entry. */
export const catalogueSchema = z
  .object({
    providers: z.array(providerSchema).max(100).default([]),
    models: z.array(modelEntrySchema).max(1000).default([]),
  })
  .superRefine(({ providers, models }, context) => {
    for (const [list, entries] of [
      ['providers', providers],
      ['models', models],
    ] as const) {
      const seen = new Set<string>();
      for (const [index, { id }] of entries.entries()) {
        if (seen.has(id))
          context.addIssue({ code: 'custom', path: [list, index, 'id'], message: `${id} is there twice` });
        seen.add(id);
      }
    }
  });
export type CatalogueFile = z.infer<typeof catalogueSchema>;

/** A model with who runs it. */
export interface CatalogueModel extends ModelEntry {
  engine: 'videos' | 'images' | 'vendors';
  runBy: Provider;
}
