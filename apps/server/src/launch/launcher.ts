import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, environmentWith } from '../config.ts';
import { requireFreePort, requireWritable } from './checks.ts';
import { type Database, openDatabase } from './database.ts';
import { lockFolder } from './lock.ts';
import type { FromLauncher, FromRole } from './messages.ts';
import { npmParents, whenGone } from './npm-parents.ts';
import { PlainError } from './plain-error.ts';
import { roleSignals, roles } from './roles.ts';
import { type Supervised, supervise } from './supervise.ts';
import { bar, type Terminal } from './terminal.ts';
import { watchBundle } from './watch-bundle.ts';
import { printFooter, printSample, printWelcome } from './welcome.ts';

/** Milliseconds that a killed start's processes may take to let go of the port. */
const CRASH_PATIENCE = 6_000;
/** What each part has for ending; together under 5 s. */
const PATIENCE = { worker: 1_600, api: 1_400, database: 1_200 } as const;

export interface LaunchOptions {
  config: Config;
  terminal: Terminal;
  /** The bundle that runs a role by `--role`. */
  script: string;
  /** Start the API and the worker again whenever the bundle changes. */
  watch: boolean;
}

/**
 * Runs all of Animatic on this machine until a signal ends it: database, API and worker, each a process. This one loads
 * none of their code, so that it starts fast and stays small.
 *
 * @throws PlainError when something is in the way that the person can put right
 */
export async function launch({ config: given, terminal, script, watch }: LaunchOptions): Promise<void> {
  const began = performance.now();
  await requireWritable(given.dataDir);
  // Said here, at once and in its own words, rather than by a process that does not come up.
  if (given.models.file) await (await import('../models/read-catalogue.ts')).readCatalogue(given.models);
  const config = given.port === 0 ? await onFreePort(given) : given;
  const lock = await lockFolder(config.dataDir, config.publicUrl);
  const children: Supervised[] = [];
  const ending = new AbortController();
  let database: Database | undefined;
  let stopping: Promise<void> | undefined;

  const stop = () => {
    stopping ??= (async () => {
      ending.abort();
      // Whoever works gives back what is in hand; then nobody is answered; then nobody writes.
      for (const role of ['worker', 'api'] as const)
        await Promise.all(
          children.filter((child) => child.role === role).map((child) => child.stop(PATIENCE[role])),
        );
      await database?.stop(PATIENCE.database);
      await lock.release();
    })();
    return stopping;
  };
  const onSignal = () => {
    if (!stopping) terminal.status('Ending …', true);
    void stop().then(() => {
      terminal.print('  Ended. Everything is kept.');
      process.exit(0);
    });
  };
  for (const signal of roleSignals) process.on(signal, onSignal);
  // Started by a script or by npm that is gone by now: nobody would ever end us.
  process.on('disconnect', onSignal);
  whenGone(await npmParents(), ending.signal, onSignal);

  try {
    await requireFreePort(config.host, config.port, lock.afterCrash ? CRASH_PATIENCE : 0);
    terminal.status('Starting the database');
    database = await openDatabase(config, terminal);
    if (stopping) return await stopping;
    terminal.status('Starting the API and a worker');
    const logs = join(config.dataDir, 'logs');
    await mkdir(logs, { recursive: true });
    const env = environmentWith({
      DATABASE_URL: database.url,
      DATA_DIR: config.dataDir,
      PORT: String(config.port),
      HOST: config.host,
      PUBLIC_URL: config.publicUrl,
      // With a DATABASE_URL it would be off.
      PLAYGROUND: config.playground ? 'on' : 'off',
      NODE_COMPILE_CACHE: join(config.dataDir, 'cache'),
    });
    const greeting = greet(config, terminal, began);
    for (const role of roles) {
      const log = join(logs, `${role}.log`);
      const child = supervise({
        role,
        script,
        env,
        log,
        onMessage: greeting.onMessage,
        onCrash: (role, how, againInMs) =>
          terminal.complain(
            `the ${role} process ${how}; it is started again in ${(againInMs / 1000).toFixed(1)} s. See ${log}`,
          ),
      });
      children.push(child);
    }
    await Promise.all(
      children.map((child) => started(child, join(logs, `${child.role}.log`), ending.signal)),
    );
    if (stopping) return await stopping;
    greeting.allReady();
    if (watch)
      watchBundle(script, ending.signal, async () => {
        await Promise.all(children.map((child) => child.restart()));
        terminal.print(`  ${terminal.style('dim', 'Built again; API and worker run the new code.')}`);
      });
  } catch (error) {
    if (stopping) return await stopping;
    await stop();
    throw error;
  }
}

async function started(child: Supervised, log: string, ending: AbortSignal): Promise<void> {
  try {
    await child.ready;
  } catch (error) {
    if (ending.aborted) return;
    const how = error instanceof Error ? error.message : error;
    throw new PlainError(
      `the ${child.role} process did not start (${how}). Its log ${log} ends so:\n${await tail(log)}`,
    );
  }
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-6).join('\n');
}

/** Says once what a person needs to know, when every part of it is known; the sample's link comes last. */
function greet(config: Config, terminal: Terminal, began: number) {
  const { publicUrl, dataDir } = config;
  let signIn: string | undefined;
  let notes: readonly string[] = [];
  let sample: Extract<FromRole, { type: 'sample' }> | undefined;
  let ready = false;
  let greeted = false;
  let finished = false;
  const tell = (message: FromLauncher) => {
    if (process.connected) process.send?.(message);
  };

  const sayWhatIsKnown = () => {
    if (ready && signIn && !greeted) {
      greeted = true;
      const seconds = (performance.now() - began) / 1000;
      const manifest = join(config.pluginDir, 'manifest.json');
      const links = {
        signIn,
        playground: config.playground ? signIn : undefined,
        manifest: existsSync(manifest) ? manifest : undefined,
      };
      printWelcome(terminal, { ...links, notes, publicUrl, dataDir, seconds });
      tell({ type: 'ready', url: publicUrl, ...links });
    }
    if (greeted && sample && !finished) {
      finished = true;
      if (sample.preview) printSample(terminal, sample.preview);
      if (sample.problem) terminal.complain(`the sample could not be rendered: ${sample.problem}`);
      printFooter(terminal, dataDir);
      tell(sample);
    }
  };

  return {
    allReady() {
      ready = true;
      sayWhatIsKnown();
    },
    onMessage(message: FromRole, answer: (message: 'welcome') => void) {
      if (message.type === 'ready' && message.role === 'api' && !finished) answer('welcome');
      if (message.type === 'models') notes = message.notes;
      if (message.type === 'sign-in') signIn ??= message.url;
      if (message.type === 'sample-progress' && greeted)
        terminal.status(`${'Sample'.padEnd(12)}${bar(message.progress)}  ${message.stage}`);
      if (message.type === 'sample') sample ??= message;
      sayWhatIsKnown();
    },
  };
}

async function onFreePort(config: Config): Promise<Config> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, config.host, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new PlainError(`no port of ${config.host} is free`);
  const { port } = address;
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}
