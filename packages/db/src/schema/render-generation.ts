import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { generation } from './footage.ts';
import { render } from './render.ts';
import { workspaceId } from './storyboard.ts';

/** Which generations a render waits for: found ones and asked ones alike, a row for each variation of a shot. */
export const renderGeneration = pgTable(
  'render_generation',
  {
    workspaceId: workspaceId(),
    renderId: uuid('render_id').notNull(),
    shotId: text('shot_id').notNull(),
    variation: integer('variation').notNull(),
    generationId: uuid('generation_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.renderId, t.shotId, t.variation] }),
    index('render_generation_of').on(t.workspaceId, t.generationId),
    foreignKey({
      name: 'render_generation_render',
      columns: [t.workspaceId, t.renderId],
      foreignColumns: [render.workspaceId, render.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'render_generation_generation',
      columns: [t.workspaceId, t.generationId],
      foreignColumns: [generation.workspaceId, generation.id],
    }),
  ],
);
