import * as z from 'zod';
import { dateSchema, idSchema } from './api.ts';
import { sha256Schema, textSchema } from './primitives.ts';
import { MAX_VARIATIONS, modelIdSchema } from './shot-generation.ts';
import { sentStoryboardSchema } from './storyboard-upgrades.ts';

/**
 * `submitting`: the intent is committed and the call is being made; `running`: the vendor has it; `fetching`: its file is
 * being copied and checked; `needs_review`: it may have been made and paid for, and a person decides.
 */
export const generationStates = [
  'queued',
  'submitting',
  'running',
  'fetching',
  'done',
  'failed',
  'cancelled',
  'needs_review',
] as const;
export type GenerationState = (typeof generationStates)[number];
/** Nothing more happens by itself. */
export const settledGenerationStates: readonly GenerationState[] = [
  'done',
  'failed',
  'cancelled',
  'needs_review',
];

/** US dollars. */
const dollars = z.number().min(0);

/** One call to a model, as it stands. Addresses are on the API, relative to its origin; they want the token. */
export const generationSchema = z.object({
  id: idSchema,
  engine: z.string(),
  model: z.string(),
  kind: z.enum(['video', 'image']),
  state: z.enum(generationStates),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** A few words for people, e.g. `Waiting for its turn`. */
  stage: z.string(),
  prompt: z.string(),
  /** From 0. */
  variation: z.number().int(),
  /** Before the call, and after it; null where nobody knows. */
  estimatedCost: dollars.nullable(),
  cost: dollars.nullable(),
  /** What went wrong and what to try, in words for people. */
  error: z.object({ code: z.string(), message: z.string(), advice: z.string() }).nullable(),
  /** Why a person has to decide, and what making it again would cost. */
  review: z.object({ reason: z.string(), again: dollars.nullable() }).nullable(),
  /** The newest picture on the way. */
  partial: z.string().nullable(),
  result: z
    .object({
      url: z.string(),
      poster: z.string().nullable(),
      /** An image is a still of the workspace under this name. */
      hash: sha256Schema,
      width: z.number().int(),
      height: z.number().int(),
      seconds: z.number().nullable(),
      sound: z.boolean(),
    })
    .nullable(),
  /** The render and the shot that asked for it first. */
  renderId: idSchema.nullable(),
  shotId: z.string().nullable(),
  createdAt: dateSchema,
  updatedAt: dateSchema,
});
export type Generation = z.infer<typeof generationSchema>;
export const generationListSchema = z.object({ generations: z.array(generationSchema) });

/** Images for a scene: the frame put on or into a product, up to four to choose from. */
export const imageRequestSchema = z.object({
  model: modelIdSchema,
  prompt: textSchema(4000).min(1, 'say what the scene is'),
  /** Stills of the workspace, the frame first. */
  inputs: z.array(sha256Schema).max(16).default([]),
  /** A still whose clear parts are to be painted. */
  mask: sha256Schema.optional(),
  /** Width by height of what is wanted; the model's nearest size is taken. */
  aspect: z.number().min(0.2).max(5).default(1),
  transparent: z.boolean().default(false),
  variations: z.number().int().min(1).max(MAX_VARIATIONS).default(1),
  style: idSchema.optional(),
  /** Raised for new ones of the same words. */
  take: z.number().int().min(0).max(10_000).default(0),
  /** Names the shot that it is for. */
  shotId: z.string().max(64).optional(),
});
export type ImageRequest = z.input<typeof imageRequestSchema>;

/** A person's word on a generation that may have been made. */
export const reviewRequestSchema = z.object({
  /** `made`: it was made, take it (or, where nothing can be fetched, let it go as paid); `again`: make it again. */
  decision: z.enum(['made', 'again']),
  /** The vendor's id of it, where the person knows it. */
  vendorId: z.string().min(1).max(500).optional(),
});

