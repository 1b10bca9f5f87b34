import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, canReach } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readPostmaster } from './postmaster.ts';

export const SUPERUSER = 'animatic';
const LARGEST_LOG = 5 * 1024 * 1024;

/** The folder's own password, made on the first start. */
export async function readOrMakePassword(file: string): Promise<string> {
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (known) return known;
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return password;
}

interface Place {
  binaries: Binaries;
  account: Account | undefined;
  /** The cluster's folder. */
  cluster: string;
}

/** Makes the cluster beside its final place and moves it there, so that a crash in between leaves nothing half made. */
export async function createCluster(place: Place, password: string, durable: boolean): Promise<void> {
  const { account, cluster } = place;
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const secret = await mkdtemp(join(tmpdir(), 'animatic-initdb-'));
  try {
    const passwordFile = join(secret, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account)
      for (const path of [draft, secret, passwordFile]) await chown(path, account.uid, account.gid);
    await runToEnd(place.binaries.initdb, draft, account, [
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await rename(draft, cluster);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}

/** Starts the server as a process of its own, which no signal to our process group reaches, and waits until it is ready. */
export async function launchServer(place: Place, options: { port: number; durable: boolean; log: string }) {
  const { binaries, account, cluster } = place;
  if (((await stat(options.log).catch(() => undefined))?.size ?? 0) > LARGEST_LOG)
    await truncate(options.log);
  const log = await open(options.log, 'a', 0o600);
  const from = (await log.stat()).size;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: options.port,
    shared_buffers: '64MB',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const { child, release } = await spawnIn(
    binaries.postgres,
    cluster,
    account,
    Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    { detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let exited = false;
  void ended.then(() => {
    exited = true;
  });
  await log.close();
  await release();
  child.unref();
  const deadline = Date.now() + 60_000;
  while (!exited && Date.now() < deadline) {
    const found = await readPostmaster(cluster);
    if (found?.pid === child.pid && found?.status === 'ready') return { pid: found.pid, ended };
    await delay(10);
  }
  const said = (await readFile(options.log, 'utf8')).slice(from).trim();
  throw new Error(`Postgres did not start on ${cluster}. It said:\n${said.split('\n').slice(-6).join('\n')}`);
}

async function runToEnd(file: string, folder: string, account: Account | undefined, args: string[]) {
  const { child, release } = await spawnIn(file, folder, account, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(release);
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${Buffer.concat(said).toString().trim()}`);
}

/**
 * Runs one of Postgres' programs on a folder, as the lent account. Where that account cannot walk down to the folder
 * (a data folder under root's closed home), it gets the folder as an open file: /proc leads into it without the walk.
 */
async function spawnIn(
  file: string,
  folder: string,
  account: Account | undefined,
  args: string[],
  options: SpawnOptions & { stdio: Array<'ignore' | 'pipe' | number> },
) {
  await chmod(folder, 0o700);
  const open = account && !(await canReach(account, folder)) ? await openFolder(folder) : undefined;
  const child = spawn(file, ['-D', open ? '/proc/self/fd/3' : folder, ...args], {
    ...options,
    stdio: open ? [...options.stdio, open.fd] : options.stdio,
    cwd: '/',
    // Nothing of our environment: PGDATA, LC_ALL or TZ of the caller must not change the database.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  child.once('error', () => {});
  return { child, release: async () => open?.close() };
}

async function openFolder(folder: string) {
  if (process.platform !== 'linux')
    throw new Error(
      `The account that Postgres runs as cannot reach ${folder}. Set DATA_DIR to a folder that it can reach.`,
    );
  return open(folder, 'r');
}
