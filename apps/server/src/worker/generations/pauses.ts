import type { Db, Tx } from '@animatic/db';
import { sql } from 'drizzle-orm';

const bucket = (provider: string) => `pause:${provider}`;

/** Holds back every process's calls to a provider that said when to come back. A longer pause is not shortened. */
export async function pauseProvider(db: Db, provider: string, milliseconds: number): Promise<void> {
  await db.execute(sql`
    insert into rate_limit (bucket, taken, resets_at)
    values (${bucket(provider)}, 1, now() + ${milliseconds} * interval '1 millisecond')
    on conflict (bucket) do update set resets_at = greatest(rate_limit.resets_at, excluded.resets_at)`);
}

/** Whether a provider is to be left alone now. */
export async function isPaused(tx: Tx, provider: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from rate_limit where bucket = ${bucket(provider)} and resets_at > now()`,
  );
  return rows.length > 0;
}
