import { integer, numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from './columns.ts';
import { workspaceId } from './storyboard.ts';

/** What a workspace may spend on models, US dollars; null is no limit. The row is what concurrent renders queue at. */
export const budget = pgTable('budget', {
  workspaceId: workspaceId().primaryKey(),
  month: numeric('month', { precision: 12, scale: 6 }),
  render: numeric('render', { precision: 12, scale: 6 }),
  updatedAt: updatedAt(),
});

/** A named look: words, reference stills, a seed. */
export const style = pgTable(
  'style',
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    words: text('words').notNull().default(''),
    stills: text('stills').array().notNull().default([]),
    seed: integer('seed'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique('style_name').on(t.workspaceId, t.name), unique('style_scope').on(t.workspaceId, t.id)],
);
