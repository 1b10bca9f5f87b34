import type { Context } from 'hono';
import { callerOf, tokenOf } from '../core/authenticate.ts';
import type { Caller, Deps, Env } from '../core/context.ts';

/** Who is signed in in this browser, if anybody. */
export async function browserCaller(c: Context<Env>, deps: Deps): Promise<Caller | null> {
  const found = await tokenOf(c, deps);
  return found?.from === 'cookie' ? callerOf(deps.sql, found.token) : null;
}
