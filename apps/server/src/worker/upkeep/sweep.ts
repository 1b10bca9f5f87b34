import { type Db, notifyRender, tables } from '@animatic/db';
import { and, eq, sql } from 'drizzle-orm';
import { isDeadHere } from '../identity.ts';
import type { Queue } from '../queue.ts';

const { render } = tables;

/**
 * Wakes renders up that nobody works on: whose worker fell silent, or whose wake-up was lost.
 *
 * @returns how many
 */
export async function sweep(db: Db, queue: Pick<Queue, 'enqueue'>): Promise<number> {
  const lost = await db
    .select({ id: render.id })
    .from(render)
    .where(
      sql`(${render.state} = 'rendering' and coalesce(${render.leaseUntil}, now()) <= now())
        or (${render.state} = 'queued' and ${render.updatedAt} < now() - interval '5 seconds' and not exists (
          select from pgboss.job
          where name = 'render' and singleton_key = ${render.id}::text and state in ('created', 'retry')))`,
    )
    .orderBy(render.createdAt)
    .limit(100);
  for (const { id } of lost) await db.transaction((tx) => queue.enqueue(tx, id));
  return lost.length;
}

/**
 * Takes the leases of workers of this machine that are gone, without waiting for them to run out.
 *
 * @returns how many
 */
export async function takeBackFromDead(db: Db, queue: Pick<Queue, 'enqueue'>): Promise<number> {
  const held = await db
    .select({ id: render.id, workerId: render.workerId })
    .from(render)
    .where(and(eq(render.state, 'rendering'), sql`${render.workerId} is not null`));
  let taken = 0;
  for (const { id, workerId } of held) {
    if (!workerId || !(await isDeadHere(workerId))) continue;
    taken += await db.transaction(async (tx) => {
      const rows = await tx
        .update(render)
        .set({ leaseUntil: sql`now()` })
        .where(and(eq(render.id, id), eq(render.state, 'rendering'), eq(render.workerId, workerId)))
        .returning({ id: render.id });
      if (rows.length === 0) return 0;
      await queue.enqueue(tx, id);
      await notifyRender(tx, id);
      return 1;
    });
  }
  return taken;
}
