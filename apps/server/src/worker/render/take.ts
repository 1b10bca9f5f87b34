import { type Db, newId, notifyRender, tables } from '@animatic/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Lease } from '../lease.ts';
import type { MadeOutput } from './make-output.ts';

const { render, renderShot, take, takeFile, usage } = tables;

/**
 * Makes the takes and ends the render in one transaction, if the render is still in this worker's hands and nobody
 * cancelled it. All of their files are in the store by then. A take that is there already is left as it is, so that a
 * job done twice makes one.
 *
 * @param made at least one: the board's own format first
 * @returns whether it did
 */
export async function finish(
  db: Db,
  lease: Lease,
  made: readonly MadeOutput[],
  seconds: number,
): Promise<boolean> {
  const { workspaceId, renderId } = lease;
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(render)
      .set({
        state: 'done',
        progress: 1,
        stage: 'Done',
        workerId: null,
        leaseUntil: null,
        finishedAt: sql`now()`,
        errorCode: null,
        errorMessage: null,
      })
      .where(
        and(
          eq(render.id, renderId),
          eq(render.workerId, lease.workerId),
          eq(render.attempts, lease.attempt),
          eq(render.state, 'rendering'),
          isNull(render.cancelRequestedAt),
        ),
      )
      .returning({ id: render.id });
    if (rows.length === 0) return false;
    for (const [index, { planned, clip, poster, files }] of made.entries()) {
      const { plan, aspect } = planned;
      const [row] = await tx
        .insert(take)
        .values({
          workspaceId,
          renderId,
          number: index + 1,
          aspect,
          clipHash: clip.hash,
          clipBytes: clip.bytes,
          posterHash: poster.hash,
          posterBytes: poster.bytes,
          width: plan.width,
          height: plan.height,
          fps: plan.fps,
          seconds: plan.seconds,
        })
        .onConflictDoNothing()
        .returning({ id: take.id });
      if (row && files.length > 0)
        await tx.insert(takeFile).values(files.map((file) => ({ ...file, workspaceId, takeId: row.id })));
    }
    await tx
      .update(renderShot)
      .set({ state: 'done', footageId: made[0]?.clip.footageId ?? null })
      .where(eq(renderShot.renderId, renderId));
    await tx
      .insert(usage)
      .values({ id: newId(), workspaceId, kind: 'render_seconds', amount: seconds.toFixed(4), renderId });
    await notifyRender(tx, renderId);
    return true;
  });
}
