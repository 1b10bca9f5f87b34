import { modelListSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/models',
  summary: 'What can be asked, what it takes and costs, and what those that are off want',
  description:
    'A model that is not available says in `why` what would make it so. With `pretend`, a stand-in makes clips up and nothing costs anything.',
  security: signedIn,
  responses: { 200: json(modelListSchema, 'The models and the director'), ...problemAnswers },
});

export const listModels: Mount = (app, { models }) => {
  app.openapi(route, (c) => c.json(models.list(), 200));
};
