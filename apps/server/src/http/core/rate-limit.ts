import type { RateLimit, TakeAllowance } from '@animatic/db';
import { createMiddleware } from 'hono/factory';
import { clientAddress } from './address.ts';
import type { Deps, Env } from './context.ts';
import { HttpProblem } from './problem.ts';

/** @throws {HttpProblem} `rate_limited`, with the seconds until there is room again */
export async function allow(take: TakeAllowance, bucket: string, rule: RateLimit): Promise<void> {
  const answer = await take(bucket, rule);
  if (answer.allowed) return;
  throw new HttpProblem('rate_limited', {
    detail: `At most ${rule.limit} in ${rule.window} seconds. Try again in ${answer.retryAfter} s.`,
    headers: { 'Retry-After': String(answer.retryAfter) },
  });
}

/** For what needs no token: so many requests a minute by one address. */
export const limitByAddress = ({ config, takeAllowance }: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    await allow(takeAllowance, `ip:${clientAddress(c, config.trustProxy)}`, {
      limit: config.limits.requests,
      window: 60,
      chunk: 50,
    });
    await next();
  });
