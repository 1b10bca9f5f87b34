import { join } from 'node:path';
import { connect, migrate } from '@animatic/db';
import { diskStore } from '@animatic/media';
import pino from 'pino';
import type { Config } from '../config.ts';
import type { Models } from '../models/models.ts';
import { notesOf } from '../models/notes.ts';
import { openModels } from '../models/open-models.ts';
import { requireFreePort, requireWritable } from './checks.ts';
import { type Running, runRole } from './child.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { PlainError } from './plain-error.ts';
import type { Role } from './roles.ts';

/** Milliseconds that an API process on its way out may take to let go of the port. */
const PORT_PATIENCE = 2_000;

/**
 * Runs the API or a worker in this process, against DATABASE_URL.
 *
 * @throws PlainError without a database that answers, a folder to write into, a catalogue that holds, or, for the API, a
 *   free port
 */
export async function startRole(role: Role, config: Config): Promise<void> {
  const { databaseUrl } = config;
  if (!databaseUrl)
    throw new PlainError(
      `--role ${role} needs DATABASE_URL, a Postgres that all roles share: DATABASE_URL=postgres://…`,
    );
  await requireWritable(config.dataDir);
  if (role === 'api' && config.port !== 0) await requireFreePort(config.host, config.port, PORT_PATIENCE);
  const logger = pino({ level: config.logLevel, base: { role } });
  await runRole(role, async () => {
    const [models] = await Promise.all([
      openModels(config),
      migrate(databaseUrl, migrationsFolder()).catch((error) => {
        throw new PlainError(
          `the database of DATABASE_URL does not answer or cannot be migrated: ${reason(error)}`,
        );
      }),
    ]);
    for (const warning of models.warnings) logger.warn(warning);
    if (role === 'api') logger.info({ notes: notesOf(models) }, 'models');
    return role === 'api'
      ? api(config, databaseUrl, models, logger)
      : worker(config, databaseUrl, models, logger);
  });
}

async function api(
  config: Config,
  databaseUrl: string,
  models: Models,
  logger: pino.Logger,
): Promise<Running> {
  const [{ startApi }, { openQueue }] = await Promise.all([
    import('../http/serve.ts'),
    import('../worker/queue.ts'),
  ]);
  const { db, sql, end } = connect(databaseUrl, { name: 'animatic api' });
  const queue = await openQueue(databaseUrl, {
    onError: (error) => logger.warn({ err: error }, 'the queue reported an error'),
  });
  const media = diskStore(join(config.dataDir, 'media'));
  const served = await startApi({ config, db, sql, enqueue: queue.enqueue, media, models, logger });
  const ending = new AbortController();
  return {
    async welcome(tell) {
      const { welcome } = await import('./welcome-task.ts');
      await welcome({ config, db, media, models, queue, signal: ending.signal }, tell);
    },
    async stop() {
      ending.abort();
      await served.close();
      await queue.stop();
      await end();
    },
  };
}

async function worker(
  config: Config,
  databaseUrl: string,
  models: Models,
  logger: pino.Logger,
): Promise<Running> {
  const [{ startWorker }, { openStudio }] = await Promise.all([
    import('../worker/worker.ts'),
    import('../worker/motion-studio.ts'),
  ]);
  return startWorker({
    databaseUrl,
    dataDir: config.dataDir,
    media: diskStore(join(config.dataDir, 'media')),
    studio: openStudio({ ffmpegPath: config.ffmpegPath }),
    log: logger,
    models: { models, publicUrl: config.publicUrl },
  });
}

/** A refused connection says why in `errors` or `code`, not in its message. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message) return error.message;
  return 'code' in error ? String(error.code) : error.name;
}
