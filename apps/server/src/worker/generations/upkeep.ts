import { type Db, notifyGenerations, restateRenders, settleRenders, tables } from '@animatic/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { isDeadHere } from '../identity.ts';
import type { DeskContext } from './desk-context.ts';

const { generation } = tables;

/** What keeps the table going where something was left lying. Each of it does no harm when it is done twice. */
export async function upkeep(context: DeskContext): Promise<void> {
  await takeRowsFromDead(context.db);
  await endOrphans(context);
  await wakeForgotten(context);
}

/**
 * Frees what workers of this machine held that are gone, without waiting for their leases to run out.
 *
 * @returns how many rows
 */
export async function takeRowsFromDead(db: Db): Promise<number> {
  const sqlClient = db.$client;
  const holders = await sqlClient<{ worker_id: string }[]>`
    select distinct worker_id from generation
    where worker_id is not null and lease_until > now() and state in ('submitting', 'running', 'fetching')`;
  let freed = 0;
  for (const { worker_id: workerId } of holders)
    if (await isDeadHere(workerId)) {
      const rows = await sqlClient`
        update generation set lease_until = now() where id in (
          select id from generation
          where worker_id = ${workerId} and state in ('submitting', 'running', 'fetching')
          for update skip locked)`;
      freed += rows.count;
    }
  return freed;
}

/** Ends what waits for something that will not come. */
async function endOrphans({ db, queue }: DeskContext): Promise<void> {
  const rows = await db.$client<{ id: string }[]>`
    select c.id from generation c join generation p on p.id = c.depends_on
    where c.state = 'queued' and p.state in ('failed', 'cancelled') order by c.id limit 200`;
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(generation)
      .set({
        state: 'failed',
        stage: 'Failed',
        errorCode: 'missing_parent',
        errorMessage: 'What it starts from could not be made.',
        errorAdvice: 'Retry: both are made again.',
        finishedAt: sql`now()`,
      })
      .where(and(inArray(generation.id, ids), eq(generation.state, 'queued')))
      .returning({ id: generation.id });
    const gone = ended.map(({ id }) => id).sort();
    await settleRenders(tx, gone, queue.enqueue);
    await notifyGenerations(tx, gone);
  });
}

/** Says anew how renders stand that wait although all that they wait for is over. */
async function wakeForgotten({ db, queue }: DeskContext): Promise<void> {
  const rows = await db.$client<{ id: string }[]>`
    select r.id from render r
    where r.state = 'generating' and not exists (
      select from render_generation l join generation g on g.workspace_id = l.workspace_id and g.id = l.generation_id
      where l.render_id = r.id and g.state not in ('done', 'failed', 'cancelled'))
    order by r.id limit 50`;
  if (rows.length === 0) return;
  await db.transaction((tx) =>
    restateRenders(
      tx,
      rows.map(({ id }) => id),
      queue.enqueue,
    ),
  );
}
