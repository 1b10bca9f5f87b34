import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { DeskProcess } from '@animatic/server/worker/generations/testing/desk-process';

const server = createRequire(import.meta.url).resolve('@animatic/server/worker/generations/desk');
const script = fileURLToPath(new URL('testing/desk-process.ts', `file://${server}`));

/** A desk in a process of its own. */
export interface DeskWorker {
  process: ChildProcess;
  ready: Promise<void>;
  /** The signal, or the code, that ended it. */
  ended: Promise<NodeJS.Signals | number | null>;
}

/** @example const worker = startDeskWorker(handed); await worker.ready; worker.process.kill('SIGKILL'); */
export function startDeskWorker(handed: DeskProcess): DeskWorker {
  const child = fork(script, [JSON.stringify(handed)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then((how) => reject(new Error(`a desk ended with ${how} before it was ready`)));
  });
  ready.catch(() => {});
  return { process: child, ready, ended };
}
