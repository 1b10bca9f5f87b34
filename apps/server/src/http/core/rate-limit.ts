import type { RateLimit, TakeAllowance } from '@animatic/db';
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
