import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlugin } from '@animatic/figma-plugin/build';
import { freePort } from './free-port.ts';

const start = fileURLToPath(new URL('../../apps/server/dist/start.js', import.meta.url));

export interface Stack {
  origin: string;
  dataDir: string;
  /** The one-time link that signs the local owner in and leads to the playground. */
  playground: string;
  /** The sample's preview, once it is rendered; undefined where there is no sample. */
  sample(): Promise<string | undefined>;
  process: ChildProcess;
  output(): string;
  /** Milliseconds from the start of the process to its word that all is ready. */
  readyAfter: number;
  /** Ends it as Ctrl-C would. */
  stop(): Promise<void>;
}

/** What the launcher tells over IPC. */
interface Messages {
  ready: { playground: string | undefined };
  sample: { preview: string | undefined };
}

export interface StackOptions {
  port?: number;
  /** Kept when given; else a new one that goes away. */
  dataDir?: string;
  env?: Record<string, string>;
}

/**
 * The whole of Animatic as `npm start` runs it: embedded Postgres, API, worker, playground; the plugin built for it.
 *
 * @throws with all that it printed, when it ends before it is ready.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'animatic-stack-')));
  const pluginDir = join(dataDir, 'built-plugin');
  await buildPlugin({ apiOrigin: `http://localhost:${port}`, outDir: pluginDir });
  const began = performance.now();
  const child = spawn(process.execPath, [start], {
    env: {
      ...process.env,
      NO_COLOR: '1',
      LOG_LEVEL: 'warn',
      ...options.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PLUGIN_DIR: pluginDir,
    },
    // Over the channel it tells when it is ready; and it ends by itself when the tests are gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const told = <Kind extends keyof Messages>(type: Kind): Promise<Messages[Kind]> =>
    new Promise((tell, fail) => {
      child.on('message', (message: { type: string } & Messages[Kind]) => {
        if (message.type === type) tell(message);
      });
      child.once('exit', (code) =>
        fail(new Error(`Animatic ended with code ${code} before it was ready:\n${printed}`)),
      );
    });
  const sample = told('sample').then(({ preview }) => preview);
  sample.catch(() => undefined);
  const { playground } = await told('ready');
  const ended = new Promise((done) => child.once('exit', done));
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    playground: playground ?? '',
    sample: () => sample,
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
