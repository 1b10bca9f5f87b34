import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { sessionsOf } from './sessions.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/tokens/{id}',
  summary: 'Revoke a token; it is refused from the next request on',
  security: signedIn,
  request: { params: idParams },
  responses: { 204: { description: 'Revoked' }, ...problemAnswers },
});

export const revokeToken: Mount = (app, { db }) => {
  app.openapi(route, async (c) => {
    if (!(await sessionsOf(db, c.get('caller')).revoke(c.req.valid('param').id))) throw notFound('token');
    return c.body(null, 204);
  });
};
