import { previewListSchema, textSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { previewAnswer } from './preview-answer.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/previews',
  summary: 'Previews, newest first',
  security: signedIn,
  request: { query: z.object({ source: textSchema(200).optional() }) },
  responses: { 200: json(previewListSchema, 'Previews'), ...problemAnswers },
});

export const listPreviews: Mount = (app, { config }) => {
  app.openapi(route, async (c) => {
    const previews = await c.get('workspace').previews.list(c.req.valid('query'));
    return c.json({ previews: previews.map((preview) => previewAnswer(preview, config.publicUrl)) }, 200);
  });
};
