import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/previews/{id}',
  summary: 'Delete a preview and its link; its takes stay',
  security: signedIn,
  request: { params: idParams },
  responses: { 204: { description: 'Deleted' }, ...problemAnswers },
});

export const deletePreview: Mount = (app) => {
  app.openapi(route, async (c) => {
    if (!(await c.get('workspace').previews.delete(c.req.valid('param').id))) throw notFound('preview');
    return c.body(null, 204);
  });
};
