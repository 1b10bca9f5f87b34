import { type Db, notifyRender, type Tx, tables } from '@animatic/db';
import type { RenderOutputs } from '@animatic/schema';
import { and, eq, sql } from 'drizzle-orm';

const { render, renderShot, storyboardRevision } = tables;

/** Milliseconds that a worker may be silent before another one takes its render up. */
export const LEASE_MS = 10_000;

/** A render in a worker's hands. `attempt` is the fence: what an earlier holder still writes reaches no row. */
export interface Lease {
  renderId: string;
  workspaceId: string;
  workerId: string;
  attempt: number;
  failures: number;
  /** As it is stored: `readStoryboard` makes it a storyboard. */
  document: unknown;
  outputs: RenderOutputs | null;
}

const held = (lease: Lease) =>
  and(
    eq(render.id, lease.renderId),
    eq(render.workerId, lease.workerId),
    eq(render.attempts, lease.attempt),
    eq(render.state, 'rendering'),
  );

const leaseEnd = sql`now() + ${LEASE_MS} * interval '1 millisecond'`;

/**
 * Takes a render that waits, or whose holder fell silent. Undefined where there is nothing to take: it is done, or
 * another worker holds it.
 */
export async function claim(db: Db, renderId: string, workerId: string): Promise<Lease | undefined> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(render)
      .set({
        state: 'rendering',
        workerId,
        attempts: sql`${render.attempts} + 1`,
        leaseUntil: leaseEnd,
        heartbeatAt: sql`now()`,
        startedAt: sql`coalesce(${render.startedAt}, now())`,
        progress: 0,
        stage: sql`case when ${render.cancelRequestedAt} is null then 'Getting ready' else 'Cancelling' end`,
      })
      .where(
        and(
          eq(render.id, renderId),
          sql`(${render.state} = 'queued' or (${render.state} = 'rendering' and coalesce(${render.leaseUntil}, now()) <= now()))`,
        ),
      )
      .returning();
    if (!row) return undefined;
    const [board] = await tx
      .select({ document: storyboardRevision.document })
      .from(storyboardRevision)
      .where(
        and(
          eq(storyboardRevision.workspaceId, row.workspaceId),
          eq(storyboardRevision.storyboardId, row.storyboardId),
          eq(storyboardRevision.revision, row.revision),
        ),
      );
    if (!board) throw new Error(`render ${renderId} names a revision that is gone`);
    await notifyRender(tx, renderId);
    return {
      renderId,
      workspaceId: row.workspaceId,
      workerId,
      attempt: row.attempts,
      failures: row.failures,
      document: board.document,
      outputs: row.outputs,
    };
  });
}

export interface Snapshot {
  /** 0 to 1. */
  progress: number;
  stage: string;
  /** Shots before this one are drawn, this one is being drawn. */
  shot: number;
}

/**
 * Says that the worker lives, and how far it is.
 *
 * @returns what the row says to that: go on, stop because somebody cancelled, or stop because it is another worker's now
 */
export async function renew(db: Db, lease: Lease, snapshot?: Snapshot): Promise<'held' | 'cancel' | 'lost'> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(render)
      .set({
        leaseUntil: leaseEnd,
        heartbeatAt: sql`now()`,
        ...(snapshot
          ? {
              progress: snapshot.progress,
              stage: sql`case when ${render.cancelRequestedAt} is null then ${snapshot.stage} else ${render.stage} end`,
            }
          : {}),
      })
      .where(held(lease))
      .returning({ cancelRequestedAt: render.cancelRequestedAt });
    if (!row) return 'lost';
    if (row.cancelRequestedAt) return 'cancel';
    if (snapshot) {
      await tx
        .update(renderShot)
        .set({
          state: sql`case when ${renderShot.position} < ${snapshot.shot} then 'done' else 'rendering' end`,
        })
        .where(and(eq(renderShot.renderId, lease.renderId), sql`${renderShot.position} <= ${snapshot.shot}`));
      await notifyRender(tx, lease.renderId);
    }
    return 'held';
  });
}

type Ending =
  | { state: 'queued'; stage: string; failed?: { code: string; message: string } }
  | { state: 'failed'; stage: string; failed: { code: string; message: string } }
  | { state: 'cancelled'; stage: string; failed?: undefined };

/**
 * Lets go of a render other than by finishing it. `also` runs in the same transaction, if the render was still ours.
 *
 * @returns whether it was
 */
export async function letGo(
  db: Db,
  lease: Lease,
  ending: Ending,
  also?: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const open = ending.state === 'queued';
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(render)
      .set({
        state: ending.state,
        stage: ending.stage,
        workerId: null,
        leaseUntil: null,
        ...(open ? { progress: 0 } : { finishedAt: sql`now()` }),
        ...(ending.failed ? { failures: sql`${render.failures} + 1` } : {}),
        // While it is going to be tried again the reason is for the log, not for the designer.
        ...(ending.state === 'failed'
          ? { errorCode: ending.failed.code, errorMessage: ending.failed.message }
          : {}),
      })
      .where(held(lease))
      .returning({ id: render.id });
    if (rows.length === 0) return false;
    const state = ending.state === 'queued' ? 'waiting' : ending.state;
    const unfinished = sql`${renderShot.state} in ('waiting', 'rendering')`;
    await tx
      .update(renderShot)
      .set({ state })
      .where(and(eq(renderShot.renderId, lease.renderId), open ? sql`true` : unfinished));
    await also?.(tx);
    await notifyRender(tx, lease.renderId);
    return true;
  });
}
