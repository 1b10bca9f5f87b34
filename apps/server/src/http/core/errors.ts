import { API_VERSION, API_VERSION_HEADER } from '@animatic/schema';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { notice } from '../../pages/index.ts';
import type { Env } from './context.ts';
import { loggable } from './loggable.ts';
import { HttpProblem, problems } from './problem.ts';
import { toProblem } from './to-problem.ts';

/** Answers with problem details, whatever was thrown. */
export function answerProblem(error: unknown, c: Context<Env>): Response | Promise<Response> {
  const problem = toProblem(error);
  const logger = c.get('logger');
  if (problem.status >= 500) logger?.error({ err: loggable(error), code: problem.code }, 'request failed');
  else logger?.debug({ code: problem.code, errors: problem.details.errors }, 'request refused');
  for (const [name, value] of Object.entries(problem.details.headers ?? {})) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  const status = problem.status as ContentfulStatusCode;
  if (isForAPerson(c)) return c.html(notice(problems[problem.code][1], problem.details.detail ?? ''), status);
  c.header('Content-Type', 'application/problem+json');
  c.header(API_VERSION_HEADER, String(API_VERSION));
  return c.body(JSON.stringify(problem.body(c.get('requestId'))), status);
}

/** A browser that goes to a page reads words, not JSON. */
function isForAPerson(c: Context<Env>): boolean {
  return !c.req.path.startsWith('/v1/') && (c.req.header('Accept') ?? '').includes('text/html');
}

export function answerUnknownRoute(c: Context<Env>): Response | Promise<Response> {
  return answerProblem(
    new HttpProblem('no_such_route', {
      detail: `There is nothing at ${c.req.method} ${c.req.path.slice(0, 200)}. /openapi.json lists what there is.`,
    }),
    c,
  );
}
