import { addUsage, notifyGenerations, settleRenders, type Tx, tables } from '@animatic/db';
import type { ModelFailure } from '@animatic/engines';
import type { GenerationState } from '@animatic/schema';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { DeskContext, Row } from './desk-context.ts';

const { generation } = tables;
type Held = Pick<Row, 'id' | 'attempts'>;
type Change = PgUpdateSetSource<typeof generation>;

/** The row while it is in this worker's hands: what an earlier holder still writes reaches nothing. */
export const held = (context: DeskContext, row: Held, states: GenerationState[]): SQL | undefined =>
  and(
    eq(generation.id, row.id),
    eq(generation.workerId, context.workerId),
    eq(generation.attempts, row.attempts),
    inArray(generation.state, states),
  );

/** Any of the states that a worker may hold. */
export const heldStates: GenerationState[] = ['submitting', 'running', 'fetching'];

const letGo = { workerId: null, leaseUntil: null };

/**
 * Writes where a row goes next, tells who watches, and lets the renders that wait for it go on if that was its end: one
 * transaction.
 *
 * @param also runs in it, if the row was still ours
 * @returns whether it was
 */
export async function write(
  context: DeskContext,
  row: Held,
  change: Change,
  also?: (tx: Tx, written: Row) => Promise<void>,
): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const [written] = await tx
      .update(generation)
      .set(change)
      .where(held(context, row, heldStates))
      .returning();
    if (!written) return false;
    await also?.(tx, written);
    if (!heldStates.includes(written.state) && written.state !== 'queued')
      await settleRenders(tx, [row.id], context.queue.enqueue);
    await notifyGenerations(tx, [row.id]);
    return true;
  });
}

/**
 * Ends it in words.
 *
 * @param paid US dollars that it cost all the same; null where nobody knows
 */
export async function fail(
  context: DeskContext,
  row: Held,
  failure: ModelFailure,
  paid: number | null = 0,
): Promise<void> {
  context.log.info({ generation: row.id, code: failure.code }, 'a generation failed');
  await write(
    context,
    row,
    {
      ...letGo,
      state: 'failed',
      stage: 'Failed',
      errorCode: failure.code,
      errorMessage: failure.message,
      errorAdvice: failure.advice,
      finishedAt: sql`now()`,
      ...(paid === null ? {} : { cost: paid.toFixed(6) }),
    },
    async (tx, written) => {
      if (written.submittedAt) await count(tx, written, paid ?? 0);
    },
  );
}

/** Writes what a generation cost to what the workspace spent. */
export async function count(tx: Tx, row: Row, cost: number): Promise<void> {
  await addUsage(tx, row.workspaceId, {
    kind: 'generation',
    amount: 1,
    cost,
    renderId: row.renderId,
    generationId: row.id,
  });
}

/** What it cost as far as anybody knows: what the vendor said, else what was estimated. US dollars. */
export const costOf = (row: Pick<Row, 'cost' | 'estimatedCost'>): number | null =>
  row.cost !== null ? Number(row.cost) : row.estimatedCost !== null ? Number(row.estimatedCost) : null;

/** Back to the queue: it was not taken. One that was cancelled meanwhile ends instead. */
export async function requeue(
  context: DeskContext,
  row: Held & Pick<Row, 'faults'>,
  options: { afterMs?: number; stage?: string; fault?: boolean } = {},
): Promise<void> {
  const { afterMs = 0, stage = 'Waiting for its turn', fault = false } = options;
  const cancelled = sql`${generation.cancelRequestedAt} is not null`;
  const either = (then: string, otherwise: string) =>
    sql`case when ${cancelled} then ${then} else ${otherwise} end`;
  await context.db.transaction(async (tx) => {
    const [written] = await tx
      .update(generation)
      .set({
        ...letGo,
        state: either('cancelled', 'queued'),
        stage: either('Cancelled', stage),
        errorCode: sql`case when ${cancelled} then 'cancelled' end`,
        errorMessage: sql`case when ${cancelled} then 'It was cancelled.' end`,
        errorAdvice: sql`case when ${cancelled} then 'Retry the shot to have it made after all.' end`,
        finishedAt: sql`case when ${cancelled} then now() end`,
        request: null,
        submittedAt: null,
        deadlineAt: null,
        matches: 0,
        progress: 0,
        ...(fault ? { faults: sql`${generation.faults} + 1` } : {}),
        nextPollAt: sql`now() + ${afterMs} * interval '1 millisecond'`,
      })
      .where(held(context, row, ['submitting']))
      .returning();
    if (!written) return;
    if (written.state === 'cancelled') await settleRenders(tx, [row.id], context.queue.enqueue);
    await notifyGenerations(tx, [row.id]);
  });
}

/** A person has to decide: it may have been made and paid for. */
export async function askPerson(context: DeskContext, row: Held, reason: string): Promise<void> {
  context.log.warn({ generation: row.id, reason }, 'a generation needs a decision');
  await write(context, row, {
    ...letGo,
    state: 'needs_review',
    stage: 'Needs your decision',
    reviewReason: reason,
  });
}

/** Ends it as asked: nothing more is spent on it. */
export async function endCancelled(context: DeskContext, row: Held): Promise<void> {
  await write(
    context,
    row,
    {
      ...letGo,
      state: 'cancelled',
      stage: 'Cancelled',
      errorCode: 'cancelled',
      errorMessage: 'It was cancelled.',
      errorAdvice: 'Retry the shot to have it made after all.',
      finishedAt: sql`now()`,
    },
    (tx, written) => count(tx, written, Number(written.cost ?? 0)),
  );
}

/** Leaves it in its state, for whoever is due after `afterMs`. */
export async function putOff(
  context: DeskContext,
  row: Held,
  afterMs: number,
  change: Change = {},
): Promise<void> {
  await write(context, row, {
    ...letGo,
    nextPollAt: sql`now() + ${afterMs} * interval '1 millisecond'`,
    ...change,
  });
}
