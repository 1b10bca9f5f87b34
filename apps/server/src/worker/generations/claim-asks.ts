import { type Db, newId, tables } from '@animatic/db';
import type { Provider } from '@animatic/engines';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Row } from './desk-context.ts';
import { isPaused } from './pauses.ts';

const { generation, generationCall } = tables;

/** Providers that something waits for. */
export async function providersWanted(db: Db): Promise<string[]> {
  const rows = await db.$client<{ provider: string }[]>`
    select distinct provider from generation where state = 'queued' and next_poll_at <= now()`;
  return rows.map(({ provider }) => provider);
}

/** What the claim goes by. */
export type AskedProvider = Pick<Provider, 'id' | 'limits' | 'timeoutSeconds'>;

export interface AskClaim {
  workerId: string;
  leaseMs: number;
  /** How many this process can make now. */
  free: number;
  perWorkspace: number;
}

/**
 * Takes what may be asked of a provider now, under a lock that all processes share, so that its limits are kept to the
 * letter: so many under way, so many calls in any minute, so many under way of one workspace, and never two at a time
 * that a list could not tell apart. Whoever has the fewest under way comes first, then the oldest.
 *
 * What is returned is committed as `submitting`: the calls are for the caller to make.
 */
export async function claimAsks(db: Db, provider: AskedProvider, claim: AskClaim): Promise<Row[]> {
  if (claim.free <= 0) return [];
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`animatic generation ${provider.id}`}, 0))`,
    );
    if (await isPaused(tx, provider.id)) return [];
    const { concurrent, perMinute } = provider.limits;
    const [counted] = await tx.execute<{ under_way: number; calls: number }>(sql`
      select
        (select count(*)::int from generation
          where provider = ${provider.id} and state in ('submitting', 'running')) as under_way,
        (select count(*)::int from generation_call
          where provider = ${provider.id} and created_at > now() - interval '60 seconds') as calls`);
    const slots = Math.min(
      claim.free,
      concurrent - (counted?.under_way ?? 0),
      perMinute - (counted?.calls ?? 0),
    );
    if (slots <= 0) return [];
    const waiting = await tx.execute<{ id: string; ask_key: string }>(sql`
      with under_way as (
        select workspace_id, count(*)::int as n from generation
        where provider = ${provider.id} and state in ('submitting', 'running') group by workspace_id
      ), first as (
        select distinct on (g.workspace_id, g.ask_key) g.id, g.workspace_id, g.ask_key, g.created_at
        from generation g
        where g.provider = ${provider.id} and g.state = 'queued' and g.next_poll_at <= now()
          and (g.depends_on is null or exists (
            select from generation p where p.id = g.depends_on and p.state = 'done'))
          and not exists (select from generation s where s.ask_key = g.ask_key and s.state = 'submitting')
        order by g.workspace_id, g.ask_key, g.created_at, g.id
      ), turns as (
        select f.*, coalesce(u.n, 0)
          + row_number() over (partition by f.workspace_id order by f.created_at, f.id) as turn
        from first f left join under_way u on u.workspace_id = f.workspace_id
      )
      select id, ask_key from turns where turn <= ${claim.perWorkspace}
      order by turn, created_at, id limit ${slots * 4 + 32}`);
    const chosen: string[] = [];
    const keys = new Set<string>();
    for (const { id, ask_key: key } of waiting) {
      if (chosen.length >= slots) break;
      if (keys.has(key)) continue;
      keys.add(key);
      chosen.push(id);
    }
    if (chosen.length === 0) return [];
    const rows = await tx
      .update(generation)
      .set({
        state: 'submitting',
        stage: 'Asking the model',
        workerId: claim.workerId,
        leaseUntil: sql`now() + ${claim.leaseMs} * interval '1 millisecond'`,
        attempts: sql`${generation.attempts} + 1`,
        // Until it is there again nothing was sent.
        request: null,
        vendorId: null,
        operation: null,
        matches: 0,
        polls: 0,
        submittedAt: sql`now()`,
        deadlineAt: sql`now() + ${provider.timeoutSeconds} * interval '1 second'`,
      })
      .where(
        and(
          inArray(generation.id, chosen),
          eq(generation.state, 'queued'),
          isNull(generation.cancelRequestedAt),
        ),
      )
      .returning();
    if (rows.length > 0)
      await tx.insert(generationCall).values(
        rows.map((row) => ({
          id: newId(),
          workspaceId: row.workspaceId,
          provider: provider.id,
          generationId: row.id,
        })),
      );
    return rows;
  });
}
