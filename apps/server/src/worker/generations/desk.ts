import { type AskedProvider, claimAsks, providersWanted } from './claim-asks.ts';
import { claimDue, renewLeases } from './claim-due.ts';
import { copyFile } from './copy-file.ts';
import type { DeskContext, DeskParts, Row } from './desk-context.ts';
import { findAsked } from './find-asked.ts';
import { look } from './look.ts';
import { openLookWriter } from './look-writer.ts';
import { openPool } from './pool.ts';
import { type DeskSettings, defaultSettings } from './settings.ts';
import { submit } from './submit.ts';
import { upkeep } from './upkeep.ts';

export interface DeskOptions extends DeskParts {
  settings?: Partial<DeskSettings>;
}

/** What one look at the table took up. */
export interface Tick {
  /** Rows that were due. */
  due: number;
  /** Rows that were asked for. */
  asked: number;
}

/** The generation desk: it brings every generation of the table to its end, with as many others as there are. */
export interface Desk {
  /** Looks at the table again and again until it is stopped. */
  start(): void;
  /** Looks once and takes up what is due; it does not wait for it. */
  tick(): Promise<Tick>;
  /** Settles when nothing is in hand. */
  idle(): Promise<void>;
  /** Takes nothing more, gives what is in hand a moment, and lets go. */
  stop(): Promise<void>;
}

/**
 * Opens a desk. State lives in the table alone: a desk that is killed leaves nothing lost, and several of them share the
 * work.
 *
 * @example const desk = openDesk({ db, media, queue, engines, catalogue, … }); desk.start();
 */
export function openDesk({ settings: given, ...parts }: DeskOptions): Desk {
  const settings = { ...defaultSettings, ...given };
  const ending = new AbortController();
  const context: DeskContext = { ...parts, settings, shutdown: ending.signal };
  const { db, log, workerId } = context;
  const pools = {
    looks: openPool(settings.looks),
    submits: openPool(settings.submits),
    fetches: openPool(settings.fetches),
  };
  const writer = openLookWriter(context);
  /** What is in hand, by id. */
  const inHand = new Map<string, Promise<void>>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<unknown> = Promise.resolve();
  let keptAt = Number.NEGATIVE_INFINITY;
  const heartbeat = setInterval(() => {
    renewLeases(db, workerId, settings.leaseMs, [...inHand.keys()]).catch((error) =>
      log.warn({ err: error }, 'leases could not be renewed'),
    );
  }, settings.leaseMs / 4);
  heartbeat.unref();

  /** Does something with rows that are in this worker's hands; what goes wrong with it is the lease's to mend. */
  function take(rows: readonly { id: string }[], work: () => Promise<void>): void {
    const done = work()
      .catch((error) => log.warn({ err: error, rows: rows.length }, 'work on generations broke off'))
      .finally(() => {
        for (const { id } of rows) inHand.delete(id);
      });
    for (const { id } of rows) inHand.set(id, done);
  }

  async function takeDue(): Promise<number> {
    const { running, others } = await claimDue(db, {
      workerId,
      leaseMs: settings.leaseMs,
      limit: settings.batch,
      held: [...inHand.keys()],
    });
    for (const row of running)
      take([row], async () => {
        const looked = await pools.looks.run(() => look(context, row));
        if (looked === 'copy') await copyNow(row.id);
        else if (looked) await writer.unchanged(looked);
      });
    for (const row of others)
      if (row.state === 'fetching') take([row], () => pools.fetches.run(() => copyFile(context, row)));
    const inDoubt = others.filter(({ state }) => state === 'submitting');
    for (const rows of byModel(inDoubt)) take(rows, () => pools.looks.run(() => findAsked(context, rows)));
    return running.length + others.length;
  }

  /** What was found finished is copied before its address ends. */
  async function copyNow(id: string): Promise<void> {
    const row: Row | undefined = await db.query.generation.findFirst({
      where: (g, { and, eq }) => and(eq(g.id, id), eq(g.workerId, workerId), eq(g.state, 'fetching')),
    });
    if (row) await pools.fetches.run(() => copyFile(context, row));
  }

  async function takeAsks(): Promise<number> {
    let asked = 0;
    if (pools.submits.free() === 0) return asked;
    for (const id of await providersWanted(db)) {
      const provider = context.catalogue.providers.find((known) => known.id === id) ?? unknownProvider(id);
      const rows = await claimAsks(db, provider, {
        workerId,
        leaseMs: settings.leaseMs,
        free: pools.submits.free(),
        perWorkspace: settings.perWorkspace,
      });
      for (const row of rows) take([row], () => pools.submits.run(() => submit(context, row)));
      asked += rows.length;
    }
    return asked;
  }

  async function tick(): Promise<Tick> {
    if (stopped) return { due: 0, asked: 0 };
    if (performance.now() - keptAt >= settings.upkeepMs) {
      keptAt = performance.now();
      await upkeep(context);
    }
    const due = inHand.size >= settings.batch ? 0 : await takeDue();
    return { due, asked: await takeAsks() };
  }

  async function idle(): Promise<void> {
    while (inHand.size > 0) await Promise.all(inHand.values());
  }

  function again(): void {
    ticking = tick()
      .catch((error) => {
        log.warn({ err: error }, 'a look at the generations failed');
        return { due: 0, asked: 0 };
      })
      .then(() => {
        if (!stopped) timer = setTimeout(again, settings.tickMs);
      });
  }

  return {
    start: again,
    tick,
    idle,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await ticking;
      const grace = setTimeout(() => ending.abort(new Error('the worker ends')), settings.graceMs);
      await idle();
      clearTimeout(grace);
      clearInterval(heartbeat);
    },
  };
}

/** Rows of the same model together: one list serves them all. */
function byModel<Of extends { model: string }>(rows: readonly Of[]): Of[][] {
  const groups = new Map<string, Of[]>();
  for (const row of rows) groups.set(row.model, [...(groups.get(row.model) ?? []), row]);
  return [...groups.values()];
}

/** Of a provider that left the catalogue: its rows end in words as soon as they are taken up. */
const unknownProvider = (id: string): AskedProvider => ({
  id,
  limits: { concurrent: 4, perMinute: 60 },
  timeoutSeconds: 60,
});
