import { generationSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/generations/{id}',
  summary: 'A generation as it stands',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(generationSchema, 'The generation'), ...problemAnswers },
});

export const getGeneration: Mount = (app) => {
  app.openapi(route, async (c) => {
    const generation = await c.get('workspace').generations.get(c.req.valid('param').id);
    if (!generation) throw notFound('generation');
    return c.json(generation, 200);
  });
};
