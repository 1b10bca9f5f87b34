import type { EmbeddedPostgres } from '@animatic/db/embedded';
import type { Config } from '../config.ts';
import type { Terminal } from './terminal.ts';

export interface Database {
  url: string;
  stop(patienceMs: number): Promise<void>;
}

/** One's own database as it is, or the embedded one, which is started again should it be ended by somebody else. */
export async function openDatabase(config: Config, terminal: Terminal): Promise<Database> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  const { startEmbeddedPostgres } = await import('@animatic/db/embedded');
  let stopping = false;
  let current = await startEmbeddedPostgres({ dataDir: config.dataDir });
  const { port, url } = current;
  const watch = (server: EmbeddedPostgres) =>
    void server.ended.then(async () => {
      if (stopping) return;
      terminal.complain('the database was ended from outside; it is started again.');
      try {
        current = await startEmbeddedPostgres({ dataDir: config.dataDir, port });
        if (stopping) await current.stop();
        else watch(current);
      } catch (error) {
        terminal.complain(
          `the database does not start again: ${error instanceof Error ? error.message : error}`,
        );
      }
    });
  watch(current);
  return {
    url,
    async stop(patienceMs) {
      stopping = true;
      await current.stop(patienceMs);
    },
  };
}
