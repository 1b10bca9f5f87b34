import { type GenerationIntent, generationStates } from '@animatic/schema';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { workspaceId } from './storyboard.ts';

/** What came out for one fingerprint (engine, settings, input hashes): asked for again, it is found, not made. */
export const footage = pgTable(
  'footage',
  {
    id: id(),
    workspaceId: workspaceId(),
    fingerprint: text('fingerprint').notNull(),
    engine: text('engine').notNull(),
    /** In the media store. */
    hash: text('hash').notNull(),
    /** The container and codec, e.g. `video/mp4`. */
    type: text('type').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    fps: real('fps').notNull(),
    frames: integer('frames').notNull(),
    /** Whether it has sound. */
    sound: boolean('sound').notNull().default(false),
    /** What was lowered to meet a ceiling. */
    note: text('note'),
    usedAt: moment('used_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('footage_fingerprint').on(t.workspaceId, t.fingerprint),
    unique('footage_scope').on(t.workspaceId, t.id),
    index('footage_hash').on(t.workspaceId, t.hash),
  ],
);

/** One paid call to a model. The intent is committed before the call. */
export const generation = pgTable(
  'generation',
  {
    id: id(),
    workspaceId: workspaceId(),
    /** Engine, provider, model, intent, variation and take: what was paid for is found by it. */
    fingerprint: text('fingerprint').notNull(),
    /** Provider, model, prompt, size: equal ones are asked for one at a time, so that a list tells them apart. */
    askKey: text('ask_key').notNull(),
    engine: text('engine').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    kind: text('kind', { enum: ['video', 'image'] }).notNull(),
    /** What is going to be asked, exactly. */
    intent: jsonb('intent').$type<GenerationIntent>().notNull(),
    /** What was really sent, without files and keys. */
    request: jsonb('request').$type<Record<string, unknown>>(),
    variation: integer('variation').notNull().default(0),
    take: integer('take').notNull().default(0),
    state: text('state', { enum: generationStates }).notNull().default('queued'),
    /** 0 to 1; it never goes back. */
    progress: real('progress').notNull().default(0),
    stage: text('stage').notNull().default('Waiting for its turn'),
    vendorId: text('vendor_id'),
    /** The vendor's persistable operation. */
    operation: jsonb('operation').$type<unknown>(),
    /** It waits for this one's file. */
    dependsOn: uuid('depends_on'),
    footageId: uuid('footage_id'),
    /** An image's still. */
    stillHash: text('still_hash'),
    posterHash: text('poster_hash'),
    /** The newest picture on the way, and its media type. */
    partialHash: text('partial_hash'),
    partialType: text('partial_type'),
    /** US dollars, before and after the call. */
    estimatedCost: numeric('estimated_cost', { precision: 12, scale: 6 }),
    cost: numeric('cost', { precision: 12, scale: 6 }),
    /** Times that it was asked for, and looked at since. */
    attempts: integer('attempts').notNull().default(0),
    polls: integer('polls').notNull().default(0),
    /** Looks that failed since the last that did not. */
    faults: integer('faults').notNull().default(0),
    /** Not before this moment: submitted while it is queued, polled while it runs. */
    nextPollAt: moment('next_poll_at').notNull().default(sql`now()`),
    /** When it is given up. */
    deadlineAt: moment('deadline_at'),
    workerId: text('worker_id'),
    leaseUntil: moment('lease_until'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    errorAdvice: text('error_advice'),
    reviewReason: text('review_reason'),
    /** Times that the vendor's list was matched in vain. */
    matches: integer('matches').notNull().default(0),
    cancelRequestedAt: moment('cancel_requested_at'),
    /** Who asked first. */
    renderId: uuid('render_id'),
    shotId: text('shot_id'),
    submittedAt: moment('submitted_at'),
    finishedAt: moment('finished_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('generation_fingerprint').on(t.workspaceId, t.fingerprint),
    // While one is under way, in doubt or done, there is no second one of the same.
    uniqueIndex('generation_once')
      .on(t.workspaceId, t.fingerprint)
      .where(sql`${t.state} not in ('failed', 'cancelled')`),
    unique('generation_vendor').on(t.provider, t.vendorId),
    unique('generation_scope').on(t.workspaceId, t.id),
    index('generation_due')
      .on(t.nextPollAt)
      .where(sql`${t.state} in ('queued', 'submitting', 'running', 'fetching')`),
    index('generation_provider')
      .on(t.provider, t.state)
      .where(sql`${t.state} not in ('done', 'failed', 'cancelled')`),
    index('generation_parent').on(t.dependsOn).where(sql`${t.dependsOn} is not null`),
    index('generation_ask').on(t.askKey).where(sql`${t.state} in ('submitting')`),
    index('generation_shot').on(t.workspaceId, t.shotId),
    foreignKey({
      name: 'generation_footage',
      columns: [t.workspaceId, t.footageId],
      foreignColumns: [footage.workspaceId, footage.id],
    }),
  ],
);

/** Every call that asked a provider for something: what its limit of calls a minute is counted by. */
export const generationCall = pgTable(
  'generation_call',
  {
    id: id(),
    workspaceId: workspaceId(),
    provider: text('provider').notNull(),
    generationId: uuid('generation_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('generation_call_recent').on(t.provider, t.createdAt)],
);

/** A vendor's webhook that was taken: each event once. */
export const webhookEvent = pgTable(
  'webhook_event',
  { provider: text('provider').notNull(), eventId: text('event_id').notNull(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.provider, t.eventId] }), index('webhook_event_age').on(t.createdAt)],
);
