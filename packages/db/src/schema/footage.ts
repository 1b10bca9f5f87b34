import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  real,
  text,
  unique,
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

export const generationStates = [
  'queued',
  'submitting',
  'running',
  'done',
  'failed',
  'cancelled',
  'needs_review',
] as const;

/** One paid call to a model for one shot. The intent is committed before the call. */
export const generation = pgTable(
  'generation',
  {
    id: id(),
    workspaceId: workspaceId(),
    fingerprint: text('fingerprint').notNull(),
    engine: text('engine').notNull(),
    model: text('model').notNull(),
    /** What is going to be asked, exactly. */
    intent: jsonb('intent').$type<Record<string, unknown>>().notNull(),
    state: text('state', { enum: generationStates }).notNull().default('queued'),
    vendorId: text('vendor_id'),
    footageId: uuid('footage_id'),
    /** US dollars, before and after the call. */
    estimatedCost: numeric('estimated_cost', { precision: 12, scale: 6 }),
    cost: numeric('cost', { precision: 12, scale: 6 }),
    attempts: integer('attempts').notNull().default(0),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    submittedAt: moment('submitted_at'),
    finishedAt: moment('finished_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('generation_fingerprint').on(t.workspaceId, t.fingerprint),
    unique('generation_vendor').on(t.engine, t.vendorId),
    foreignKey({
      name: 'generation_footage',
      columns: [t.workspaceId, t.footageId],
      foreignColumns: [footage.workspaceId, footage.id],
    }),
  ],
);
