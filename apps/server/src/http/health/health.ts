import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';

/** Milliseconds that the database has to answer. */
const PATIENCE = 2000;

export const health: Mount = (app, { sql, logger }) => {
  /** The process is there. */
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  /** It can do its work. */
  app.get('/readyz', async (c) => {
    try {
      await Promise.race([sql`select 1`, late()]);
    } catch (error) {
      logger.warn({ err: error }, 'not ready');
      throw new HttpProblem('not_ready', { detail: 'The database does not answer.' });
    }
    return c.json({ status: 'ready' });
  });
};

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE).unref();
  });
