import { stylePatchSchema, styleSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'patch',
  path: '/v1/styles/{id}',
  summary: 'Change a look; what was made with it stays as it is',
  security: signedIn,
  request: { params: idParams, body: jsonBodyOf(stylePatchSchema) },
  responses: { 200: json(styleSchema, 'Changed'), ...problemAnswers },
});

export const patchStyle: Mount = (app) => {
  app.openapi(route, async (c) => {
    const style = await c.get('workspace').styles.update(c.req.valid('param').id, c.req.valid('json'));
    if (!style) throw notFound('style');
    return c.json(style, 200);
  });
};
