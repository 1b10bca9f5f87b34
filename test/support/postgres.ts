import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An empty Postgres server that may create databases. */
    databaseUrl: string;
  }
}

/** One real Postgres for a run of the tests: `TEST_DATABASE_URL`, else the embedded one in a folder that goes away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('databaseUrl', given);
    return async () => undefined;
  }
  const { startEmbeddedPostgres } = await import('@animatic/db/embedded');
  const dataDir = await mkdtemp(join(tmpdir(), 'animatic-test-postgres-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  project.provide('databaseUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
