import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { organization, user } from './auth.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';

export const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' });

/** A picture that came in, once a workspace. `seenAt` is when it was last stored or asked about: collection goes by it. */
export const still = pgTable(
  'still',
  {
    workspaceId: workspaceId(),
    hash: text('hash').notNull(),
    type: text('type', { enum: ['image/png', 'image/jpeg'] }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hash] })],
);

export const storyboard = pgTable(
  'storyboard',
  {
    id: id(),
    workspaceId: workspaceId(),
    /** The newest revision. */
    revision: integer('revision').notNull().default(1),
    title: text('title').notNull(),
    /** Names the file and page the board came from; opaque here. */
    source: text('source'),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('storyboard_workspace').on(t.workspaceId, t.createdAt),
    // A child names its parent together with the workspace, so that no row can ever point into another one.
    unique('storyboard_scope').on(t.workspaceId, t.id),
  ],
);

export const storyboardRevision = pgTable(
  'storyboard_revision',
  {
    workspaceId: workspaceId(),
    storyboardId: uuid('storyboard_id').notNull(),
    revision: integer('revision').notNull(),
    /** In the form of its day: `readStoryboard` makes it a storyboard. */
    document: jsonb('document').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.storyboardId, t.revision] }),
    foreignKey({
      name: 'storyboard_revision_storyboard',
      columns: [t.workspaceId, t.storyboardId],
      foreignColumns: [storyboard.workspaceId, storyboard.id],
    }).onDelete('cascade'),
  ],
);

/** Which revision shows which still: what keeps a still from being collected. */
export const storyboardStill = pgTable(
  'storyboard_still',
  {
    workspaceId: workspaceId(),
    storyboardId: uuid('storyboard_id').notNull(),
    revision: integer('revision').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.storyboardId, t.revision, t.hash] }),
    index('storyboard_still_hash').on(t.workspaceId, t.hash),
    foreignKey({
      name: 'storyboard_still_revision',
      columns: [t.workspaceId, t.storyboardId, t.revision],
      foreignColumns: [
        storyboardRevision.workspaceId,
        storyboardRevision.storyboardId,
        storyboardRevision.revision,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'storyboard_still_still',
      columns: [t.workspaceId, t.hash],
      foreignColumns: [still.workspaceId, still.hash],
    }),
  ],
);
