import { generationSchema, reviewRequestSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/generations/{id}/review',
  summary: 'A person’s word on a generation that may have been made and paid for',
  description:
    '`made` takes it, by the vendor’s id where that is known; `again` asks once more, which costs what `review.again` says. Refused with 409 where nobody has to decide.',
  security: signedIn,
  request: { params: idParams, body: jsonBodyOf(reviewRequestSchema) },
  responses: { 200: json(generationSchema, 'The generation as it stands now'), ...problemAnswers },
});

export const reviewGeneration: Mount = (app, { enqueue }) => {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const generation = await c.get('workspace').generations.review(id, c.req.valid('json'), { enqueue });
    if (!generation) throw notFound('generation');
    c.get('logger').info({ generation: id, decision: c.req.valid('json').decision }, 'reviewed');
    return c.json(generation, 200);
  });
};
