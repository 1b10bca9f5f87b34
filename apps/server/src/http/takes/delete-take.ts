import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/takes/{id}',
  summary: 'Delete a take that is behind no link',
  security: signedIn,
  request: { params: idParams },
  responses: { 204: { description: 'Deleted' }, ...problemAnswers },
});

export const deleteTake: Mount = (app) => {
  app.openapi(route, async (c) => {
    if (!(await c.get('workspace').takes.delete(c.req.valid('param').id))) throw notFound('take');
    return c.body(null, 204);
  });
};
