import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';

/** Milliseconds that the database has to answer. */
const PATIENCE = 2000;

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process is there',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'It is') },
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether it can do its work',
  responses: {
    200: json(z.object({ status: z.literal('ready') }), 'It can'),
    503: { ...problemAnswers.default, description: 'The database does not answer' },
    ...problemAnswers,
  },
});

export const health: Mount = (app, { sql, logger }) => {
  app.openapi(alive, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(ready, async (c) => {
    try {
      await Promise.race([sql`select 1`, late()]);
    } catch (error) {
      logger.warn({ err: error }, 'not ready');
      throw new HttpProblem('not_ready', { detail: 'The database does not answer.' });
    }
    return c.json({ status: 'ready' as const }, 200);
  });
};

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE).unref();
  });
