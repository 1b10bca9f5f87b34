import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const start = fileURLToPath(new URL('../../apps/server/dist/start.js', import.meta.url));

export interface Stack {
  origin: string;
  dataDir: string;
  /** The one-time link that signs the local owner in and leads to the playground. */
  playground: string;
  /** The sample's preview, where it was rendered. */
  sample: string | undefined;
  process: ChildProcess;
  output(): string;
  /** Milliseconds from the start of the process to its word that all is ready. */
  readyAfter: number;
  /** Ends it as Ctrl-C would. */
  stop(): Promise<void>;
}

export interface StackOptions {
  port?: number;
  /** Kept when given; else a new one that goes away. */
  dataDir?: string;
  pluginDir?: string;
  env?: Record<string, string>;
}

/**
 * The whole of Animatic as `npm start` runs it: embedded Postgres, API, worker, playground.
 *
 * @throws with all that it printed, when it ends before it is ready.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'animatic-stack-')));
  const began = performance.now();
  const child = spawn(process.execPath, [start], {
    env: {
      ...process.env,
      NO_COLOR: '1',
      LOG_LEVEL: 'warn',
      ...options.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(options.pluginDir ? { PLUGIN_DIR: options.pluginDir } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const links = await new Promise<RegExpExecArray>((ready, fail) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /https?:\/\/\S+\/sign-in\/owner\?\S+/.exec(printed);
      if (found && /manifest\.json/.test(printed)) ready(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      fail(new Error(`Animatic ended with code ${code} before it was ready:\n${printed}`)),
    );
  });
  const ended = new Promise((done) => child.once('exit', done));
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    playground: links[0],
    sample: /https?:\/\/\S+\/p\/[\w-]+/.exec(printed)?.[0],
    process: child,
    output: () => printed,
    readyAfter: performance.now() - began,
    async stop() {
      child.kill('SIGINT');
      await ended;
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
