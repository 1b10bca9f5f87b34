import { renderSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/renders/{id}',
  summary: 'A render as it stands',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(renderSchema, 'The render'), ...problemAnswers },
});

export const getRender: Mount = (app) => {
  app.openapi(route, async (c) => {
    const render = await c.get('workspace').renders.get(c.req.valid('param').id);
    if (!render) throw notFound('render');
    return c.json(render, 200);
  });
};
