import { aspects, type RenderOutputs, renderStates, takeFileKinds } from '@animatic/schema';
import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { footage } from './footage.ts';
import { storyboardRevision, workspaceId } from './storyboard.ts';

export const workStates = ['waiting', 'rendering', 'done', 'failed', 'cancelled'] as const;

/** Who works on a row, and until when others leave it alone. */
const lease = () => ({
  workerId: text('worker_id'),
  leaseUntil: moment('lease_until'),
  heartbeatAt: moment('heartbeat_at'),
});

/** One run over one revision of a storyboard. The state machine lives here; a job is only a wake-up. */
export const render = pgTable(
  'render',
  {
    id: id(),
    workspaceId: workspaceId(),
    storyboardId: uuid('storyboard_id').notNull(),
    revision: integer('revision').notNull(),
    /** What was asked for besides the board's own format. */
    outputs: jsonb('outputs').$type<RenderOutputs>(),
    state: text('state', { enum: renderStates }).notNull().default('queued'),
    /** 0 to 1. */
    progress: real('progress').notNull().default(0),
    /** A few words for people. */
    stage: text('stage').notNull().default('Waiting'),
    /** Times that a worker took it up. */
    attempts: integer('attempts').notNull().default(0),
    /** Times that it failed there, which a killed worker or a given-back render is not; three end it. */
    failures: integer('failures').notNull().default(0),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    ...lease(),
    cancelRequestedAt: moment('cancel_requested_at'),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('render_workspace').on(t.workspaceId, t.createdAt),
    index('render_storyboard').on(t.workspaceId, t.storyboardId),
    index('render_open').on(t.createdAt).where(sql`${t.state} in ('queued', 'rendering')`),
    unique('render_scope').on(t.workspaceId, t.id),
    foreignKey({
      name: 'render_revision',
      columns: [t.workspaceId, t.storyboardId, t.revision],
      foreignColumns: [
        storyboardRevision.workspaceId,
        storyboardRevision.storyboardId,
        storyboardRevision.revision,
      ],
    }).onDelete('cascade'),
  ],
);

export const renderShot = pgTable(
  'render_shot',
  {
    workspaceId: workspaceId(),
    renderId: uuid('render_id').notNull(),
    /** The shot's own id in the document. */
    shotId: text('shot_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    engine: text('engine').notNull(),
    state: text('state', { enum: workStates }).notNull().default('waiting'),
    footageId: uuid('footage_id').references(() => footage.id, { onDelete: 'set null' }),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.renderId, t.shotId] }),
    foreignKey({
      name: 'render_shot_render',
      columns: [t.workspaceId, t.renderId],
      foreignColumns: [render.workspaceId, render.id],
    }).onDelete('cascade'),
  ],
);

/** One result of a render: number 1 in the board's own format, the others as asked; a job done twice makes each once. */
export const take = pgTable(
  'take',
  {
    id: id(),
    workspaceId: workspaceId(),
    renderId: uuid('render_id').notNull(),
    number: integer('number').notNull().default(1),
    /** Null for those from before there were several. */
    aspect: text('aspect', { enum: aspects }),
    clipHash: text('clip_hash').notNull(),
    clipBytes: bigint('clip_bytes', { mode: 'number' }).notNull(),
    posterHash: text('poster_hash').notNull(),
    posterBytes: integer('poster_bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    fps: real('fps').notNull(),
    seconds: real('seconds').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('take_number').on(t.renderId, t.number),
    unique('take_scope').on(t.workspaceId, t.id),
    index('take_clip').on(t.workspaceId, t.clipHash),
    foreignKey({
      name: 'take_render',
      columns: [t.workspaceId, t.renderId],
      foreignColumns: [render.workspaceId, render.id],
    }).onDelete('cascade'),
  ],
);

/** What a take comes as besides its clip and its poster. Without a hash it could not be made, and `note` says why. */
export const takeFile = pgTable(
  'take_file',
  {
    workspaceId: workspaceId(),
    takeId: uuid('take_id').notNull(),
    kind: text('kind', { enum: takeFileKinds }).notNull(),
    hash: text('hash'),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    /** The media type. */
    type: text('type').notNull(),
    note: text('note'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.takeId, t.kind] }),
    index('take_file_hash').on(t.workspaceId, t.hash),
    foreignKey({
      name: 'take_file_take',
      columns: [t.workspaceId, t.takeId],
      foreignColumns: [take.workspaceId, take.id],
    }).onDelete('cascade'),
  ],
);
