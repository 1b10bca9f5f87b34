import { batched, forWorkspace } from '@animatic/db';
import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { SESSION_SECONDS } from '../../auth/auth.ts';
import { clientAddress } from './address.ts';
import { isUpload } from './body.ts';
import type { Caller, Deps, Env } from './context.ts';
import { HttpProblem } from './problem.ts';
import { allow } from './rate-limit.ts';

interface SessionRow {
  token: string;
  id: string;
  kind: Caller['kind'];
  user_id: string;
  user_name: string;
  email: string;
  workspace_id: string;
  workspace_name: string;
  stale: boolean;
}

const readers = new WeakMap<Deps['sql'], (token: string) => Promise<Caller | null>>();

/**
 * Finds who a session token belongs to, and that they are still a member of its workspace; null otherwise. Every
 * request asks this, so those that arrive at the same moment share a query.
 */
export async function callerOf(sql: Deps['sql'], token: string): Promise<Caller | null> {
  if (token.length > 200) return null;
  let read = readers.get(sql);
  if (!read) {
    read = batched((tokens) => callersOf(sql, tokens));
    readers.set(sql, read);
  }
  return read(token);
}

async function callersOf(sql: Deps['sql'], tokens: string[]): Promise<Map<string, Caller>> {
  const rows = await sql<SessionRow[]>`
    select s.token, s.id, s.kind, u.id as user_id, u.name as user_name, u.email,
      o.id as workspace_id, o.name as workspace_name, s.updated_at < now() - interval '1 hour' as stale
    from session s
    join "user" u on u.id = s.user_id
    join member m on m.user_id = s.user_id and m.organization_id = s.active_organization_id
    join organization o on o.id = m.organization_id
    where s.token = any(${tokens}) and s.expires_at > now()`;
  const stale = rows.filter((row) => row.stale).map((row) => row.id);
  if (stale.length > 0)
    await sql`
      update session set updated_at = now(), expires_at = now() + make_interval(secs => ${SESSION_SECONDS})
      where id = any(${stale}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.token,
      {
        sessionId: row.id,
        kind: row.kind,
        user: { id: row.user_id, name: row.user_name, email: row.email },
        workspace: { id: row.workspace_id, name: row.workspace_name },
      },
    ]),
  );
}

export const sessionCookieName = (https: boolean): string =>
  `${https ? '__Secure-' : ''}animatic.session_token`;

/** The token that a request carries: a bearer's, or a signed cookie's. */
export async function tokenOf(
  c: Context<Env>,
  deps: Pick<Deps, 'secret' | 'config'>,
): Promise<{ token: string; from: 'bearer' | 'cookie' } | null> {
  const header = c.req.header('Authorization');
  if (header !== undefined) {
    const bearer = /^Bearer +([\w%+/=.-]+)$/i.exec(header)?.[1];
    return bearer ? { token: bearer.split('.')[0]!, from: 'bearer' } : null;
  }
  const name = sessionCookieName(deps.config.publicUrl.startsWith('https://'));
  const token = await getSignedCookie(c, deps.secret, name);
  return token ? { token, from: 'cookie' } : null;
}

/** Lets only those pass who are signed in; what follows sees their workspace and no other. */
export const authenticate = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const { limits } = deps.config;
    const found = await tokenOf(c, deps);
    const caller = found && (await callerOf(deps.sql, found.token));
    if (!caller) {
      await allow(deps.takeAllowance, `ip:${clientAddress(c, deps.config.trustProxy)}`, {
        limit: limits.requests,
        window: 60,
        chunk: 50,
      });
      throw new HttpProblem('signed_out', {
        detail: found ? 'The token ran out or was revoked. Sign in again.' : 'Sign in first.',
        headers: { 'WWW-Authenticate': 'Bearer' },
      });
    }
    if (found.from === 'cookie') refuseForgery(c);
    const upload = c.req.method === 'PUT' && isUpload(c.req.path);
    await allow(deps.takeAllowance, `${upload ? 'upload' : 'token'}:${caller.sessionId}`, {
      limit: upload ? limits.uploads : limits.requests,
      window: 60,
      chunk: 50,
    });
    c.set('caller', caller);
    c.set('workspace', forWorkspace(deps.db, caller.workspace.id));
    await next();
  });

/** A cookie comes along by itself, so a change made with one has to come from our own pages. */
export function refuseForgery(c: Context<Env>): void {
  if (['GET', 'HEAD'].includes(c.req.method)) return;
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const own = new URL(c.req.url).host;
  const host = c.req.header('Host') ?? own;
  if (site !== undefined ? site === 'same-origin' : origin === undefined || hostOf(origin) === host) return;
  throw new HttpProblem('forbidden', {
    detail: 'This can only be done from our own pages, or with a token.',
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
