import { storyboardCreateSchema, storyboardRecordSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/storyboards',
  summary: 'Keep a storyboard whose stills are all there',
  security: signedIn,
  request: { body: jsonBodyOf(storyboardCreateSchema) },
  responses: { 201: json(storyboardRecordSchema, 'Kept as revision 1'), ...problemAnswers },
});

export const createStoryboard: Mount = (app) => {
  app.openapi(route, async (c) => {
    const { document, source } = c.req.valid('json');
    const userId = c.get('caller').user.id;
    return c.json(await c.get('workspace').storyboards.create({ document, source, userId }), 201);
  });
};
