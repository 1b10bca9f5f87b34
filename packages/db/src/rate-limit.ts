import type { Sql } from './connect.ts';

export interface RateLimit {
  /** How many in a window. */
  limit: number;
  /** Seconds. */
  window: number;
  /**
   * How many a process takes out of the database at once, so that a busy client does not cost a write a request.
   * 1 counts exactly.
   */
  chunk?: number;
}

export type Allowance = { allowed: true } | { allowed: false; retryAfter: number };

export type TakeAllowance = (bucket: string, rule: RateLimit) => Promise<Allowance>;

interface Purse {
  left: number;
  /** Milliseconds since 1970, by this process's clock. */
  until: number;
}

const MAX_PURSES = 10_000;

/**
 * Counts requests by bucket in fixed windows in the database, for all processes together.
 *
 * @example const take = rateLimiter(sql); const answer = await take(`ip:${ip}`, { limit: 10, window: 60 });
 */
export function rateLimiter(sql: Sql): TakeAllowance {
  const purses = new Map<string, Purse>();
  return async (bucket, { limit, window, chunk = 1 }) => {
    const purse = purses.get(bucket);
    if (purse && purse.until > Date.now() && purse.left > 0) {
      purse.left -= 1;
      return { allowed: true };
    }
    const wanted = Math.min(chunk, limit);
    const [row] = await sql<{ taken: number; seconds: number }[]>`
      insert into rate_limit as r (bucket, taken, resets_at)
      values (${bucket}, ${wanted}, now() + make_interval(secs => ${window}))
      on conflict (bucket) do update set
        taken = case when r.resets_at <= now() then excluded.taken else least(r.taken + excluded.taken, 1000000000) end,
        resets_at = case when r.resets_at <= now() then excluded.resets_at else r.resets_at end
      returning taken, extract(epoch from resets_at - now())::float8 as seconds`;
    const { taken, seconds } = row!;
    const got = Math.min(wanted, limit - (taken - wanted));
    if (got < 1) return { allowed: false, retryAfter: Math.max(1, Math.ceil(seconds)) };
    if (purses.size >= MAX_PURSES) purses.clear();
    if (got > 1) purses.set(bucket, { left: got - 1, until: Date.now() + seconds * 1000 });
    else purses.delete(bucket);
    return { allowed: true };
  };
}
