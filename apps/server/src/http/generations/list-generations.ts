import { generationListSchema, idSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';

/** As many as one query reads. */
const MAX_IDS = 200;

/** `id,id,…` */
export const idsSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(idSchema).min(1).max(MAX_IDS));

const route = createRoute({
  method: 'get',
  path: '/v1/generations',
  summary: 'Generations by their ids, or those that were made for a shot, newest first',
  security: signedIn,
  request: {
    query: z.object({
      /** Separated by commas; those that are not there are left out. */
      ids: idsSchema.optional(),
      /** The shot's id in its board. */
      shot: z.string().min(1).max(64).optional(),
    }),
  },
  responses: { 200: json(generationListSchema, 'The generations'), ...problemAnswers },
});

export const listGenerations: Mount = (app) => {
  app.openapi(route, async (c) => {
    const { ids, shot } = c.req.valid('query');
    if ((ids === undefined) === (shot === undefined))
      throw new HttpProblem('invalid_input', {
        detail: 'Say which generations: by `ids`, or by `shot`.',
        errors: [{ path: 'ids', message: 'exactly one of both', allowed: 'ids=…,… or shot=…' }],
      });
    const generations = await c.get('workspace').generations.list(ids ? { ids } : { shot: shot ?? '' });
    return c.json({ generations }, 200);
  });
};
