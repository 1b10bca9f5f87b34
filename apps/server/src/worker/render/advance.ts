import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@animatic/db';
import { MissingStillError } from '@animatic/engines';
import type { MediaStore } from '@animatic/media';
import { BLANK_STILL, readStoryboard, type Storyboard } from '@animatic/schema';
import { describeFailure, type Failure, workersLost } from '../failure.ts';
import { type BoardFootage, openFootage } from '../footage/open-footage.ts';
import { readFootage } from '../footage/read-footage.ts';
import { claim, type Lease, letGo, type Snapshot } from '../lease.ts';
import type { Log } from '../log.ts';
import type { Queue } from '../queue.ts';
import type { Studio } from '../studio.ts';
import { type MadeOutput, makeOutput } from './make-output.ts';
import { type PlannedOutput, planOutputs, weightsOf } from './plan-outputs.ts';
import { type BreakOff, startHeartbeat } from './progress.ts';
import { progressOfParts } from './progress-of-parts.ts';
import { finish } from './take.ts';

/** A render that failed this often has failed. */
const MAX_FAILURES = 3;
/** Taken up this often without a failure of its own, it ends its workers. */
const MAX_ATTEMPTS = 25;

export interface AdvanceContext {
  db: Db;
  media: MediaStore;
  queue: Pick<Queue, 'enqueue'>;
  studio: Studio;
  workerId: string;
  /** This worker's own folder. */
  temporary: string;
  log: Log;
  /** Aborted when the worker is told to end. */
  shutdown: AbortSignal;
  /** Seconds before a failed render is tried again, by how often it failed. */
  retryAfter?: (failures: number) => number;
}

/**
 * Brings a render as far as it goes: to done, failed or cancelled, or back to the queue. Call it as often as you like,
 * from as many workers as you like: whoever holds the row's lease works, everybody else returns at once.
 *
 * @example await advance(renderId, context);
 */
export async function advance(renderId: string, context: AdvanceContext): Promise<void> {
  const { db, log, workerId, shutdown } = context;
  if (shutdown.aborted) {
    // Fetched in the very moment that the worker was told to end: for somebody else.
    await db.transaction((tx) => context.queue.enqueue(tx, renderId));
    return;
  }
  const lease = await claim(db, renderId, workerId);
  if (!lease) return;
  if (lease.attempt - lease.failures > MAX_ATTEMPTS) {
    await giveUp(context, lease, workersLost);
    return;
  }
  const began = Date.now();
  const work = new AbortController();
  let why: BreakOff | undefined;
  const breakOff = (reason: BreakOff) => {
    why ??= reason;
    work.abort(new Error(reason));
  };
  const onShutdown = () => breakOff('shutdown');
  shutdown.addEventListener('abort', onShutdown, { once: true });
  const heartbeat = startHeartbeat(db, lease, breakOff, log);
  const folder = join(context.temporary, `${renderId}-${lease.attempt}`);
  let storyboard: Storyboard | undefined;
  try {
    if (shutdown.aborted) breakOff('shutdown');
    storyboard = readStoryboard(lease.document);
    const footage = await footageFor(context, lease, storyboard);
    const outputs = planOutputs(storyboard, lease.outputs, context.studio, footage);
    await mkdir(folder, { recursive: true });
    const made = await make(context, lease, outputs, footage, folder, work.signal, heartbeat.report);
    work.signal.throwIfAborted();
    await heartbeat.stop();
    const seconds = (Date.now() - began) / 1000;
    if (await finish(db, lease, made, seconds)) {
      log.info({ render: renderId, seconds }, 'rendered');
      return;
    }
    // Cancelled at the last moment, or another worker's by now: the second of these does nothing.
    await letGo(db, lease, { state: 'cancelled', stage: 'Cancelled' });
  } catch (error) {
    await heartbeat.stop();
    // ffmpeg may have been ended by the very signal that tells us to end: the word comes a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    if (why === undefined && shutdown.aborted) why = 'shutdown';
    if (why) await endBrokenOff(context, lease, why);
    else await endFailed(context, lease, describeFailure(error, storyboard), error);
  } finally {
    shutdown.removeEventListener('abort', onShutdown);
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** What models made for the board: found before anything is drawn. */
async function footageFor(
  { db, media, studio }: AdvanceContext,
  lease: Lease,
  storyboard: Storyboard,
): Promise<BoardFootage> {
  const made = await readFootage(db, lease, storyboard);
  return openFootage(storyboard, made, {
    locate: (hash) => media.path(lease.workspaceId, hash),
    ffmpeg: studio.decoder,
  });
}

/** Every take's files, one after the other: memory holds one clip's frame at a time, however many were asked for. */
async function make(
  { db, media, studio }: AdvanceContext,
  lease: Lease,
  outputs: readonly PlannedOutput[],
  footage: BoardFootage,
  folder: string,
  signal: AbortSignal,
  report: (snapshot: Snapshot) => void,
): Promise<MadeOutput[]> {
  const { workspaceId } = lease;
  const readStill = async (hash: string) => {
    // Nobody uploads it.
    if (hash === BLANK_STILL.hash) return Buffer.from(BLANK_STILL.base64, 'base64');
    const path = await media.path(workspaceId, hash);
    if (!path) throw new MissingStillError(hash);
    return readFile(path);
  };
  const lastShot = (outputs[0]?.storyboard.shots.length ?? 1) - 1;
  const nextPart = progressOfParts(weightsOf(outputs), lastShot, report);
  const made: MadeOutput[] = [];
  for (const output of outputs) {
    signal.throwIfAborted();
    const which = outputs.length > 1 ? ` (${output.aspect})` : '';
    made.push(
      await makeOutput(output, {
        db,
        media,
        studio,
        workspaceId,
        folder,
        readStill,
        made: footage,
        signal,
        nextPart,
        which,
      }),
    );
  }
  return made;
}

async function endBrokenOff(context: AdvanceContext, lease: Lease, why: BreakOff): Promise<void> {
  const { db, log, queue } = context;
  log.info({ render: lease.renderId, why }, 'broken off');
  if (why === 'cancel') await letGo(db, lease, { state: 'cancelled', stage: 'Cancelled' });
  else if (why === 'shutdown')
    await letGo(db, lease, { state: 'queued', stage: 'Waiting' }, (tx) => queue.enqueue(tx, lease.renderId));
}

async function endFailed(
  context: AdvanceContext,
  lease: Lease,
  failure: Failure,
  error: unknown,
): Promise<void> {
  const { db, log, queue } = context;
  const failures = lease.failures + 1;
  log.warn({ render: lease.renderId, err: error, code: failure.code, failures }, 'a render failed');
  if (failure.final || failures >= MAX_FAILURES) {
    await giveUp(context, lease, failure);
    return;
  }
  const afterSeconds = context.retryAfter?.(failures) ?? 2 ** failures;
  await letGo(db, lease, { state: 'queued', stage: 'Waiting to try again', failed: failure }, (tx) =>
    queue.enqueue(tx, lease.renderId, { afterSeconds }),
  );
}

async function giveUp({ db }: AdvanceContext, lease: Lease, failure: Failure): Promise<void> {
  await letGo(db, lease, { state: 'failed', stage: 'Failed', failed: failure });
}
