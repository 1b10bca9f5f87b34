import { API_VERSION, API_VERSION_HEADER } from '@animatic/schema';
import { createMiddleware } from 'hono/factory';
import type { Env } from './context.ts';
import { HttpProblem } from './problem.ts';

/** Says our version on every answer and refuses those who speak another one, so that skew is never silent. */
export const apiVersion = createMiddleware<Env>(async (c, next) => {
  c.header(API_VERSION_HEADER, String(API_VERSION));
  const theirs = c.req.header(API_VERSION_HEADER);
  if (theirs !== undefined && theirs !== String(API_VERSION)) {
    const newer = Number(theirs) > API_VERSION;
    throw new HttpProblem(newer ? 'server_outdated' : 'plugin_outdated', {
      detail: newer
        ? `The plugin speaks version ${theirs.slice(0, 20)}, this server version ${API_VERSION}. Update the server.`
        : `The plugin speaks version ${theirs.slice(0, 20)}, this server version ${API_VERSION}. Update the plugin.`,
    });
  }
  await next();
});
