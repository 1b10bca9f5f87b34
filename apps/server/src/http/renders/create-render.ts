import type { RenderAsks, WorkspaceQueries } from '@animatic/db';
import { renderRequestSchema, renderSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import type * as z from 'zod';
import { generationRow } from '../../models/generation-row.ts';
import type { Models } from '../../models/models.ts';
import { idempotencyHeaders, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { asksOf, refuseRefused } from './board-asks.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/renders',
  summary: 'Ask for a render; the same Idempotency-Key never makes two',
  description:
    'Shots that models make are held against their models first: what one does not take is refused with 422 and what is allowed, and so is what would pass the budget. What was paid for before is found.',
  security: signedIn,
  request: { headers: idempotencyHeaders, body: jsonBodyOf(renderRequestSchema) },
  responses: {
    201: json(renderSchema, 'Queued, or generating where models are asked first'),
    200: json(renderSchema, 'The render that this key made before'),
    ...problemAnswers,
  },
});

export const createRender: Mount = (app, { enqueue, models }) => {
  app.openapi(route, async (c) => {
    const { renders } = c.get('workspace');
    const request = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    // Asked before: neither a model that is off by now nor a changed catalogue has a say in it.
    const earlier = key === undefined ? null : await renders.earlier({ ...request, key });
    if (earlier) return c.json(earlier, 200);
    const { render, created } = await renders.create({
      ...request,
      ...(await planned(c.get('workspace'), models, request)),
      key,
      userId: c.get('caller').user.id,
      enqueue,
    });
    c.get('logger').info({ render: render.id, created }, 'render asked for');
    return created ? c.json(render, 201) : c.json(render, 200);
  });
};

/**
 * What the board asks of models, and the revision that it was read from; nothing for an unknown one, which `create`
 * refuses in its own words.
 *
 * @throws {HttpProblem} where a model does not take what is asked of it
 */
async function planned(
  workspace: WorkspaceQueries,
  models: Models,
  { storyboardId, revision }: z.output<typeof renderRequestSchema>,
): Promise<{ asks?: RenderAsks; planned?: number }> {
  const read = revision ?? (await workspace.storyboards.get(storyboardId))?.revision;
  const board = read === undefined ? null : await workspace.storyboards.document(storyboardId, read);
  if (!board || read === undefined) return {};
  const asks = await asksOf(workspace, models, board);
  refuseRefused(asks);
  return {
    planned: read,
    asks: new Map(asks.map(({ shot, plans }) => [shot.id, plans.map(generationRow)])),
  };
}
