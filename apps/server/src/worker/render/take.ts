import { createReadStream } from 'node:fs';
import { type Db, newId, notifyRender, tables } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Lease } from '../lease.ts';
import type { Plan } from './plan.ts';

const { footage, render, renderShot, segment, take, usage } = tables;

export interface Result {
  clip: { hash: string; bytes: number };
  poster: { hash: string; bytes: number };
}

/** The result of an earlier render with the same fingerprint, if it is still there in full. */
export async function findResult(
  db: Db,
  media: MediaStore,
  workspaceId: string,
  fingerprint: string,
): Promise<Result | undefined> {
  const [row] = await db
    .select({ take })
    .from(footage)
    .innerJoin(take, and(eq(take.workspaceId, footage.workspaceId), eq(take.clipHash, footage.hash)))
    .where(and(eq(footage.workspaceId, workspaceId), eq(footage.fingerprint, fingerprint)))
    .limit(1);
  if (!row) return undefined;
  const { clipHash, clipBytes, posterHash, posterBytes } = row.take;
  const [clip, poster] = await Promise.all([
    media.stat(workspaceId, clipHash),
    media.stat(workspaceId, posterHash),
  ]);
  if (clip?.bytes !== clipBytes || poster?.bytes !== posterBytes) return undefined;
  return { clip: { hash: clipHash, bytes: clipBytes }, poster: { hash: posterHash, bytes: posterBytes } };
}

/** Puts clip and poster into the store; only then may a row name them. */
export async function storeResult(
  media: MediaStore,
  workspaceId: string,
  clipPath: string,
  poster: Uint8Array,
): Promise<Result> {
  const clip = await media.put(workspaceId, createReadStream(clipPath, { highWaterMark: 1024 * 1024 }));
  const stored = await media.put(workspaceId, chunk(poster));
  return { clip, poster: stored };
}

async function* chunk(bytes: Uint8Array) {
  yield bytes;
}

/**
 * Makes the take and ends the render in one transaction, if the render is still in this worker's hands and nobody
 * cancelled it. A take that is there already is left as it is, so that a job done twice makes one.
 *
 * @returns whether it did
 */
export async function finish(
  db: Db,
  lease: Lease,
  plan: Plan,
  result: Result,
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
    const [made] = await tx
      .insert(footage)
      .values({
        workspaceId,
        fingerprint: plan.fingerprint,
        engine: 'assembly',
        hash: result.clip.hash,
        type: 'video/mp4',
        bytes: result.clip.bytes,
        width: plan.width,
        height: plan.height,
        fps: plan.fps,
        frames: plan.frames,
      })
      .onConflictDoUpdate({
        target: [footage.workspaceId, footage.fingerprint],
        set: { hash: result.clip.hash, bytes: result.clip.bytes, usedAt: sql`now()` },
      })
      .returning({ id: footage.id });
    await tx
      .insert(take)
      .values({
        workspaceId,
        renderId,
        clipHash: result.clip.hash,
        clipBytes: result.clip.bytes,
        posterHash: result.poster.hash,
        posterBytes: result.poster.bytes,
        width: plan.width,
        height: plan.height,
        fps: plan.fps,
        seconds: plan.seconds,
      })
      .onConflictDoNothing();
    const done = { state: 'done' as const, footageId: made?.id ?? null };
    await tx
      .update(segment)
      .set({ ...done, progress: 1, workerId: null })
      .where(eq(segment.renderId, renderId));
    await tx.update(renderShot).set(done).where(eq(renderShot.renderId, renderId));
    await tx
      .insert(usage)
      .values({ id: newId(), workspaceId, kind: 'render_seconds', amount: seconds.toFixed(4), renderId });
    await notifyRender(tx, renderId);
    return true;
  });
}
