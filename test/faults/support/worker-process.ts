import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../apps/server/dist/start.js', import.meta.url));

export interface WorkerProcess {
  pid: number;
  process: ChildProcess;
  ready: Promise<void>;
  /** The signal, or the code, that ended it. */
  ended: Promise<NodeJS.Signals | number | null>;
  output(): string;
}

/** A worker of the bundle, as `npm start -- --role worker` runs one. */
export function startWorkerProcess(
  databaseUrl: string,
  dataDir: string,
  env: Record<string, string> = {},
): WorkerProcess {
  const child = fork(script, ['--role', 'worker'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk));
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then((how) =>
      reject(new Error(`the worker ended with ${how} before it was ready:\n${output}`)),
    );
  });
  ready.catch(() => {});
  return { pid: child.pid ?? 0, process: child, ready, ended, output: () => output };
}
