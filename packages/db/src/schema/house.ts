import { index, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { workspaceId } from './storyboard.ts';

/** What was spent: seconds of rendering, calls to models, bytes kept. */
export const usage = pgTable(
  'usage',
  {
    id: id(),
    workspaceId: workspaceId(),
    kind: text('kind').notNull(),
    amount: numeric('amount', { precision: 16, scale: 4 }).notNull(),
    /** US dollars. */
    cost: numeric('cost', { precision: 12, scale: 6 }).notNull().default('0'),
    renderId: uuid('render_id'),
    generationId: uuid('generation_id'),
    createdAt: createdAt(),
  },
  (t) => [index('usage_workspace').on(t.workspaceId, t.createdAt)],
);

/** A request that was already answered: the same key gives the same resource, another body is refused. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    resourceId: uuid('resource_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] }), index('idempotency_key_age').on(t.createdAt)],
);

/** Fixed windows: how much of a bucket was handed out until `resetsAt`. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    bucket: text('bucket').primaryKey(),
    taken: integer('taken').notNull(),
    resetsAt: moment('resets_at').notNull(),
  },
  (t) => [index('rate_limit_resets').on(t.resetsAt)],
);
