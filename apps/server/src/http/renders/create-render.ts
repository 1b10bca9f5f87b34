import { renderRequestSchema, renderSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idempotencyHeaders, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/renders',
  summary: 'Ask for a render; the same Idempotency-Key never makes two',
  security: signedIn,
  request: {
    headers: idempotencyHeaders,
    body: jsonBodyOf(renderRequestSchema),
  },
  responses: {
    201: json(renderSchema, 'Queued'),
    200: json(renderSchema, 'The render that this key made before'),
    ...problemAnswers,
  },
});

export const createRender: Mount = (app, { enqueue }) => {
  app.openapi(route, async (c) => {
    const { render, created } = await c.get('workspace').renders.create({
      ...c.req.valid('json'),
      key: c.req.valid('header')['idempotency-key'],
      userId: c.get('caller').user.id,
      enqueue,
    });
    c.get('logger').info({ render: render.id, created }, 'render asked for');
    return created ? c.json(render, 201) : c.json(render, 200);
  });
};
