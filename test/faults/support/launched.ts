import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../apps/server/dist/start.js', import.meta.url));

export interface Launched {
  process: ChildProcess;
  pid: number;
  output(): string;
  /** Settles when all is ready; rejects with the output when it ends before. */
  ready: Promise<{ url: string; signIn: string }>;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const running = new Set<Launched>();

/** Starts the bundle as `npm start` does, as the leader of a process group of its own. */
export function startLauncher(env: Record<string, string>, args: string[] = []): Launched {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, SAMPLE: 'off', LOG_LEVEL: 'warn', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk));
  const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const ready = new Promise<{ url: string; signIn: string }>((resolve, reject) => {
    child.on('message', (message: { type: string; url: string; signIn: string }) => {
      if (message.type === 'ready') resolve(message);
    });
    void exit.then(({ code }) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  ready.catch(() => {});
  const launched = { process: child, pid: child.pid ?? 0, output: () => output, ready, exit };
  running.add(launched);
  void exit.then(() => running.delete(launched));
  return launched;
}

/** Ends every launcher that a test left running. */
export async function endAll(): Promise<void> {
  for (const launched of [...running]) {
    launched.process.kill('SIGTERM');
    await launched.exit;
  }
}

/** Every living process below this one, by number; Linux only. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state !== 'Z') parents.set(Number(name), Number(parent));
    } catch {
      // Ended while we looked.
    }
  }
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.filter((member) => parents.has(member));
}

export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** kill -9; what ended by itself meanwhile is as dead. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