/** What a model takes, as people choose from it. */
export const modelSchema = z.object({
  id: modelIdSchema,
  name: z.string(),
  engine: z.enum(['videos', 'images', 'vendors']),
  kind: z.enum(['video', 'image']),
  provider: z.object({ id: z.string(), name: z.string() }),
  /** False without a key or an ffmpeg: `why` says what would make it so. */
  available: z.boolean(),
  why: z.string().nullable(),
  /** Pixels. Null: any that suits. */
  sizes: z.array(z.object({ width: z.number().int(), height: z.number().int() })),
  /** Seconds. */
  durations: z.array(z.number()),
  fps: z.number().nullable(),
  /** What it can start from, or do besides. */
  takes: z.object({
    words: z.boolean(),
    firstFrame: z.boolean(),
    lastFrame: z.boolean(),
    extend: z.boolean(),
    remix: z.boolean(),
    edit: z.boolean(),
    characters: z.boolean(),
    sound: z.boolean(),
    seed: z.boolean(),
    transparent: z.boolean(),
    mask: z.boolean(),
    inputs: z.number().int(),
    partials: z.boolean(),
  }),
  maxVariations: z.number().int(),
  /** US dollars a second of video, or an image; null where nobody knows. */
  price: dollars.nullable(),
  licence: z.string().nullable(),
});
export type Model = z.infer<typeof modelSchema>;
export const modelListSchema = z.object({
  models: z.array(modelSchema),
  /** Whether captions are read by a language model; `why` says what a key would add where they are not. */
  director: z.object({ available: z.boolean(), model: z.string().nullable(), why: z.string().nullable() }),
  /** What is asked is a stand-in for models that makes up clips. */
  pretend: z.boolean(),
});
export type ModelList = z.infer<typeof modelListSchema>;

export const estimateRequestSchema = z.union([
  z.object({ document: sentStoryboardSchema }),
  z.object({ storyboardId: idSchema, revision: z.number().int().positive().optional() }),
]);

/** What a render would cost, shot by shot, before anything is asked. */
export const estimateSchema = z.object({
  shots: z.array(
    z.object({
      id: z.string(),
      engine: z.string(),
      model: z.string().nullable(),
      /** US dollars; 0 for what is ours or was paid for before, null where nobody knows. */
      cost: dollars.nullable(),
      /** How many of its variations were paid for before. */
      found: z.number().int(),
      /** Why it cannot be made as it is, and what is allowed. */
      problem: z.string().nullable(),
    }),
  ),
  total: dollars,
  /** Shots whose price nobody knows. */
  unknown: z.number().int(),
  budget: z.object({
    month: dollars.nullable(),
    render: dollars.nullable(),
    /** Spent this month, and promised to what is under way. */
    spent: dollars,
    reserved: dollars,
    /** Whether this would pass the budget. */
    passes: z.boolean(),
  }),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** What a workspace may spend on models; null is no limit. */
export const budgetSchema = z.object({
  month: dollars.max(1e6).nullable(),
  render: dollars.max(1e6).nullable(),
});
export type Budget = z.infer<typeof budgetSchema>;

export const usageSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  /** US dollars. */
  total: dollars,
  reserved: dollars,
  kinds: z.array(z.object({ kind: z.string(), amount: z.number(), cost: dollars })),
  models: z.array(z.object({ model: z.string(), count: z.number().int(), cost: dollars })),
});
export type Usage = z.infer<typeof usageSchema>;

const styleFields = {
  name: textSchema(80).min(1, 'a look needs a name'),
  words: textSchema(1000),
  stills: z.array(sha256Schema).max(8),
  seed: z.number().int().min(0).max(2_147_483_647).nullable(),
};
/** A named look of the workspace: words, reference stills, a seed. */
export const styleInputSchema = z.object({
  name: styleFields.name,
  words: styleFields.words.default(''),
  stills: styleFields.stills.default([]),
  seed: styleFields.seed.default(null),
});
/** What changes of it: what is left out stays as it is. */
export const stylePatchSchema = z.object(styleFields).partial();
export const styleSchema = z.object({
  id: idSchema,
  name: z.string(),
  words: z.string(),
  stills: z.array(sha256Schema),
  seed: z.number().int().nullable(),
  createdAt: dateSchema,
});
export type Style = z.infer<typeof styleSchema>;
export const styleListSchema = z.object({ styles: z.array(styleSchema) });
