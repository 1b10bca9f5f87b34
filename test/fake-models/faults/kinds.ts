import * as z from 'zod';
import { operations, wireNames } from '../wires/wire.ts';

/** What goes wrong with a call. */
export const callFaults = [
  /** 401. Not accepted. */
  'unauthorized',
  /** 429 with `Retry-After: seconds`. Not accepted. */
  'rate_limited',
  /** 500. Not accepted. */
  'server_error',
  /** 400 `moderation_blocked`, before anything is made. Not accepted. */
  'refused',
  /** No answer. Not accepted. */
  'hang',
  /** The connection is cut. Not accepted. */
  'cut',
  /** Accepted and charged, and the answer is 500, none, or a cut connection. */
  'error_after_accepting',
  'hang_after_accepting',
  'cut_after_accepting',
] as const;
export type CallFault = (typeof callFaults)[number];

/** What goes wrong with a job that was accepted. */
export const jobFaults = [
  /** Blocked at 80 %, `charged` or not. */
  'moderation',
  /** The vendor's own fault at 80 %, `charged` or not (not, by default). */
  'failed',
  /** It never ends. */
  'stuck',
  /** 60 % and then 35 %. */
  'progress_backwards',
  /** Another size, another length than was asked for. */
  'wrong_size',
  'wrong_seconds',
  /** The file stops after three fifths. */
  'truncated',
  /** It is made and its file is not to be had: `status` 404 or 410. */
  'gone',
  /** The list shows it only `seconds` after it was accepted. */
  'list_lag',
  /** Its webhook never comes, comes three times, `seconds` late, or comes before it is true with a bad signature. */
  'webhook_lost',
  'webhook_duplicate',
  'webhook_late',
  'webhook_forged',
] as const;
export type JobFault = (typeof jobFaults)[number];

export const faultNames = [...callFaults, ...jobFaults] as const;
export type FaultName = (typeof faultNames)[number];

/** A fault on demand: the next `times` calls that it fits go wrong. */
export const ruleSchema = z.object({
  fault: z.enum(faultNames),
  /** Which calls it is for; all, where nothing is said. Job faults are always of the create. */
  wire: z.enum(wireNames).optional(),
  on: z.enum(operations).default('create'),
  model: z.string().optional(),
  /** Part of the prompt. */
  prompt: z.string().optional(),
  /** 0 is for ever. */
  times: z.number().int().min(0).default(1),
  /** How many that it fits are let through first. */
  skip: z.number().int().min(0).default(0),
  /** Of `Retry-After`, of the list's lag, of the late webhook. */
  seconds: z.number().min(0).max(86_400).optional(),
  status: z.union([z.literal(404), z.literal(410)]).optional(),
  charged: z.boolean().optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

const probability = z.number().min(0).max(1);
const probabilities = (names: readonly [FaultName, ...FaultName[]]) =>
  z.partialRecord(z.enum(names), probability);

/** Faults at random: drawn by the seed, the fault, and what is asked for the how-manieth time. */
export const randomSchema = z.object({
  seed: z.number().int().optional(),
  /** Of a create. */
  creates: probabilities(faultNames).default({}),
  /** Of every other call: status, list, content, delete. */
  looks: probabilities(callFaults).default({}),
  /** What the faults above are told besides. */
  retryAfterSeconds: z.number().min(0).default(1),
  listLagSeconds: z.number().min(0).default(2),
  webhookLateSeconds: z.number().min(0).default(30),
  moderationCharged: z.boolean().default(true),
});
export type Random = z.infer<typeof randomSchema>;

/** All of them, now and then: what `npm run fake-models -- --faults` sets. */
export const everyFault = randomSchema.parse({
  creates: {
    rate_limited: 0.04,
    server_error: 0.03,
    cut: 0.03,
    hang: 0.01,
    error_after_accepting: 0.03,
    hang_after_accepting: 0.01,
    cut_after_accepting: 0.04,
    unauthorized: 0.005,
    refused: 0.005,
    moderation: 0.02,
    failed: 0.01,
    stuck: 0.005,
    progress_backwards: 0.1,
    wrong_size: 0.005,
    wrong_seconds: 0.005,
    truncated: 0.005,
    gone: 0.005,
    list_lag: 0.1,
    webhook_lost: 0.05,
    webhook_duplicate: 0.1,
    webhook_late: 0.05,
    webhook_forged: 0.05,
  },
  looks: { rate_limited: 0.02, server_error: 0.02, cut: 0.02, hang: 0.002 },
});
