import type * as z from 'zod';
import type { Charges } from '../charges.ts';
import type { Faults } from '../faults/faults.ts';
import { randomSchema, ruleSchema } from '../faults/kinds.ts';
import type { Job } from '../jobs/job.ts';
import { type Standing, standingOf } from '../jobs/progress.ts';
import type { Peak } from '../jobs/store.ts';
import type { Settings } from '../settings.ts';
import type { Delivery, Target } from '../webhooks/webhooks.ts';
import { cannedSchema } from '../wires/responses/answers.ts';
import { resetWorld, type World } from '../world.ts';

/** What a test does with the pretend vendors, in this process or through `/control`. Times are seconds. */
export interface Control {
  /** In one look: the clock, how many jobs, what was charged, what went wrong. */
  summary(): Record<string, unknown>;
  /** What was charged, accepted creates only, in order. */
  ledger(): ReturnType<Charges['summary']>;
  /** Every job with how it stands. */
  jobs(): (Job & { standing: Standing })[];
  /** The most that were under way at once, and asked for within a minute, by wire. */
  peaks(): Record<string, Peak>;
  clock(): { kind: 'real' | 'virtual'; now: number };
  /** Turns the clock forward. */
  advance(seconds: number): { now: number };
  faults(): ReturnType<Faults['list']>;
  /** A fault on demand. @example control.fault({ fault: 'cut_after_accepting', wire: 'videos', times: 2 }) */
  fault(rule: z.input<typeof ruleSchema>): { id: number };
  /** Faults at random, in place of those before. */
  faultsAtRandom(random: z.input<typeof randomSchema>): ReturnType<Faults['list']>;
  noFaults(): ReturnType<Faults['list']>;
  /** Changes what is given, and says how all of it stands. */
  settings(change?: Partial<Settings>): Settings;
  /** Where the videos wire sends its webhooks. */
  webhook(target: Target | undefined): { url: string | null };
  deliveries(): Delivery[];
  /** Waits until every webhook that was sent has its answer. */
  webhooksSettled(): Promise<void>;
  /** What the language model says next, in place of what it would make up. */
  answer(canned: z.input<typeof cannedSchema>): void;
  reset(): Record<string, unknown>;
}

export function controlOf(world: World): Control {
  const control: Control = {
    summary: () => ({
      clock: control.clock(),
      jobs: world.jobs.all().length,
      underWay: control.jobs().filter(({ standing }) => standing.endedAt === null).length,
      charged: { count: world.charges.summary().count, dollars: world.charges.summary().dollars },
      encoded: world.clips.encoded,
      fired: world.faults.fired,
      peaks: control.peaks(),
      settings: world.settings,
    }),
    ledger: () => world.charges.summary(),
    jobs: () => world.jobs.all().map((job) => ({ ...job, standing: standingOf(job, world.clock.now()) })),
    peaks: () => world.jobs.peak(),
    clock: () => ({ kind: world.clock.kind, now: world.clock.now() }),
    advance: (seconds) => {
      world.clock.advance(seconds * 1000);
      return { now: world.clock.now() };
    },
    faults: () => world.faults.list(),
    fault: (rule) => ({ id: world.faults.add(ruleSchema.parse(rule)) }),
    faultsAtRandom: (random) => {
      world.faults.randomly(randomSchema.parse(random));
      return world.faults.list();
    },
    noFaults: () => {
      world.faults.clear();
      return world.faults.list();
    },
    settings: (change = {}) => Object.assign(world.settings, change),
    webhook: (target) => {
      world.webhooks.to(target);
      return { url: target?.url ?? null };
    },
    deliveries: () => world.webhooks.deliveries(),
    webhooksSettled: () => world.webhooks.settled(),
    answer: (canned) => world.answers.add(cannedSchema.parse(canned)),
    reset: () => {
      resetWorld(world);
      return control.summary();
    },
  };
  return control;
}
