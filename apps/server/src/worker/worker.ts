import { rm } from 'node:fs/promises';
import { connect } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import type { Running } from '../launch/child.ts';
import type { Models } from '../models/models.ts';
import { openDeskForWorker } from './generations/open-for-worker.ts';
import { newWorkerId } from './identity.ts';
import type { Log } from './log.ts';
import { openQueue } from './queue.ts';
import { advance } from './render/advance.ts';
import type { Studio } from './studio.ts';
import { collect } from './upkeep/collect.ts';
import { sweep, takeBackFromDead } from './upkeep/sweep.ts';
import { openTemporary } from './upkeep/temporary.ts';

const SWEEP_MS = 2_000;
const COLLECT_MS = 60 * 60 * 1_000;
/** The first collection waits until a start is over. */
const FIRST_COLLECT_MS = 60_000;

export interface WorkerOptions {
  databaseUrl: string;
  dataDir: string;
  media: MediaStore;
  studio: Studio;
  log: Log;
  /** What may be asked of models, and where their webhooks may come; without it none is asked. */
  models?: { models: Models; publicUrl: string };
  /** See AdvanceContext. */
  retryAfter?: (failures: number) => number;
}

/**
 * Starts a worker: it takes renders up one at a time, and those that other workers left lying; beside them it asks
 * models and looks after what they make.
 *
 * @returns the way to stop it, which gives back what it has in hand
 * @example const worker = await startWorker({ databaseUrl, dataDir, media, studio, log });
 */
export async function startWorker(options: WorkerOptions): Promise<Running> {
  const { log, media, studio } = options;
  const workerId = await newWorkerId();
  const { db, end } = connect(options.databaseUrl, { max: 8, name: 'animatic worker' });
  const temporary = await openTemporary(options.dataDir, workerId);
  const queue = await openQueue(options.databaseUrl, {
    worker: true,
    onError: (error) => log.warn({ err: error }, 'the queue reported an error'),
  });
  const shutdown = new AbortController();
  const { retryAfter } = options;
  const context = {
    db,
    media,
    queue,
    studio,
    workerId,
    temporary,
    log,
    retryAfter,
    shutdown: shutdown.signal,
  };

  await takeBackFromDead(db, queue);
  await queue.work((renderId) => advance(renderId, context));
  const stops = [
    repeat(SWEEP_MS, SWEEP_MS, 'sweeping', async () => {
      await takeBackFromDead(db, queue);
      await sweep(db, queue);
    }),
    repeat(FIRST_COLLECT_MS, COLLECT_MS, 'collecting', () => collect(db, media)),
  ];
  const desk =
    options.models &&
    openDeskForWorker({ db, media, queue, workerId, log }, options.models.models, options.models.publicUrl);
  desk?.start();
  log.info({ worker: workerId }, 'worker ready');

  function repeat(first: number, every: number, what: string, work: () => Promise<unknown>): () => void {
    let timer = setTimeout(run, first).unref();
    async function run() {
      try {
        await work();
      } catch (error) {
        log.warn({ err: error }, `${what} failed`);
      }
      if (!shutdown.signal.aborted) timer = setTimeout(run, every).unref();
    }
    return () => clearTimeout(timer);
  }

  return {
    async stop() {
      for (const stop of stops) stop();
      // First no more is taken: else the wake-up of what is given back would come straight back to us.
      const handled = queue.stopWork();
      shutdown.abort();
      await desk?.stop().catch((error) => log.warn({ err: error }, 'the generations could not be let go of'));
      await handled.catch((error) => log.warn({ err: error }, 'the work in hand could not be given back'));
      await queue.stop();
      await rm(temporary, { recursive: true, force: true });
      await end();
      log.info({ worker: workerId }, 'worker ended');
    },
  };
}
