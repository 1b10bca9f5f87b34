import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/styles/{id}',
  summary: 'Delete a look; what was made with it stays',
  security: signedIn,
  request: { params: idParams },
  responses: { 204: { description: 'Deleted' }, ...problemAnswers },
});

export const deleteStyle: Mount = (app) => {
  app.openapi(route, async (c) => {
    if (!(await c.get('workspace').styles.delete(c.req.valid('param').id))) throw notFound('style');
    return c.body(null, 204);
  });
};
