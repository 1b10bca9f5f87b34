import { renderSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/renders/{id}/retry',
  summary: 'Ask again for the shots that failed, and for no other; what is finished is found',
  description: 'Refused with 409 where nothing failed, with 422 where it would pass the budget.',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(renderSchema, 'The render, under way again'), ...problemAnswers },
});

export const retryRender: Mount = (app, { enqueue }) => {
  app.openapi(route, async (c) => {
    const render = await c.get('workspace').renders.retry(c.req.valid('param').id, { enqueue });
    if (!render) throw notFound('render');
    c.get('logger').info({ render: render.id }, 'render asked for again');
    return c.json(render, 200);
  });
};
