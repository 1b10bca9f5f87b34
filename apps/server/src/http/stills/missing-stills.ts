import { BLANK_STILL, missingStillsRequestSchema, missingStillsSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/stills/missing',
  summary: 'Which of these stills the workspace does not have',
  security: signedIn,
  request: { body: jsonBodyOf(missingStillsRequestSchema) },
  responses: { 200: json(missingStillsSchema, 'The hashes to send'), ...problemAnswers },
});

export const missingStills: Mount = (app) => {
  app.openapi(route, async (c) => {
    // The blank one is everywhere.
    const hashes = c.req.valid('json').hashes.filter((hash) => hash !== BLANK_STILL.hash);
    const missing = await c.get('workspace').stills.missing(hashes);
    return c.json({ missing }, 200);
  });
};
