import { modelIdSchema } from '@animatic/schema';
import * as z from 'zod';
import { httpUrl } from './http-url.ts';

/** The wire that a provider speaks: OpenAI's two, or one of the AI SDK's video providers. */
export const wires = ['videos', 'images', 'fal', 'google', 'replicate', 'xai', 'alibaba'] as const;
export type Wire = (typeof wires)[number];

const providerIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and - only');
const variableName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a variable’s name in capitals');
/** As sizes are written where they are keys, e.g. `1280x720`. */
const sizeName = z.string().regex(/^\d+x\d+$/, 'a size such as 1280x720');

/** Somebody who runs models: where, how it is spoken to, how much at a time. */
export const providerSchema = z.strictObject({
  id: providerIdSchema,
  name: z.string().min(1).max(80),
  wire: z.enum(wires),
  /** The wire's own address without it. */
  baseUrl: httpUrl.optional(),
  /** The environment's variable that holds the address: it stands before `baseUrl`. */
  baseUrlVariable: variableName.optional(),
  /** Without an address there is nobody to ask: one's own servers. */
  baseUrlNeeded: z.boolean().default(false),
  /** The environment's variable that holds the key. */
  keyVariable: variableName,
  /** A server of one's own may need no key. */
  keyOptional: z.boolean().default(false),
  /** The variable with the secret that its webhooks are signed with (Standard Webhooks). */
  webhookSecretVariable: variableName.optional(),
  /** Whether what was asked can be listed: how a call that was cut off is found again. */
  lists: z.boolean().default(false),
  /** How many of its generations may be under way, and be asked for in a minute. */
  limits: z
    .strictObject({
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
const seconds = z.number().positive().max(60);
const fieldName = z.string().regex(/^\w{1,60}$/, 'a field’s name: letters, digits and _');

/** US dollars for one unit; by size (`1280x720`) where that matters. */
const rateSchema = z.strictObject({ dollars, bySize: z.record(sizeName, dollars).default({}) });

/** What a model takes and costs. A setting outside it is refused before anything is sent. */
export const modelEntrySchema = z
  .strictObject({
    id: modelIdSchema,
    name: z.string().min(1).max(80),
    provider: providerIdSchema,
    /** Its name on the wire. */
    model: z.string().min(1).max(200),
    /** Its other names there, where the vendor has a model of its own for each thing to start from. */
    modelFor: z
      .strictObject({
        words: z.string().min(1).max(200),
        frames: z.string().min(1).max(200),
        bothFrames: z.string().min(1).max(200),
        extend: z.string().min(1).max(200),
        edit: z.string().min(1).max(200),
      })
      .partial()
      .default({}),
    kind: z.enum(['video', 'image']),
    /** Exact sizes in pixels; without any, whatever `anySize` allows. */
    sizes: z
      .array(z.strictObject({ width: side, height: side }))
      .max(64)
      .default([]),
    /**
     * Free sizes: whole multiples of `multiple`, each side at most `max`, all pixels at most `maxPixels`, between the
     * ratios 1:3 and 3:1.
     */
    anySize: z
      .strictObject({
        multiple: z.number().int().min(1).max(64),
        max: side,
        maxPixels: z.number().int().min(1).optional(),
      })
      .optional(),
    /** Seconds; empty for images. */
    durations: z.array(seconds).max(64).default([]),
    /** Seconds at sizes that take others. */
    durationsBySize: z.record(sizeName, z.array(seconds).min(1).max(64)).default({}),
    /** Seconds that its own extension adds, or that it takes with a first and a last frame, where they are others. */
    durationsFor: z
      .strictObject({
        extend: z.array(seconds).min(1).max(64),
        bothFrames: z.array(seconds).min(1).max(64),
      })
      .partial()
      .default({}),
    /** Sizes that its own extension takes; all of them without it. */
    extendSizes: z.array(sizeName).min(1).max(64).optional(),
    /** Of its footage; null where it is not said. */
    fps: z.number().positive().max(120).nullable().default(null),
    /** Where a number of frames is asked for besides seconds: a whole multiple of this, and one (`81` is 20 × 4 + 1). */
    frameMultiple: z.number().int().min(1).max(64).optional(),
    takes: z
      .strictObject({
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
    /** US dollars a second of footage, an image or a video. */
    price: rateSchema
      .extend({
        per: z.enum(['second', 'image', 'video']),
        /** With sound, where that costs more. */
        withSound: rateSchema.optional(),
      })
      .optional(),
    /** US dollars a million tokens, where the answer counts them: what an image cost is reckoned from it. */
    tokenPrice: z.strictObject({ textIn: dollars, imageIn: dollars, imageOut: dollars }).optional(),
    /**
     * Names of the wire's fields that its client has no word for (fal, Replicate); `resolution` is told as `720p`.
     * `seconds` says how they are written: `5`, `"5"` or `"5s"`.
     */
    fields: z
      .strictObject({
        firstFrame: fieldName,
        lastFrame: fieldName,
        sound: fieldName,
        resolution: fieldName,
        seconds: z.enum(['number', 'text', 'text-s']),
      })
      .partial()
      .default({}),
    /** What the wire is told besides, as it is. */
    options: z.record(z.string(), z.json()).default({}),
    licence: z.string().max(500).nullable().default(null),
    /** The day from which it is refused, and what to use in its place; only `at` that host, where there is one. */
    ended: z
      .strictObject({
        on: z.iso.date(),
        instead: z.string().min(1).max(300),
        at: z.string().min(1).max(200).optional(),
      })
      .optional(),
  })
  .superRefine((entry, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (entry.sizes.length === 0 && !entry.anySize)
      fault('sizes', 'a model needs sizes, or anySize with the multiples that it takes');
    if (entry.kind === 'video' && entry.durations.length === 0)
      fault('durations', 'a video model needs the seconds that it takes, e.g. [4, 8]');
    if (entry.kind === 'image' && entry.durations.length > 0) fault('durations', 'an image lasts no seconds');
    if (entry.frameMultiple && !entry.fps)
      fault('fps', 'frameMultiple needs the frames a second to count them by');
    if ((entry.price?.per === 'image') !== (entry.kind === 'image') && entry.price)
      fault(
        'price',
        entry.kind === 'image' ? 'an image’s price is per image' : 'a video’s price is per second or video',
      );
  });
export type ModelEntry = z.infer<typeof modelEntrySchema>;

/** The catalogue's file: what an operator adds stands before what comes with Animatic, entry by entry. */
export const catalogueSchema = z
  .strictObject({
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
