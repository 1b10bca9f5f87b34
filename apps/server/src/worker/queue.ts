import type { Tx } from '@animatic/db';
import { sql as drizzleSql } from 'drizzle-orm';
import { type Db as BossDb, fromDrizzle, PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { renderJob } from './jobs/render-job.ts';

export interface Queue {
  /**
   * Sends the wake-up of a render inside the caller's transaction: it exists if, and only if, the change does.
   * A wake-up that is already waiting is enough, so calling twice is harmless.
   */
  enqueue(tx: Tx, renderId: string, options?: { afterSeconds?: number }): Promise<void>;
  /** Hands each wake-up to the handler, one at a time. The handler never throws for a render's own failure. */
  work(handler: (renderId: string) => Promise<void>): Promise<void>;
  /** Takes no further wake-up, and settles when the one in hand was handled. */
  stopWork(): Promise<void>;
  /** Lets go at once; what is in hand is for the caller to give back first. */
  stop(): Promise<void>;
}

/**
 * Opens the queue, which lies in the schema `pgboss` of the same database, on connections of its own.
 *
 * @example
 * const queue = await openQueue(config.databaseUrl);
 * await db.transaction(async (tx) => { …; await queue.enqueue(tx, renderId); });
 */
export async function openQueue(
  url: string,
  options: { worker?: boolean; onError?: (error: unknown) => void } = {},
): Promise<Queue> {
  const sql = postgres(url, {
    max: options.worker ? 3 : 2,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: 'animatic queue' },
    // pg-boss hands over JSON that is text already.
    types: {
      json: {
        to: 114,
        from: [114, 3802],
        serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
        parse: (text: string) => JSON.parse(text),
      },
    },
  });
  const boss = new PgBoss({
    db: bossOver(sql),
    schema: 'pgboss',
    useListenNotify: options.worker ?? false,
    supervise: options.worker ?? false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    schedule: false,
  });
  boss.on('error', (error) => options.onError?.(error));
  try {
    await boss.start();
    await boss.createQueue(renderJob.name, renderJob.queue);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  return {
    async enqueue(tx, renderId, { afterSeconds } = {}) {
      await boss.send(renderJob.name, renderJob.data.parse({ renderId }), {
        singletonKey: renderId,
        db: fromDrizzle(tx, drizzleSql),
        ...(afterSeconds ? { startAfter: afterSeconds } : {}),
      });
    },
    async work(handler) {
      await boss.work(
        renderJob.name,
        // The polling is a floor under NOTIFY, and it is what delayed retries wait for.
        {
          batchSize: 1,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 2,
          heartbeatRefreshSeconds: 5,
        },
        async ([job]) => {
          if (job) await handler(renderJob.data.parse(job.data).renderId);
        },
      );
    },
    stopWork: () => boss.offWork(renderJob.name, { wait: true }),
    async stop() {
      await boss.stop({ graceful: false, close: false });
      await sql.end({ timeout: 1 });
    },
  };
}

const beginsTransaction = /^\s*BEGIN\b/i;

/** postgres.js as pg-boss wants a database. */
function bossOver(sql: postgres.Sql): BossDb {
  return {
    async executeSql(text, values) {
      if (values?.length)
        return { rows: [...(await sql.unsafe(text, values as postgres.ParameterOrJSON<never>[]))] };
      // Several statements in one text; BEGIN … COMMIT wants a connection to itself.
      const run = async (on: postgres.Sql) => {
        const result = await on.unsafe(text);
        return { rows: (result as unknown[]).flat() };
      };
      if (!beginsTransaction.test(text)) return run(sql);
      const reserved = await sql.reserve();
      try {
        return await run(reserved);
      } catch (error) {
        await reserved.unsafe('ROLLBACK');
        throw error;
      } finally {
        reserved.release();
      }
    },
    async listen(channel, onNotification, onReconnect) {
      const { unlisten } = await sql.listen(channel, onNotification, onReconnect);
      return { close: unlisten };
    },
  };
}
