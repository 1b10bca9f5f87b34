import { API_VERSION, aboutSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { SERVER_VERSION } from '../core/version.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/about',
  summary: 'Who answers here, and which version of the API',
  responses: { 200: json(aboutSchema, 'This server') },
});

export const about: Mount = (app) => {
  app.openapi(route, (c) =>
    c.json({ name: 'animatic' as const, version: SERVER_VERSION, apiVersion: API_VERSION }, 200),
  );
};
