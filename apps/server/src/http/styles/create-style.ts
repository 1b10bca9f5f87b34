import { styleInputSchema, styleSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/styles',
  summary: 'Keep a named look: words, reference stills, a seed',
  security: signedIn,
  request: { body: jsonBodyOf(styleInputSchema) },
  responses: { 201: json(styleSchema, 'Kept'), ...problemAnswers },
});

export const createStyle: Mount = (app) => {
  app.openapi(route, async (c) => c.json(await c.get('workspace').styles.create(c.req.valid('json')), 201));
};
