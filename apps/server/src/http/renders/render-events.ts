import { finalRenderStates } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { followSnapshots } from '../core/follow-snapshots.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/renders/{id}/events',
  summary: 'A render as server-sent events: as it stands, then whenever it changed, until it is over',
  description: "Each event's data is a render. Read it with fetch: EventSource cannot send a token.",
  security: signedIn,
  request: { params: idParams },
  responses: {
    200: { content: { 'text/event-stream': { schema: { type: 'string' } } }, description: 'Renders' },
    ...problemAnswers,
  },
});

export const renderEvents: Mount = (app, deps) => {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const { renders } = c.get('workspace');
    return followSnapshots(c, deps, {
      event: 'render',
      ids: [id],
      read: () => renders.get(id),
      over: ({ state }) => finalRenderStates.includes(state),
      missing: () => notFound('render'),
    });
  });
};
