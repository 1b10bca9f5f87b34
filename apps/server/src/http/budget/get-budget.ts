import { budgetSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/budget',
  summary: 'What the workspace may spend on models, US dollars; null is no limit',
  security: signedIn,
  responses: { 200: json(budgetSchema, 'The budget'), ...problemAnswers },
});

export const getBudget: Mount = (app) => {
  app.openapi(route, async (c) => c.json(await c.get('workspace').budget.get(), 200));
};
