import { previewSchema, versionCreateSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { previewAnswer } from './preview-answer.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/previews/{id}/versions',
  summary: 'Publish a take as the next version behind the same link',
  description: 'A take that is the newest version already is not published again.',
  security: signedIn,
  request: { params: idParams, body: jsonBodyOf(versionCreateSchema) },
  responses: { 201: json(previewSchema, 'Published'), ...problemAnswers },
});

export const publishVersion: Mount = (app, { config }) => {
  app.openapi(route, async (c) => {
    const preview = await c.get('workspace').previews.publish(c.req.valid('param').id, {
      takeId: c.req.valid('json').takeId,
      userId: c.get('caller').user.id,
    });
    if (!preview) throw notFound('preview');
    return c.json(previewAnswer(preview, config.publicUrl), 201);
  });
};
