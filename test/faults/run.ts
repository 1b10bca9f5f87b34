import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, migrate } from '@animatic/db';
import { startEmbeddedPostgres } from '@animatic/db/embedded';
import { openQueue } from '@animatic/server/worker/queue';
import postgres from 'postgres';
import { everyFault } from '../fake-models/faults/kinds.ts';
import { startFakeModels } from '../fake-models/start.ts';
import { openAsker } from './generations/asks.ts';
import { buildDeskWorker, type DeskWorker, startDeskWorker } from './generations/desk-worker.ts';
import { vendorsAt } from './generations/vendors.ts';
import { judge } from './generations/verdict.ts';

/** Shots of a render. */
const SHOTS = 3;
/** Milliseconds that a killed worker is alive at least, and at most more. */
const ALIVE_MS = 100;
const MORE_MS = 1_400;
/** Milliseconds after the last kill in which all has to have come to an end. */
const PATIENCE_MS = 600_000;

const { values } = parseArgs({
  options: {
    generations: { type: 'string', default: '300' },
    workers: { type: 'string', default: '4' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string', default: 'silent' },
  },
});
const wanted = {
  generations: Number(values.generations),
  workers: Number(values.workers),
  kills: Number(values.kills),
};
const random = seeded(Number(values.seed));
const began = Date.now();
const say = (words: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${words}`);

const folder = await mkdtemp(join(tmpdir(), 'animatic-faults-'));
const database = await openDatabase();
const models = await startFakeModels({
  seed: Number(values.seed),
  settings: { queuedSeconds: 0.5, workSeconds: 3, looks: 4, hangSeconds: 8, fps: 12 },
});
const ours: DeskWorker[] = [];
try {
  const ok = await run();
  process.exitCode = ok ? 0 : 1;
} finally {
  for (const { process: child } of ours) child.kill('SIGKILL');
  await models.stop();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<boolean> {
  models.control.faultsAtRandom({ ...everyFault, seed: Number(values.seed) });
  await migrate(database.url);
  const { db, sql, end } = connect(database.url, { max: 4, name: 'animatic run of faults' });
  const queue = await openQueue(database.url);
  const mediaDir = join(folder, 'media');
  const asker = await openAsker(db, async () => {});
  const start = () => {
    const worker = startDeskWorker({
      databaseUrl: database.url,
      mediaDir,
      catalogue: vendorsAt(models.origin),
      logLevel: values.log,
      settings: {
        tickMs: 200,
        upkeepMs: 1_000,
        leaseMs: 6_000,
        submitTimeoutMs: 6_000,
        lookTimeoutMs: 6_000,
        fetchTimeoutMs: 20_000,
        // Its list shows what it took two seconds late now and then.
        settleMs: 4_000,
        longestFaultMs: 5_000,
      },
    });
    ours.push(worker);
    void worker.ended.then(() => ours.splice(ours.indexOf(worker), 1));
    return worker;
  };
  const standing = async () => {
    const rows = await sql<{ state: string; n: number }[]>`
      select state, count(*)::int as n from generation group by state order by state`;
    return rows.map(({ state, n }) => `${n} ${state}`).join(', ');
  };
  say(`${wanted.workers} workers on one Postgres, a vendor with all faults on`);
  await buildDeskWorker();
  const living = Array.from({ length: wanted.workers }, start);
  await Promise.all(living.map(({ ready }) => ready));

  let kills = 0;
  while (kills < wanted.kills) {
    // There is always something in their hands.
    const due = Math.ceil(((kills + 1) / wanted.kills) * wanted.generations);
    while (asker.asked() < due) await asker.ask(Math.min(SHOTS, wanted.generations - asker.asked()));
    await delay(ALIVE_MS + random() * MORE_MS);
    const at = Math.floor(random() * living.length);
    const victim = living[at];
    if (!victim) continue;
    await victim.ready;
    victim.process.kill('SIGKILL');
    await victim.ended;
    living[at] = start();
    kills += 1;
    if (kills % 10 === 0) say(`${kills} killed; ${await standing()}`);
  }
  while (asker.asked() < wanted.generations)
    await asker.ask(Math.min(SHOTS, wanted.generations - asker.asked()));
  const until = Date.now() + PATIENCE_MS;
  for (let turn = 0; Date.now() < until; turn += 1) {
    const [open] = await sql<{ n: number }[]>`
      select count(*)::int as n from generation where state not in ('done', 'failed', 'cancelled', 'needs_review')`;
    if (open?.n === 0) break;
    if (turn % 10 === 9) say(await standing());
    await delay(1_000);
  }
  const { verdict, told } = await judge(sql, models, mediaDir, kills);
  for (const words of told) say(words);
  say(`faults: ${JSON.stringify(models.control.summary().fired)}`);
  await queue.stop();
  await end();
  console.log(JSON.stringify(verdict));
  return verdict.charged_twice === 0 && verdict.lost === 0;
}

/** `TEST_DATABASE_URL`'s server, else an embedded one that goes away. */
async function openDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) {
    const embedded = await startEmbeddedPostgres({ dataDir: folder });
    return { url: embedded.url, stop: () => embedded.stop() };
  }
  const name = `animatic_faults_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(given, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async stop() {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

/** Mulberry32, so that a run can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
