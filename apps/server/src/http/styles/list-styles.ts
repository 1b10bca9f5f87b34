import { styleListSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/styles',
  summary: 'The looks of the workspace, by name',
  security: signedIn,
  responses: { 200: json(styleListSchema, 'The looks'), ...problemAnswers },
});

export const listStyles: Mount = (app) => {
  app.openapi(route, async (c) => c.json({ styles: await c.get('workspace').styles.list() }, 200));
};
