import { settledGenerationStates } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { followSnapshots } from '../core/follow-snapshots.ts';
import { notFound } from '../core/problem.ts';
import { idsSchema } from './list-generations.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/generations/events',
  summary:
    'Generations as server-sent events: as they stand, then whenever one changed, until all are settled',
  description:
    "Each event's data is a list of all of them. Those that wait for a decision count as settled: follow them again after it. Read it with fetch: EventSource cannot send a token.",
  security: signedIn,
  request: { query: z.object({ ids: idsSchema }) },
  responses: {
    200: { content: { 'text/event-stream': { schema: { type: 'string' } } }, description: 'Generations' },
    ...problemAnswers,
  },
});

export const generationEvents: Mount = (app, deps) => {
  app.openapi(route, async (c) => {
    const { ids } = c.req.valid('query');
    const { generations } = c.get('workspace');
    return followSnapshots(c, deps, {
      event: 'generations',
      ids,
      async read() {
        const list = await generations.list({ ids });
        return list.length > 0 ? { generations: list } : null;
      },
      over: (snapshot) => snapshot.generations.every(({ state }) => settledGenerationStates.includes(state)),
      missing: () => notFound('generation'),
    });
  });
};
