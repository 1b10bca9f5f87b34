import { type Db, tables } from '@animatic/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Row } from './desk-context.ts';

const { generation } = tables;

/** What a look at a running generation needs of its row: a thousand of them are read every few seconds. */
const running = {
  id: generation.id,
  workspaceId: generation.workspaceId,
  engine: generation.engine,
  provider: generation.provider,
  model: generation.model,
  state: generation.state,
  progress: generation.progress,
  vendorId: generation.vendorId,
  operation: generation.operation,
  attempts: generation.attempts,
  polls: generation.polls,
  faults: generation.faults,
  cost: generation.cost,
  estimatedCost: generation.estimatedCost,
  cancelRequestedAt: generation.cancelRequestedAt,
  overdue: sql<boolean>`coalesce(${generation.deadlineAt} <= now(), false)`,
};
export type RunningRow = Pick<
  Row,
  | 'id'
  | 'workspaceId'
  | 'engine'
  | 'provider'
  | 'model'
  | 'state'
  | 'progress'
  | 'vendorId'
  | 'operation'
  | 'attempts'
  | 'polls'
  | 'faults'
  | 'cost'
  | 'estimatedCost'
  | 'cancelRequestedAt'
> & { overdue: boolean };

export interface Claim {
  workerId: string;
  leaseMs: number;
  limit: number;
  /** What this process has in hand already. */
  held: readonly string[];
}

/**
 * Takes rows that are due and in nobody's hands: running ones to be looked at, finished ones to be copied, and asked
 * ones of which nobody knows whether they were taken.
 */
export async function claimDue(
  db: Db,
  { workerId, leaseMs, limit, held }: Claim,
): Promise<{ running: RunningRow[]; others: Row[] }> {
  const due = db.$with('due').as(
    db
      .select({ id: generation.id })
      .from(generation)
      .where(
        and(
          inArray(generation.state, ['submitting', 'running', 'fetching']),
          sql`${generation.nextPollAt} <= now()`,
          sql`coalesce(${generation.leaseUntil}, now()) <= now()`,
          held.length > 0
            ? sql`${generation.id} <> all(${sql.param(`{${held.join(',')}}`)}::uuid[])`
            : undefined,
        ),
      )
      .orderBy(generation.nextPollAt)
      .limit(limit)
      .for('update', { skipLocked: true }),
  );
  const rows = await db
    .with(due)
    .update(generation)
    .set({ workerId, leaseUntil: sql`now() + ${leaseMs} * interval '1 millisecond'` })
    .from(due)
    .where(eq(generation.id, due.id))
    .returning(running);
  const others = rows.filter(({ state }) => state !== 'running').map(({ id }) => id);
  return {
    running: rows.filter(({ state }) => state === 'running'),
    others:
      others.length === 0 ? [] : await db.select().from(generation).where(inArray(generation.id, others)),
  };
}

/**
 * Says for all that is in hand that the worker lives.
 *
 * @returns whose lease is longer now
 */
export async function renewLeases(
  db: Db,
  workerId: string,
  leaseMs: number,
  held: readonly string[],
): Promise<Set<string>> {
  if (held.length === 0) return new Set();
  const rows = await db.$client<{ id: string }[]>`
    with ours as (
      select id from generation
      where worker_id = ${workerId} and id = any(${[...held]}::uuid[])
        and state in ('submitting', 'running', 'fetching')
      -- Whoever has one locked is writing where it goes: waiting for it while holding others would end in a deadlock.
      for update skip locked
    )
    update generation g set lease_until = now() + ${leaseMs} * interval '1 millisecond'
    from ours where g.id = ours.id
    returning g.id`;
  return new Set(rows.map(({ id }) => id));
}
