import * as z from 'zod';
import { motionSchema } from './motion.ts';
import { nodeIdSchema } from './primitives.ts';
import { shotEngineNames } from './shot.ts';
import { modelIdSchema } from './shot-generation.ts';
import { moods } from './storyboard.ts';
import { transitionSchema } from './transition.ts';

/** Who directed, and what it cost. */
const directedBy = {
  by: z.enum(['model', 'rules']),
  /** Why the rules did it, in words for people; null where the language model did. */
  why: z.string().nullable(),
  /** The language model that was asked, also where its answer could not be used. */
  model: z.string().nullable(),
  /** US dollars. */
  cost: z.number().min(0),
  tokens: z.object({ input: z.number().int(), output: z.number().int() }),
  /** What was left out, held back or not understood, a short sentence each. */
  notes: z.array(z.string()),
};

/** What a video model is asked, in its parts and as one text. */
export const videoPromptSchema = z.object({
  text: z.string(),
  subject: z.string(),
  action: z.string(),
  camera: z.string(),
  light: z.string(),
  /** What must not change. */
  keep: z.string(),
});
export type VideoPrompt = z.infer<typeof videoPromptSchema>;

/** Exactly one of `motion` and `prompt`. */
export const directAnswerSchema = z.object({
  ...directedBy,
  motion: motionSchema.nullable(),
  prompt: videoPromptSchema.nullable(),
  /** Seconds of the shot. */
  duration: z.number(),
});
export type DirectAnswer = z.infer<typeof directAnswerSchema>;

export const proposedShotSchema = z.object({
  /** The frame's id; null for a shot of words alone. */
  frame: nodeIdSchema.nullable(),
  title: z.string(),
  /** Shown to viewers. */
  line: z.string(),
  /** What moves, in words; for a generated shot its prompt. */
  direction: z.string(),
  duration: z.number(),
  engine: z.enum(shotEngineNames),
  /** Null where the engine is ours. */
  model: modelIdSchema.nullable(),
  /** Seconds that the model is asked for. */
  seconds: z.number().nullable(),
  motion: motionSchema.nullable(),
  prompt: videoPromptSchema.nullable(),
  /** Into the next shot; null on the last one. */
  transition: transitionSchema.nullable(),
});
export type ProposedShot = z.infer<typeof proposedShotSchema>;

export const proposalAnswerSchema = z.object({
  ...directedBy,
  title: z.string(),
  mood: z.enum(moods),
  /** Of the whole clip, overlaps of transitions taken off. */
  seconds: z.number(),
  shots: z.array(proposedShotSchema).min(1),
});
export type ProposalAnswer = z.infer<typeof proposalAnswerSchema>;
