import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a running server writes into its folder. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** The server that the folder's `postmaster.pid` names, running or not; undefined without the file. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a process really is the server of this folder: after a crash or a reboot its number may be anybody's. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    return folder === (await realpath(cluster));
  }
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(cluster);
}

/**
 * A server that outlived whoever started it, ready to be used; undefined where none runs. What a dead one left behind
 * in the folder is cleared away, because Postgres would take a reused process number for a running server.
 */
export async function findOrphan(cluster: string, timeoutMs: number): Promise<Postmaster | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await readPostmaster(cluster);
    if (!found) return undefined;
    if (!(await serves(found.pid, cluster))) {
      if (!isAlive(found.pid)) return undefined;
      await rm(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > deadline)
      throw new Error(`Postgres (process ${found.pid}) runs on ${cluster} but does not become ready.`);
    await delay(25);
  }
}

/**
 * Ends a server: asked to, and after `patienceMs` told to. What it had committed is kept in both cases.
 *
 * @example await stopServer(pid, 3_000);
 */
export async function stopServer(pid: number, patienceMs: number): Promise<void> {
  // SIGINT is Postgres' fast shutdown, SIGQUIT its immediate one, which the next start recovers from.
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await delay(10);
    }
  }
}
