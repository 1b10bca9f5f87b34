import { finalRenderStates } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { idParams, problemAnswers, signedIn } from '../core/api.ts';
import { callerOf, tokenOf } from '../core/authenticate.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { wakeUps } from './wake-ups.ts';

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
    const { renders } = c.get('workspace');
    const { id } = c.req.valid('param');
    const wakes = wakeUps(deps.timing.reread);
    const stop = deps.changes.subscribe(id, wakes.wake);
    // Read after subscribing: no change falls between the two.
    const first = await renders.get(id).catch((error: unknown) => {
      stop();
      throw error;
    });
    if (!first) {
      stop();
      throw notFound('render');
    }
    const token = (await tokenOf(c, deps))?.token ?? '';
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const end = () => wakes.end();
      stream.onAbort(end);
      deps.closing.addEventListener('abort', end, { once: true });
      try {
        let sent = '';
        let saidAt = Date.now();
        for (let render: typeof first | null = first; render; render = await renders.get(id)) {
          const data = JSON.stringify(render);
          if (data !== sent) {
            await stream.writeSSE({ event: 'render', data });
            sent = data;
            saidAt = Date.now();
          } else if (Date.now() - saidAt >= deps.timing.heartbeat) {
            // A token that was revoked meanwhile gets no more.
            if (!(await callerOf(deps.sql, token))) break;
            await stream.write(': still here\n\n');
            saidAt = Date.now();
          }
          if (finalRenderStates.includes(render.state)) break;
          if (deps.closing.aborted || !(await wakes.next())) break;
        }
      } finally {
        stop();
        wakes.end();
        deps.closing.removeEventListener('abort', end);
      }
    });
  });
};
