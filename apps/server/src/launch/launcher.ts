import { access, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connect } from '@animatic/db';
import { diskStore } from '@animatic/media';
import { createOwnerLink } from '../auth/owner-link.ts';
import { type Config, environmentWith } from '../config.ts';
import { openQueue } from '../worker/queue.ts';
import { requireFreePort, requireWritable } from './checks.ts';
import { type Database, openDatabase } from './database.ts';
import { lockFolder } from './lock.ts';
import { PlainError } from './plain-error.ts';
import { type Role, roleSignals, roles } from './roles.ts';
import { publishSample } from './sample.ts';
import { type Supervised, supervise } from './supervise.ts';
import { bar, type Terminal } from './terminal.ts';
import { watchBundle } from './watch-bundle.ts';
import { printFooter, printSample, printWelcome } from './welcome.ts';

/** Milliseconds that a killed start's processes may take to let go of the port. */
const CRASH_PATIENCE = 6_000;
/** What each part has for ending; together under 5 s. */
const PATIENCE = { worker: 1_800, api: 1_000, database: 1_200 } as const;

export interface LaunchOptions {
  config: Config;
  terminal: Terminal;
  /** The bundle that runs a role by `--role`. */
  script: string;
  /** Start the API and the worker again whenever the bundle changes. */
  watch: boolean;
}

/** What a parent process is told over IPC, if there is one. */
export interface ReadyMessage {
  type: 'ready';
  url: string;
  playground: string | undefined;
  signIn: string;
  manifest: string | undefined;
}
export interface SampleMessage {
  type: 'sample';
  preview: string | undefined;
}

/**
 * Runs all of Animatic on this machine until a signal ends it: database, API and worker, each a process.
 *
 * @throws PlainError when something is in the way that the person can put right
 */
export async function launch({ config: given, terminal, script, watch }: LaunchOptions): Promise<void> {
  const began = performance.now();
  await requireWritable(given.dataDir);
  const config = given.port === 0 ? await onFreePort(given) : given;
  const lock = await lockFolder(config.dataDir, config.publicUrl);
  const ending = new AbortController();
  const children: Supervised[] = [];
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
  // Started by a script that is gone by now: nobody would ever end us.
  if (process.channel) process.on('disconnect', onSignal);

  try {
    await requireFreePort(config.host, config.port, lock.afterCrash ? CRASH_PATIENCE : 0);
    terminal.status('Starting the database');
    database = await openDatabase(config, terminal);
    const logs = join(config.dataDir, 'logs');
    await mkdir(logs, { recursive: true });
    if (stopping) return await stopping;
    terminal.status('Starting the API and a worker');
    const env = environmentWith({
      DATABASE_URL: database.url,
      DATA_DIR: config.dataDir,
      PORT: String(config.port),
      HOST: config.host,
      PUBLIC_URL: config.publicUrl,
      // With a DATABASE_URL it would be off.
      PLAYGROUND: config.playground ? 'on' : 'off',
    });
    const log = (role: Role) => join(logs, `${role}.log`);
    for (const role of roles)
      children.push(
        supervise({
          role,
          script,
          env,
          log: log(role),
          onCrash: (role, how, againInMs) =>
            terminal.complain(
              `the ${role} process ${how}; it is started again in ${(againInMs / 1000).toFixed(1)} s. See ${log(role)}`,
            ),
        }),
      );
    await Promise.all(
      children.map((child) =>
        child.ready.catch(async (error) => {
          if (ending.signal.aborted) return;
          const said = (await lastLines(log(child.role), 5)).map((line) => `\n  ${line}`).join('');
          throw new PlainError(
            `the ${child.role} process did not start (${error.message}). Its log ${log(child.role)} says:${said}`,
          );
        }),
      ),
    );
    if (stopping) return await stopping;
    if (watch)
      watchBundle(script, ending.signal, () => void Promise.all(children.map((child) => child.restart())));
    await welcome(config, database.url, terminal, ending.signal, began);
  } catch (error) {
    if (stopping) return await stopping;
    await stop();
    throw error;
  }
}

async function welcome(
  config: Config,
  databaseUrl: string,
  terminal: Terminal,
  signal: AbortSignal,
  began: number,
) {
  const { db, end } = connect(databaseUrl, { max: 2, name: 'animatic start' });
  try {
    const { publicUrl } = config;
    const signIn = await createOwnerLink(db, { publicUrl, next: config.playground ? '/playground/' : '/' });
    const playground = config.playground ? signIn : undefined;
    const manifest = join(config.pluginDir, 'manifest.json');
    const built = await access(manifest).then(
      () => true,
      () => false,
    );
    const shown = { playground, signIn, manifest: built ? manifest : undefined };
    const seconds = (performance.now() - began) / 1000;
    printWelcome(terminal, { ...shown, publicUrl, dataDir: config.dataDir, seconds });
    process.send?.({ type: 'ready', url: publicUrl, ...shown } satisfies ReadyMessage);

    const slug = await publishSample({
      db,
      media: diskStore(join(config.dataDir, 'media')),
      openQueue: () => openQueue(databaseUrl),
      signal,
      onProgress: ({ progress, stage }) => terminal.status(`Sample      ${bar(progress)}  ${stage}`),
    }).catch((error) => {
      if (signal.aborted) return undefined;
      terminal.complain(
        `the sample could not be rendered: ${error instanceof Error ? error.message : error}`,
      );
      return undefined;
    });
    if (signal.aborted) return;
    const preview = slug && `${publicUrl}/p/${slug}`;
    if (preview) printSample(terminal, preview);
    printFooter(terminal, config.dataDir);
    process.send?.({ type: 'sample', preview } satisfies SampleMessage);
  } finally {
    await end();
  }
}

async function lastLines(file: string, count: number): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-count);
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
