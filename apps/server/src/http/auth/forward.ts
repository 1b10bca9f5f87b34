import type { Context } from 'hono';
import type { Deps, Env } from '../core/context.ts';

/**
 * Hands a request to better-auth. With `bare` it goes without cookies and origin: what a plugin's null-origin window
 * asks has nothing to do with who is signed in in this browser.
 */
export async function forward(
  c: Context<Env>,
  { auth }: Pick<Deps, 'auth'>,
  { bare }: { bare: boolean },
): Promise<Response> {
  if (!bare) return auth.handler(c.req.raw);
  const headers = new Headers({ 'Content-Type': c.req.header('Content-Type') ?? 'application/json' });
  const agent = c.req.header('User-Agent');
  if (agent) headers.set('User-Agent', agent.slice(0, 300));
  const body = await c.req.text();
  return auth.handler(new Request(c.req.url, { method: 'POST', headers, body }));
}
