import type { GenerationState } from '@animatic/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { generation } from '../schema/index.ts';

const underWay: GenerationState[] = ['queued', 'submitting', 'running', 'fetching'];

/**
 * Lets go of generations that nobody waits for: at once what was not asked for yet; what was is for the worker to stop,
 * where the vendor can. What a living render or a generation under way waits for goes on. What is in doubt stays so:
 * it may have been paid for.
 *
 * @returns those that ended at once
 */
export async function letGoOfGenerations(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: generation.id, state: generation.state })
    .from(generation)
    .where(
      and(
        eq(generation.workspaceId, workspaceId),
        inArray(generation.id, [...ids]),
        inArray(generation.state, underWay),
      ),
    )
    .orderBy(generation.id)
    .for('update');
  if (rows.length === 0) return [];
  const wanted = await wantedOf(
    tx,
    rows.map(({ id }) => id),
  );
  const free = rows.filter(({ id }) => !wanted.has(id));
  const idsWhere = (queued: boolean) =>
    free.filter(({ state }) => (state === 'queued') === queued).map(({ id }) => id);
  await endQueued(tx, idsWhere(true));
  const asked = idsWhere(false);
  if (asked.length > 0)
    await tx
      .update(generation)
      .set({
        cancelRequestedAt: sql`coalesce(${generation.cancelRequestedAt}, now())`,
        stage: 'Cancelling',
        // A call that is under way or in doubt keeps its own time.
        nextPollAt: sql`case when ${generation.state} = 'running' then now() else ${generation.nextPollAt} end`,
      })
      .where(inArray(generation.id, asked));
  return idsWhere(true);
}

/** Ends what was never asked for. The rows are locked. */
export async function endQueued(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(generation)
    .set({
      state: 'cancelled',
      stage: 'Cancelled',
      errorCode: 'cancelled',
      errorMessage: 'It was cancelled.',
      errorAdvice: 'Retry the shot to have it made after all.',
      finishedAt: sql`now()`,
    })
    .where(inArray(generation.id, [...ids]));
}

/** Which of these a living render waits for, or a generation under way that is not among them. */
async function wantedOf(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const asked = sql.param(`{${ids.join(',')}}`);
  const rows = await tx.execute<{ id: string }>(sql`
    select l.generation_id as id from render_generation l
    join render r on r.workspace_id = l.workspace_id and r.id = l.render_id
    where l.generation_id = any(${asked}::uuid[]) and r.state in ('queued', 'generating', 'rendering')
    union
    select c.depends_on from generation c
    where c.depends_on = any(${asked}::uuid[]) and c.id <> all(${asked}::uuid[])
      and c.state in ('queued', 'submitting') and c.cancel_requested_at is null`);
  return new Set(rows.map(({ id }) => id));
}
