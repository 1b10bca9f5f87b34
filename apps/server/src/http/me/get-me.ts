import { meSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Who is signed in, and in which workspace',
  security: signedIn,
  responses: { 200: json(meSchema, 'The user and the workspace'), ...problemAnswers },
});

export const getMe: Mount = (app) => {
  app.openapi(route, (c) => {
    const { user, workspace } = c.get('caller');
    return c.json({ user, workspace }, 200);
  });
};
