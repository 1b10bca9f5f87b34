import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Env } from './context.ts';
import { HttpProblem } from './problem.ts';

const withBody = ['POST', 'PUT', 'PATCH'];

/** JSON only, and not more of it than is allowed; uploads stream past this. */
export function jsonBody(maxSize: number) {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem('too_large', { detail: `A JSON body is at most ${maxSize} bytes.` });
    },
  });
  return createMiddleware<Env>(async (c, next) => {
    if (!withBody.includes(c.req.method) || isUpload(c.req.path)) return next();
    const type = c.req.header('Content-Type') ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type))
      throw new HttpProblem('unsupported_type', {
        detail: 'Send the body as JSON.',
        errors: [
          { path: 'Content-Type', message: type.slice(0, 100) || 'none', allowed: 'application/json' },
        ],
      });
    return limit(c, next);
  });
}

export const isUpload = (path: string): boolean =>
  /^\/v1\/stills\/[^/]+$/.test(path) && !path.endsWith('/missing');
