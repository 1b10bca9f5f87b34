import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect, forWorkspace, migrate, type WorkspaceQueries } from '@animatic/db';
import { startEmbeddedPostgres } from '@animatic/db/embedded';
import { makeWorkspace } from '@animatic/db/testing';
import { type FakeModels, startFakeModels } from '../../fake-models/start.ts';
import { buildDeskWorker, type DeskWorker, startDeskWorker } from '../../faults/generations/desk-worker.ts';

/** A Postgres, a pretend vendor without faults, a workspace, and one desk in a process of its own. */
export interface Stage {
  models: FakeModels;
  studio: WorkspaceQueries;
  sql: Connection['sql'];
  mediaDir: string;
  pid: number;
  close(): Promise<void>;
}

/** What the vendor is told to take: as many as are asked, at the pace of a hosted one. */
const provider = {
  id: 'bench',
  name: 'Bench',
  wire: 'videos',
  keyVariable: 'BENCH_KEY',
  keyOptional: true,
  lists: true,
  limits: { concurrent: 10_000, perMinute: 10_000 },
};
const model = {
  id: 'bench-video',
  name: 'Bench video',
  provider: 'bench',
  model: 'wan-2.2',
  kind: 'video',
  sizes: [{ width: 1280, height: 720 }],
  durations: [4, 8],
  takes: { firstFrame: true, delete: true },
  price: { per: 'second', dollars: 0.1 },
};

/**
 * @param pollSeconds the pace at which a generation is looked at
 * @param workSeconds how long the vendor takes
 */
export async function openStage(pollSeconds: number, workSeconds: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-bench-desk-'));
  const [database, models] = await Promise.all([
    startEmbeddedPostgres({ dataDir: folder }),
    startFakeModels({ settings: { queuedSeconds: 0, workSeconds, looks: 1, fps: 24, keepSeconds: 3600 } }),
    buildDeskWorker(),
  ]);
  await migrate(database.url);
  const { db, sql, end } = connect(database.url, { max: 4, name: 'animatic bench' });
  const mediaDir = join(folder, 'media');
  const worker: DeskWorker = startDeskWorker({
    databaseUrl: database.url,
    mediaDir,
    catalogue: {
      providers: [{ ...provider, baseUrl: `${models.origin}/openai/v1`, pollSeconds }],
      models: [model],
    },
    settings: { perWorkspace: 10_000 },
  });
  await worker.ready;
  return {
    models,
    studio: forWorkspace(db, (await makeWorkspace(db)).workspaceId),
    sql,
    mediaDir,
    pid: worker.process.pid ?? 0,
    async close() {
      worker.process.kill('SIGKILL');
      await worker.ended;
      await end();
      await models.stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
