import { type Job, type JobStatus, ModelError } from '@animatic/engines';
import type { RunningRow } from './claim-due.ts';
import { faultDelay, lookDelay } from './delays.ts';
import { type DeskContext, type Desked, deskOf } from './desk-context.ts';
import { costOf, endCancelled, fail, putOff, write } from './endings.ts';
import type { UnchangedLook } from './look-writer.ts';

/** Looks in a row in which the vendor did not know it, after which it is gone. */
const MAX_GONE = 5;

/** What a look leaves to do: `copy` its file, which is there; write that it goes on; nothing. */
export type Looked = 'copy' | UnchangedLook | undefined;

/** Looks how a running generation stands. */
export async function look(context: DeskContext, row: RunningRow): Promise<Looked> {
  const desk = deskOf(context, row);
  const job: Job = {
    vendorId: row.vendorId ?? '',
    ...(row.operation === null ? {} : { operation: row.operation }),
  };
  if ('why' in desk || !desk.engine.poll) {
    await lookAgain(context, row, 'why' in desk ? desk.why : `${row.engine} cannot be asked after`);
    return undefined;
  }
  try {
    if (row.cancelRequestedAt && (await stopped(context, row, desk, job))) return undefined;
    const { engine, model } = desk;
    const status = await desk.call(context.settings.lookTimeoutMs, async (call) =>
      engine.poll?.(model, job, call),
    );
    if (!status) return undefined;
    return await act(context, row, desk, job, status);
  } catch (error) {
    await endLook(context, row, error);
    return undefined;
  }
}

type Open = Exclude<Desked, { why: string }>;

async function act(
  context: DeskContext,
  row: RunningRow,
  desk: Open,
  job: Job,
  status: JobStatus,
): Promise<Looked> {
  if (status.state === 'completed') {
    const ours = await write(context, row, {
      state: 'fetching',
      stage: 'Copying it',
      faults: 0,
      ...(status.cost === undefined ? {} : { cost: status.cost.toFixed(6) }),
    });
    return ours ? 'copy' : undefined;
  }
  if (status.state === 'failed') {
    await fail(context, row, status.error);
    return undefined;
  }
  if (row.overdue) {
    await giveUp(context, row, desk, job);
    return undefined;
  }
  return {
    id: row.id,
    attempts: row.attempts,
    progress: status.progress === null ? null : Math.min(0.99, Math.max(0, status.progress)),
    was: row.progress,
    afterMs: lookDelay(desk.model.runBy.pollSeconds, row.polls),
  };
}

/** It hangs: it is stopped where the vendor can; where not, what was estimated counts as spent. */
async function giveUp(context: DeskContext, row: RunningRow, desk: Open, job: Job): Promise<void> {
  const { model, engine } = desk;
  const answer = await desk
    .call(context.settings.lookTimeoutMs, async (call) => engine.cancel?.(model, job, call))
    .catch(() => 'running' as const);
  await fail(
    context,
    row,
    {
      code: 'timed_out',
      message: `${model.runBy.name} did not finish it in ${words(model.runBy.timeoutSeconds)}.`,
      advice: 'Retry, or ask for fewer seconds or a smaller size.',
    },
    answer === 'stopped' ? 0 : costOf(row),
  );
}

/** Whether it ended because somebody cancelled. What cannot be stopped goes on, is paid, and is kept. */
async function stopped(context: DeskContext, row: RunningRow, desk: Open, job: Job): Promise<boolean> {
  const { model, engine } = desk;
  const answer = await desk.call(context.settings.lookTimeoutMs, async (call) =>
    engine.cancel?.(model, job, call),
  );
  if (answer === 'stopped') {
    await endCancelled(context, row);
    return true;
  }
  await write(context, row, {
    cancelRequestedAt: null,
    stage: 'It cannot be stopped; it is finished and kept',
  });
  return false;
}

async function endLook(context: DeskContext, row: RunningRow, error: unknown): Promise<void> {
  const { log } = context;
  const model = error instanceof ModelError ? error : undefined;
  log.info({ err: error, generation: row.id, kind: model?.kind }, 'a look failed');
  if (model?.kind === 'gone' && row.faults + 1 >= MAX_GONE) {
    await fail(context, row, model.failure, costOf(row));
    return;
  }
  await lookAgain(context, row, model?.failure.message ?? 'it could not be asked after', model?.retryAfter);
}

/** After a fault: later, unless its time is over. */
async function lookAgain(
  context: DeskContext,
  row: RunningRow,
  why: string,
  retryAfter?: number,
): Promise<void> {
  const faults = row.faults + 1;
  if (row.overdue && faults >= MAX_GONE) {
    await fail(
      context,
      row,
      {
        code: 'timed_out',
        message: `It could not be asked after until its time was over: ${why}`,
        advice: 'Look whether the model can be reached, then retry.',
      },
      costOf(row),
    );
    return;
  }
  await putOff(context, row, faultDelay(faults, context.settings, retryAfter), { faults });
}

const words = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
