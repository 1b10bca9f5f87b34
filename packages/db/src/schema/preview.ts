import { foreignKey, index, integer, jsonb, pgTable, real, text, unique, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { take } from './render.ts';
import { workspaceId } from './storyboard.ts';

/** What stakeholders see. */
export const preview = pgTable(
  'preview',
  {
    id: id(),
    workspaceId: workspaceId(),
    title: text('title').notNull(),
    source: text('source'),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('preview_workspace').on(t.workspaceId, t.createdAt),
    unique('preview_scope').on(t.workspaceId, t.id),
  ],
);

/** A take that the designer published. No cascade from the take: what is published is not deleted under its viewers. */
export const previewVersion = pgTable(
  'preview_version',
  {
    id: id(),
    workspaceId: workspaceId(),
    previewId: uuid('preview_id').notNull(),
    number: integer('number').notNull(),
    takeId: uuid('take_id').notNull(),
    publishedBy: uuid('published_by').references(() => user.id, { onDelete: 'set null' }),
    publishedAt: moment('published_at').notNull().defaultNow(),
  },
  (t) => [
    unique('preview_version_number').on(t.previewId, t.number),
    unique('preview_version_scope').on(t.workspaceId, t.previewId, t.id),
    index('preview_version_take').on(t.workspaceId, t.takeId),
    foreignKey({
      name: 'preview_version_preview',
      columns: [t.workspaceId, t.previewId],
      foreignColumns: [preview.workspaceId, preview.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'preview_version_take_fk',
      columns: [t.workspaceId, t.takeId],
      foreignColumns: [take.workspaceId, take.id],
    }),
  ],
);

export const linkRights = ['view', 'comment', 'decide'] as const;

/** One way into a preview. */
export const link = pgTable(
  'link',
  {
    id: id(),
    workspaceId: workspaceId(),
    previewId: uuid('preview_id').notNull(),
    /** 128 random bits, base64url. */
    slug: text('slug').notNull().unique(),
    rights: text('rights', { enum: linkRights }).notNull().default('view'),
    expiresAt: moment('expires_at'),
    endedAt: moment('ended_at'),
    passwordHash: text('password_hash'),
    createdAt: createdAt(),
  },
  (t) => [
    index('link_preview').on(t.workspaceId, t.previewId),
    foreignKey({
      name: 'link_preview_fk',
      columns: [t.workspaceId, t.previewId],
      foreignColumns: [preview.workspaceId, preview.id],
    }).onDelete('cascade'),
  ],
);

export const comment = pgTable(
  'comment',
  {
    id: id(),
    workspaceId: workspaceId(),
    previewId: uuid('preview_id').notNull(),
    versionId: uuid('version_id').notNull(),
    parentId: uuid('parent_id'),
    linkId: uuid('link_id').references(() => link.id, { onDelete: 'set null' }),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    author: text('author').notNull(),
    body: text('body').notNull(),
    /** Seconds into the clip. */
    at: real('at'),
    shotId: text('shot_id'),
    /** Fractions of the picture. */
    region: jsonb('region').$type<{ x: number; y: number; width: number; height: number }>(),
    resolvedAt: moment('resolved_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('comment_version').on(t.workspaceId, t.versionId, t.createdAt),
    foreignKey({
      name: 'comment_version_fk',
      columns: [t.workspaceId, t.previewId, t.versionId],
      foreignColumns: [previewVersion.workspaceId, previewVersion.previewId, previewVersion.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'comment_parent', columns: [t.parentId], foreignColumns: [t.id] }).onDelete('cascade'),
  ],
);

export const decisionKinds = ['approved', 'changes_requested'] as const;

export const decision = pgTable(
  'decision',
  {
    id: id(),
    workspaceId: workspaceId(),
    previewId: uuid('preview_id').notNull(),
    versionId: uuid('version_id').notNull(),
    linkId: uuid('link_id').references(() => link.id, { onDelete: 'set null' }),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    author: text('author').notNull(),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    note: text('note').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    index('decision_version').on(t.workspaceId, t.versionId, t.createdAt),
    foreignKey({
      name: 'decision_version_fk',
      columns: [t.workspaceId, t.previewId, t.versionId],
      foreignColumns: [previewVersion.workspaceId, previewVersion.previewId, previewVersion.id],
    }).onDelete('cascade'),
  ],
);
