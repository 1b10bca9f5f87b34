import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Ancestor {
  pid: number;
  parent: number;
  command: string;
}

/**
 * The processes between npm and us, npm included; none where we were not started by npm. npm hands signals to the shell
 * that it runs a script in, and that one dies of them without a word to us.
 */
export async function npmParents(): Promise<number[]> {
  const found: number[] = [];
  let pid = process.ppid;
  // npm itself, or the shell between.
  for (let level = 0; level < 2 && pid > 1; level++) {
    const ancestor = await read(pid);
    if (!ancestor) return [];
    found.push(pid);
    if (/\bnpm\b/.test(ancestor.command)) return found;
    pid = ancestor.parent;
  }
  return [];
}

/** Calls back once when one of the processes is gone. */
export function whenGone(pids: readonly number[], signal: AbortSignal, gone: () => void): void {
  if (pids.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === pids[0] && pids.every(exists)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function read(pid: number): Promise<Ancestor | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    ]);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return parent >= 0 ? { pid, parent, command } : undefined;
  }
  const { stdout } = await run('ps', ['-o', 'ppid=,command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  const [, parent, command] = /^\s*(\d+)\s+(.*)$/s.exec(stdout) ?? [];
  return parent && command ? { pid, parent: Number(parent), command } : undefined;
}
