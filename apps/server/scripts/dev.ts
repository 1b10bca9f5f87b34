import { fork, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run dev`: everything runs as with `npm start`, and whatever changes is built again by turbo, which knows what
 * hangs together. The launcher watches the server's bundle; the playground and the plugin are read at each request.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = fileURLToPath(new URL('../dist/start.js', import.meta.url));

/** Milliseconds of silence after which a change counts as whole. */
const QUIET = 150;
const sources = /^(apps|packages)\/[\w-]+\/(src|scripts|samples|kernel|migrations)\//;
const ours = /(^|\/)(node_modules|dist|\.turbo)\/|\.test\.tsx?$/;

let building = false;
let again = false;

async function build(): Promise<boolean> {
  const turbo = spawn('npx', ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => turbo.once('exit', (code) => resolve(code === 0)));
}

async function rebuild(): Promise<void> {
  if (building) {
    again = true;
    return;
  }
  building = true;
  do {
    again = false;
    await build();
  } while (again);
  building = false;
}

if (!(await build())) process.exit(1);
const running = fork(launcher, ['--watch'], { cwd: root });
// It ends everything in order; we only wait for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.kill(signal));
running.once('exit', (code) => process.exit(code ?? 1));

let timer: NodeJS.Timeout | undefined;
for (const folder of ['apps', 'packages'])
  watch(`${root}/${folder}`, { recursive: true }, (_, name) => {
    const path = relative(root, `${root}/${folder}/${name ?? ''}`).replaceAll('\\', '/');
    if (!sources.test(path) || ours.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), QUIET);
  });
