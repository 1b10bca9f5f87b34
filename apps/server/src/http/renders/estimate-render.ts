import type { WorkspaceQueries } from '@animatic/db';
import { estimateRequestSchema, estimateSchema, type Storyboard } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import type * as z from 'zod';
import { estimateBoard } from '../../models/estimate.ts';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { asksOf } from './board-asks.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/renders/estimate',
  summary: 'What a render would cost, shot by shot, before anything is asked',
  description:
    'Of a document that is sent, or of a kept storyboard. What was paid for before costs nothing; a shot that no model would be asked for as it is says why in `problem`.',
  security: signedIn,
  request: { body: jsonBodyOf(estimateRequestSchema) },
  responses: { 200: json(estimateSchema, 'What it would cost'), ...problemAnswers },
});

export const estimateRender: Mount = (app, { models }) => {
  app.openapi(route, async (c) => {
    const workspace = c.get('workspace');
    const board = await boardOf(workspace, c.req.valid('json'));
    const asks = await asksOf(workspace, models, board);
    const fingerprints = asks.flatMap(({ plans }) => plans.map(({ fingerprint }) => fingerprint));
    const [found, standing] = await Promise.all([
      workspace.generations.found(fingerprints),
      workspace.budget.standing(),
    ]);
    return c.json(estimateBoard(asks, new Set(found.keys()), standing), 200);
  });
};

/** The board that is asked about. @throws {HttpProblem} where it is none of this workspace's */
async function boardOf(
  workspace: WorkspaceQueries,
  request: z.output<typeof estimateRequestSchema>,
): Promise<Storyboard> {
  if ('document' in request) return request.document;
  const { storyboardId, revision } = request;
  const document = await workspace.storyboards.document(storyboardId, revision);
  if (document) return document;
  const path = revision === undefined ? 'storyboardId' : 'revision';
  throw new HttpProblem(revision === undefined ? 'unknown_storyboard' : 'unknown_revision', {
    detail: 'There is no such storyboard, or no such revision of it, in this workspace.',
    errors: [{ path, message: 'unknown' }],
  });
}
