import { newId } from '@animatic/db';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from './context.ts';

/** Gives each request an id and a logger that carries it, and writes one line when it is answered. */
export const requestLog = (logger: Logger) =>
  createMiddleware<Env>(async (c, next) => {
    const requestId = newId();
    const child = logger.child({ requestId });
    c.set('requestId', requestId);
    c.set('logger', child);
    c.header('X-Request-Id', requestId);
    const start = performance.now();
    await next();
    const { status } = c.res;
    // Panels read again and again: what only read, and worked, is detail.
    const detail = status < 400 && ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    // The route's pattern, not the address: a slug and a one-time token are secrets.
    child[status >= 500 ? 'error' : detail ? 'debug' : 'info'](
      {
        method: c.req.method,
        route: routePath(c, -1),
        status,
        ms: Math.round((performance.now() - start) * 10) / 10,
        ...(renderOf(c.req.path) ? { render: renderOf(c.req.path) } : {}),
        ...(c.get('caller') ? { workspace: c.get('caller').workspace.id } : {}),
      },
      'request',
    );
  });

/** The render that a request is about, so that its log lines are found beside the worker's. */
function renderOf(path: string): string | undefined {
  return /^\/v1\/renders\/([0-9a-f-]{36})(\/|$)/i.exec(path)?.[1];
}
