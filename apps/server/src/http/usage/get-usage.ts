import { dateSchema, usageSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/usage',
  summary: 'What was spent, by kind and by model; this month (UTC) without dates',
  security: signedIn,
  request: {
    query: z.object({
      from: dateSchema.optional(),
      /** What was spent before this moment; now without it. */
      to: dateSchema.optional(),
    }),
  },
  responses: { 200: json(usageSchema, 'What was spent'), ...problemAnswers },
});

export const getUsage: Mount = (app) => {
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const to = query.to ? new Date(query.to) : new Date();
    const from = query.from ? new Date(query.from) : monthOf(to);
    if (from > to)
      throw new HttpProblem('invalid_input', {
        detail: 'The period ends before it begins.',
        errors: [{ path: 'from', message: 'after `to`', allowed: `at most ${to.toISOString()}` }],
      });
    return c.json(await c.get('workspace').usage.read(from, to), 200);
  });
};

/** The first moment of a date's month, UTC. */
export const monthOf = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
