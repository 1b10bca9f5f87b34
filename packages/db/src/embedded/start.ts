import { access, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { serverAccount } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { findOrphan, isAlive, stopServer } from './postmaster.ts';
import { createCluster, launchServer, readOrMakePassword, SUPERUSER } from './server.ts';

const DATABASE = 'animatic';
/** Milliseconds for a shutdown in good order. */
const PATIENCE = 3_000;

export interface EmbeddedPostgresOptions {
  /** Holds the cluster (`postgres/`), its password and its log. Made if missing. */
  dataDir: string;
  /** A free one of 127.0.0.1 without it. An adopted server keeps the port it has. */
  port?: number;
  /** False trades safety against a power cut (not against a killed process) for speed: for tests. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Of a database named `animatic`, for its superuser. */
  url: string;
  port: number;
  pid: number;
  /** True where a server that outlived an earlier process was taken over. */
  adopted: boolean;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends the server and waits until its process is gone; what it is still doing after `patienceMs` (3 s) is cut off. */
  stop(patienceMs?: number): Promise<void>;
}

/**
 * Starts a real Postgres 18 from npm on a folder, on loopback only, or takes over the one that a killed process left
 * running there. It is a process of its own: no signal to our process group ends it, only `stop` does.
 *
 * Two callers on one folder would share one server: hold a lock on the folder first.
 *
 * @throws Error when the platform has no binaries, the folder cannot be written, or the server does not start.
 * @example
 * const database = await startEmbeddedPostgres({ dataDir: '.animatic' });
 * const sql = postgres(database.url);
 * await database.stop();
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const durable = options.durable ?? true;
  const cluster = join(dataDir, 'postgres');
  await mkdir(dataDir, { recursive: true });
  const password = await readOrMakePassword(join(dataDir, 'postgres.password'));
  const urlOn = (port: number, database = DATABASE) =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

  const orphan = await findOrphan(cluster, 20_000);
  if (orphan) {
    await ensureDatabase(urlOn(orphan.port, 'postgres'));
    return {
      url: urlOn(orphan.port),
      port: orphan.port,
      pid: orphan.pid,
      adopted: true,
      ended: untilGone(orphan.pid),
      stop: (patienceMs = PATIENCE) => stopServer(orphan.pid, patienceMs),
    };
  }

  const account = await serverAccount();
  const place = { binaries: await locateBinaries(account), account, cluster };
  const fresh = !(await exists(join(cluster, 'PG_VERSION')));
  if (fresh) await createCluster(place, password, durable);
  const { pid, port, ended } = await launchOnFreePort(options.port, (port) =>
    launchServer(place, { port, durable, log: join(dataDir, 'postgres.log') }),
  );
  await ensureDatabase(urlOn(port, 'postgres'));
  return {
    url: urlOn(port),
    port,
    pid,
    adopted: false,
    ended,
    stop: (patienceMs = PATIENCE) => stopServer(pid, patienceMs),
  };
}

async function launchOnFreePort<T extends object>(
  wanted: number | undefined,
  launch: (port: number) => Promise<T>,
) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    try {
      return { ...(await launch(port)), port };
    } catch (error) {
      const said = error instanceof Error ? error.message : '';
      // The children of a server that was killed need a moment to see it; a free port may be taken by the time we use it.
      const passing =
        said.includes('shared memory block') || (!wanted && said.includes('Address already in use'));
      if (!passing || attempt >= 40) throw error;
      await delay(250);
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 20 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A port of 127.0.0.1 that nobody listens on right now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port of 127.0.0.1 is free');
  return address.port;
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(500, undefined, { ref: false });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
