import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/storyboards/{id}',
  summary: 'Delete a storyboard with its renders and takes; refused while one of them is behind a link',
  security: signedIn,
  request: { params: idParams },
  responses: { 204: { description: 'Deleted' }, ...problemAnswers },
});

export const deleteStoryboard: Mount = (app) => {
  app.openapi(route, async (c) => {
    if (!(await c.get('workspace').storyboards.delete(c.req.valid('param').id))) throw notFound('storyboard');
    return c.body(null, 204);
  });
};
