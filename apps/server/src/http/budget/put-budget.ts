import { budgetSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'put',
  path: '/v1/budget',
  summary: 'Set what the workspace may spend on models a month and a render; what is under way goes on',
  security: signedIn,
  request: { body: jsonBodyOf(budgetSchema) },
  responses: { 200: json(budgetSchema, 'The budget from now on'), ...problemAnswers },
});

export const putBudget: Mount = (app) => {
  app.openapi(route, async (c) => c.json(await c.get('workspace').budget.set(c.req.valid('json')), 200));
};
