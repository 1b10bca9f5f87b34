import { type Connection, type Enqueue, listenForRenders, rateLimiter } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from '../app.ts';
import { createAuth } from '../auth/auth.ts';
import { authSecret } from '../auth/secret.ts';
import type { Config } from '../config.ts';
import { createMailer } from '../mail/mailer.ts';
import type { Models } from '../models/models.ts';
import { assetsFolder } from './core/assets-folder.ts';

export interface ApiOptions extends Pick<Connection, 'db' | 'sql'> {
  config: Config;
  enqueue: Enqueue;
  media: MediaStore;
  models: Models;
  logger: Logger;
  /** The folder with the pages' assets. */
  assets?: string;
}

/** Milliseconds that requests under way have when the process ends. */
const DRAIN = 2000;

/**
 * Starts the API role.
 *
 * @throws where the port is taken (`EADDRINUSE`) or may not be used (`EACCES`)
 * @example const api = await startApi({ config, db, sql, enqueue: queue.enqueue, media, models, logger });
 */
export async function startApi(options: ApiOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { config, db, sql, media, models, logger, enqueue, assets = assetsFolder() } = options;
  const secret = await authSecret(config);
  const mailer = createMailer(config);
  const auth = createAuth({ db, config, secret, logger, mailer });
  const changes = await listenForRenders(sql);
  const closing = new AbortController();
  const app = createApp(
    {
      config,
      db,
      sql,
      media,
      models,
      logger,
      enqueue,
      auth,
      secret,
      changes,
      mail: mailer !== undefined,
      takeAllowance: rateLimiter(sql),
      timing: { reread: 2000, heartbeat: 15_000 },
      closing: closing.signal,
    },
    { assets },
  );
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  logger.info({ host: config.host, port }, 'api listens');
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    async close() {
      closing.abort();
      await changes.close().catch(() => {});
      await new Promise<void>((resolve) => {
        const force = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, DRAIN);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
    },
  };
}
