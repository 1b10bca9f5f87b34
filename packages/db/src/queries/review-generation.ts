import type { reviewRequestSchema } from '@animatic/schema';
import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Tx } from '../connect.ts';
import { notifyGenerations } from '../notify.ts';
import { isUniqueViolation, Refusal } from '../refusal.ts';
import { generation } from '../schema/index.ts';
import { checkBudget, holdBudget } from './budget.ts';
import { type Enqueue, settleRenders } from './restate-renders.ts';
import { addUsage } from './usage.ts';

export type Review = z.infer<typeof reviewRequestSchema>;
type Row = typeof generation.$inferSelect;

/** Seconds that a vendor is asked after what a person says was made. */
const MADE_SECONDS = 3600;

/**
 * Does what a person decided on a generation that may have been made.
 *
 * @returns false for an unknown one
 * @throws {Refusal} `not_in_review`, `over_budget`, `vendor_id_taken`
 */
export async function reviewGeneration(
  tx: Tx,
  workspaceId: string,
  id: string,
  review: Review,
  enqueue: Enqueue,
): Promise<boolean> {
  await holdBudget(tx, workspaceId);
  const [row] = await tx
    .select()
    .from(generation)
    .where(and(eq(generation.workspaceId, workspaceId), eq(generation.id, id)))
    .for('update');
  if (!row) return false;
  if (row.state !== 'needs_review')
    throw new Refusal('not_in_review', 'Nothing is to be decided here any more: look at how it stands now.', [
      { path: 'decision', message: `it is ${row.state}` },
    ]);
  if (review.decision === 'again') await makeAgain(tx, row);
  else {
    const vendorId = review.vendorId ?? row.vendorId;
    if (vendorId && row.engine !== 'images') await askAfter(tx, row, vendorId);
    else await letGoAsPaid(tx, row);
  }
  await settleRenders(tx, [id], enqueue);
  await notifyGenerations(tx, [id]);
  return true;
}

/** The first try stays promised as it was, and the second one is added: both may have to be paid. */
async function makeAgain(tx: Tx, row: Row): Promise<void> {
  await checkBudget(tx, row.workspaceId, Number(row.estimatedCost ?? 0), Number(row.estimatedCost ?? 0));
  await tx
    .update(generation)
    .set({
      state: 'queued',
      stage: 'Waiting for its turn',
      vendorId: null,
      operation: null,
      reviewReason: null,
      matches: 0,
      faults: 0,
      polls: 0,
      progress: 0,
      nextPollAt: sql`now()`,
      deadlineAt: null,
      submittedAt: null,
      workerId: null,
      leaseUntil: null,
      cancelRequestedAt: null,
    })
    .where(eq(generation.id, row.id));
}

async function askAfter(tx: Tx, row: Row, vendorId: string): Promise<void> {
  const taken = () =>
    new Refusal('vendor_id_taken', 'The vendor’s id belongs to another generation. Look it up again.', [
      { path: 'vendorId', message: 'taken' },
    ]);
  try {
    await tx
      .update(generation)
      .set({
        state: 'running',
        stage: 'Being made',
        vendorId,
        reviewReason: null,
        faults: 0,
        nextPollAt: sql`now()`,
        deadlineAt: sql`now() + ${MADE_SECONDS} * interval '1 second'`,
        workerId: null,
        leaseUntil: null,
      })
      .where(eq(generation.id, row.id));
  } catch (error) {
    if (isUniqueViolation(error)) throw taken();
    throw error;
  }
}

/** It was made and cannot be had: what it cost is counted, and it may be asked for anew. */
async function letGoAsPaid(tx: Tx, row: Row): Promise<void> {
  const cost = Number(row.cost ?? row.estimatedCost ?? 0);
  await tx
    .update(generation)
    .set({
      state: 'failed',
      stage: 'Failed',
      cost: cost.toFixed(6),
      errorCode: 'made_elsewhere',
      errorMessage: 'It was made and paid for, and its file cannot be had from here.',
      errorAdvice: 'Retry to have it made again.',
      reviewReason: null,
      finishedAt: sql`now()`,
      workerId: null,
      leaseUntil: null,
    })
    .where(eq(generation.id, row.id));
  await addUsage(tx, row.workspaceId, {
    kind: 'generation',
    amount: 1,
    cost,
    renderId: row.renderId,
    generationId: row.id,
  });
}
