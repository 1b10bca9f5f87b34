import { previewSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { previewAnswer } from './preview-answer.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/previews/{id}',
  summary: 'A preview with its link and versions',
  security: signedIn,
  request: { params: idParams },
  responses: { 200: json(previewSchema, 'The preview'), ...problemAnswers },
});

export const getPreview: Mount = (app, { config }) => {
  app.openapi(route, async (c) => {
    const preview = await c.get('workspace').previews.get(c.req.valid('param').id);
    if (!preview) throw notFound('preview');
    return c.json(previewAnswer(preview, config.publicUrl), 200);
  });
};
