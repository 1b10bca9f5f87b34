import { API_VERSION, API_VERSION_HEADER } from '@animatic/schema';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from './context.ts';
import { loggable } from './loggable.ts';
import { HttpProblem } from './problem.ts';
import { toProblem } from './to-problem.ts';

/** Answers with problem details, whatever was thrown. */
export function answerProblem(error: unknown, c: Context<Env>): Response {
  const problem = toProblem(error);
  const logger = c.get('logger');
  if (problem.status >= 500) logger?.error({ err: loggable(error), code: problem.code }, 'request failed');
  else logger?.debug({ code: problem.code, errors: problem.details.errors }, 'request refused');
  for (const [name, value] of Object.entries(problem.details.headers ?? {})) c.header(name, value);
  c.header('Content-Type', 'application/problem+json');
  c.header('Cache-Control', 'no-store');
  c.header(API_VERSION_HEADER, String(API_VERSION));
  return c.body(JSON.stringify(problem.body(c.get('requestId'))), problem.status as ContentfulStatusCode);
}

export function answerUnknownRoute(c: Context<Env>): Response {
  return answerProblem(
    new HttpProblem('no_such_route', {
      detail: `There is nothing at ${c.req.method} ${c.req.path.slice(0, 200)}. /openapi.json lists what there is.`,
    }),
    c,
  );
}
