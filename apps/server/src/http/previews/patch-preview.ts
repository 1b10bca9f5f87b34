import { previewPatchSchema, previewSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { previewAnswer } from './preview-answer.ts';

const route = createRoute({
  method: 'patch',
  path: '/v1/previews/{id}',
  summary: 'Rename a preview, end its link or open it again, let it expire',
  security: signedIn,
  request: { params: idParams, body: jsonBodyOf(previewPatchSchema) },
  responses: { 200: json(previewSchema, 'The preview'), ...problemAnswers },
});

export const patchPreview: Mount = (app, { config }) => {
  app.openapi(route, async (c) => {
    const { previews } = c.get('workspace');
    const preview = await previews.patch(c.req.valid('param').id, c.req.valid('json'));
    if (!preview) throw notFound('preview');
    return c.json(previewAnswer(preview, config.publicUrl), 200);
  });
};
