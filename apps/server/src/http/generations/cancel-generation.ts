import { generationSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/generations/{id}',
  summary: 'Cancel a generation: at once while it waits, else where its vendor can; one that is over stays',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(generationSchema, 'The generation as it stands now'), ...problemAnswers },
});

export const cancelGeneration: Mount = (app) => {
  app.openapi(route, async (c) => {
    const generation = await c.get('workspace').generations.cancel(c.req.valid('param').id);
    if (!generation) throw notFound('generation');
    return c.json(generation, 200);
  });
};
