import { previewCreateSchema, previewSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { previewAnswer } from './preview-answer.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/previews',
  summary: 'Publish a take behind a new link',
  security: signedIn,
  request: { body: jsonBodyOf(previewCreateSchema) },
  responses: { 201: json(previewSchema, 'Published as version 1'), ...problemAnswers },
});

export const createPreview: Mount = (app, { config }) => {
  app.openapi(route, async (c) => {
    const userId = c.get('caller').user.id;
    const made = await c.get('workspace').previews.create({ ...c.req.valid('json'), userId });
    return c.json(previewAnswer(made, config.publicUrl), 201);
  });
};
