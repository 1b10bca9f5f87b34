import { generationSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/generations/{id}/retry',
  summary: 'Ask again for one that failed or was cancelled',
  description:
    'Gives the generation that is asked in its place; renders that wait for the failed one go on with it. Refused with 409 where it did not fail, with 422 where it would pass the budget.',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(generationSchema, 'The generation that is asked now'), ...problemAnswers },
});

export const retryGeneration: Mount = (app, { enqueue }) => {
  app.openapi(route, async (c) => {
    const generation = await c.get('workspace').generations.retry(c.req.valid('param').id, { enqueue });
    if (!generation) throw notFound('generation');
    return c.json(generation, 200);
  });
};
