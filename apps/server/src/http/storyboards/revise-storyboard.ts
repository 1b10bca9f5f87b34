import { storyboardRecordSchema, storyboardUpdateSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'put',
  path: '/v1/storyboards/{id}',
  summary: 'Keep a new revision; refused with 409 when it is based on an older one',
  security: signedIn,
  request: { params: idParams, body: jsonBodyOf(storyboardUpdateSchema) },
  responses: { 200: json(storyboardRecordSchema, 'Kept'), ...problemAnswers },
});

export const reviseStoryboard: Mount = (app) => {
  app.openapi(route, async (c) => {
    const { storyboards } = c.get('workspace');
    const board = await storyboards.revise(c.req.valid('param').id, c.req.valid('json'));
    if (!board) throw notFound('storyboard');
    return c.json(board, 200);
  });
};
