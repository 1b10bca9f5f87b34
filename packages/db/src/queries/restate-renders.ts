import { type GenerationState, settledGenerationStates } from '@animatic/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { notifyRender } from '../notify.ts';
import { generation, render, renderGeneration, renderShot } from '../schema/index.ts';

/** Sends the wake-up for a render inside the transaction that writes its row. */
export type Enqueue = (tx: Tx, renderId: string) => Promise<void>;

interface Linked {
  shotId: string;
  state: GenerationState;
  errorMessage: string | null;
  errorAdvice: string | null;
}

/**
 * Lets the renders that wait for these generations go on, in the transaction that settled them: to the queue where all
 * are done, to `failed` where some are not to be had, else they keep waiting, for a model or for a person.
 *
 * Locks are always taken in this order: the budget, generations by id, renders by id.
 */
export async function settleRenders(
  tx: Tx,
  generationIds: readonly string[],
  enqueue: Enqueue,
): Promise<void> {
  if (generationIds.length === 0) return;
  const waiting = await tx
    .selectDistinct({ id: render.id })
    .from(renderGeneration)
    .innerJoin(
      render,
      and(eq(render.workspaceId, renderGeneration.workspaceId), eq(render.id, renderGeneration.renderId)),
    )
    .where(and(inArray(renderGeneration.generationId, [...generationIds]), eq(render.state, 'generating')));
  await restateRenders(
    tx,
    waiting.map(({ id }) => id),
    enqueue,
  );
}

/**
 * Says anew how renders stand that wait for models, from the generations that they are linked to.
 *
 * @param from the states that they may be in; others are left alone
 */
export async function restateRenders(
  tx: Tx,
  renderIds: readonly string[],
  enqueue: Enqueue,
  from: ReadonlyArray<'generating' | 'failed'> = ['generating'],
): Promise<void> {
  if (renderIds.length === 0) return;
  const locked = await tx
    .select({ id: render.id })
    .from(render)
    .where(and(inArray(render.id, [...renderIds]), inArray(render.state, [...from])))
    .orderBy(render.id)
    .for('update');
  for (const { id } of locked) await restate(tx, id, enqueue);
}

async function restate(tx: Tx, renderId: string, enqueue: Enqueue): Promise<void> {
  const linked: Linked[] = await tx
    .select({
      shotId: renderGeneration.shotId,
      state: generation.state,
      errorMessage: generation.errorMessage,
      errorAdvice: generation.errorAdvice,
    })
    .from(renderGeneration)
    .innerJoin(
      generation,
      and(
        eq(generation.workspaceId, renderGeneration.workspaceId),
        eq(generation.id, renderGeneration.generationId),
      ),
    )
    .where(eq(renderGeneration.renderId, renderId));
  const open = linked.some(({ state }) => !settledGenerationStates.includes(state));
  const inDoubt = linked.some(({ state }) => state === 'needs_review');
  const lost = linked.filter(({ state }) => state === 'failed' || state === 'cancelled');
  const again = {
    progress: 0,
    errorCode: null,
    errorMessage: null,
    finishedAt: null,
    workerId: null,
    leaseUntil: null,
  };
  if (open || inDoubt) {
    const stage = open ? 'Waiting for models' : 'Needs your decision';
    await write({ ...again, state: 'generating' as const, stage });
  } else if (lost.length > 0) {
    const message = await wordsFor(tx, renderId, lost);
    await write({
      state: 'failed' as const,
      stage: 'Failed',
      errorCode: 'generation_failed',
      errorMessage: message,
      finishedAt: sql`now()`,
    });
    await tx
      .update(renderShot)
      .set({ state: 'failed' })
      .where(
        and(
          eq(renderShot.renderId, renderId),
          inArray(
            renderShot.shotId,
            lost.map(({ shotId }) => shotId),
          ),
        ),
      );
  } else {
    await write({ ...again, state: 'queued' as const, stage: 'Waiting' });
    await enqueue(tx, renderId);
  }
  await notifyRender(tx, renderId);

  async function write(set: Parameters<ReturnType<typeof tx.update<typeof render>>['set']>[0]) {
    await tx.update(render).set(set).where(eq(render.id, renderId));
    if (set.state === 'failed') return;
    await tx
      .update(renderShot)
      .set({ state: 'waiting' })
      .where(and(eq(renderShot.renderId, renderId), inArray(renderShot.state, ['failed', 'cancelled'])));
  }
}

/** For the designer: which shot it is, what happened, what to try. */
async function wordsFor(tx: Tx, renderId: string, lost: readonly Linked[]): Promise<string> {
  const [first] = lost;
  const shots = new Set(lost.map(({ shotId }) => shotId));
  const [shot] = await tx
    .select({ title: renderShot.title })
    .from(renderShot)
    .where(and(eq(renderShot.renderId, renderId), inArray(renderShot.shotId, [...shots])))
    .orderBy(renderShot.position)
    .limit(1);
  const which =
    shots.size > 1
      ? `“${shot?.title ?? 'A shot'}” and ${shots.size - 1} more`
      : `“${shot?.title ?? 'A shot'}”`;
  const why = [first?.errorMessage, first?.errorAdvice].filter(Boolean).join(' ');
  return `${which} could not be made. ${why} What is finished stays: retry only what failed.`.replace(
    / {2,}/g,
    ' ',
  );
}
