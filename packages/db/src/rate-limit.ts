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

/** What this process may still hand out of a bucket, or how long it may not. */
interface Purse {
  left: number;
  /** Milliseconds since 1970, by this process's clock. */
  until: number;
  /** The window's limit is spent, by whomever: nothing is asked of the database until it is over. */
  spent: boolean;
  refill: Promise<void> | undefined;
}

const MAX_PURSES = 10_000;

/**
 * Counts requests by bucket in fixed windows in the database, for all processes together.
 *
 * @example const take = rateLimiter(sql); const answer = await take(`ip:${ip}`, { limit: 10, window: 60 });
 */
export function rateLimiter(sql: Sql): TakeAllowance {
  const purses = new Map<string, Purse>();

  async function refill(bucket: string, purse: Purse, { limit, window, chunk = 1 }: RateLimit) {
    const wanted = Math.min(chunk, limit);
    const [row] = await sql<{ taken: number; seconds: number }[]>`
      insert into rate_limit as r (bucket, taken, resets_at)
      values (${bucket}, ${wanted}, now() + make_interval(secs => ${window}))
      on conflict (bucket) do update set
        taken = case when r.resets_at <= now() then excluded.taken else least(r.taken + excluded.taken, 1000000000) end,
        resets_at = case when r.resets_at <= now() then excluded.resets_at else r.resets_at end
      returning taken, extract(epoch from resets_at - now())::float8 as seconds`;
    const { taken, seconds } = row!;
    const got = Math.max(0, Math.min(wanted, limit - (taken - wanted)));
    purse.left = (purse.until > Date.now() ? purse.left : 0) + got;
    purse.until = Date.now() + seconds * 1000;
    purse.spent = got < wanted;
  }

  function startRefill(bucket: string, purse: Purse, rule: RateLimit): Promise<void> {
    purse.refill ??= refill(bucket, purse, rule).finally(() => {
      purse.refill = undefined;
    });
    return purse.refill;
  }

  return async (bucket, rule) => {
    let purse = purses.get(bucket);
    if (!purse) {
      if (purses.size >= MAX_PURSES) purses.clear();
      purse = { left: 0, until: 0, spent: false, refill: undefined };
      purses.set(bucket, purse);
    }
    for (;;) {
      const now = Date.now();
      const current = purse.until > now;
      if (current && purse.left > 0) {
        purse.left -= 1;
        // Ahead of time, so that nobody waits for it; should it fail, whoever finds the purse empty is told.
        if (!purse.spent && purse.left < (rule.chunk ?? 1) / 2 && rule.chunk)
          startRefill(bucket, purse, rule).catch(() => {});
        return { allowed: true };
      }
      if (current && purse.spent)
        return { allowed: false, retryAfter: Math.max(1, Math.ceil((purse.until - now) / 1000)) };
      await startRefill(bucket, purse, rule);
    }
  };
}
