import { sha256 } from '../chance.ts';
import type { Charges } from '../charges.ts';
import type { Clock } from '../clock.ts';
import type { Fate } from '../faults/fate.ts';
import type { Settings } from '../settings.ts';
import type { WireName } from '../wires/wire.ts';
import type { Job, JobAsk } from './job.ts';
import { standingOf } from './progress.ts';

/** How many were under way at once, and were asked for within a minute: what limits are checked against. */
export interface Peak {
  underWay: number;
  perMinute: number;
}

/** Jobs that were accepted, in order. */
export class Jobs {
  private readonly byId = new Map<string, Job>();
  private readonly peaks = new Map<WireName, Peak>();
  private readonly clock: Clock;
  private readonly settings: Settings;
  private readonly charges: Charges;
  private readonly seed: number;
  private count = 0;

  constructor(parts: { clock: Clock; settings: Settings; charges: Charges; seed: number }) {
    this.clock = parts.clock;
    this.settings = parts.settings;
    this.charges = parts.charges;
    this.seed = parts.seed;
  }

  /** From here on it is charged, whatever its answer comes to. */
  accept(ask: JobAsk, fate: Fate, name: (unique: string) => string): Job {
    this.count += 1;
    const now = this.clock.now();
    const { queuedSeconds, workSeconds } = this.settings;
    const { queued, work } = ask.pace ?? { queued: queuedSeconds, work: workSeconds };
    const startsAt = now + queued * 1000;
    const job: Job = {
      ...ask,
      id: name(sha256(`${this.seed} ${this.count} ${now}`).slice(0, 32)),
      acceptedAt: now,
      startsAt,
      endsAt: startsAt + work * 1000,
      fate,
      stoppedAt: null,
      deletedAt: null,
    };
    this.byId.set(job.id, job);
    this.charges.charge(job);
    this.measure(job.wire);
    return job;
  }

  /** @returns undefined where it is not known, is another wire's, or was deleted */
  find(wire: WireName, id: string): Job | undefined {
    const job = this.byId.get(id);
    return job && job.wire === wire && job.deletedAt === null ? job : undefined;
  }

  /** Also those of other wires, and deleted ones. */
  any(id: string): Job | undefined {
    return this.byId.get(id);
  }

  all(): Job[] {
    return [...this.byId.values()];
  }

  /** What the vendor's own list shows now, oldest first. */
  listed(wire: WireName): Job[] {
    const now = this.clock.now();
    return this.all().filter(
      (job) =>
        job.wire === wire && job.deletedAt === null && now >= job.acceptedAt + job.fate.listLagSeconds * 1000,
    );
  }

  /** Ends one before its end; a stopped one is not charged. */
  stop(job: Job): void {
    job.stoppedAt = this.clock.now();
    this.charges.refund(job.id);
  }

  remove(job: Job): void {
    job.deletedAt = this.clock.now();
  }

  peak(): Record<string, Peak> {
    return Object.fromEntries(this.peaks);
  }

  clear(): void {
    this.byId.clear();
    this.peaks.clear();
  }

  private measure(wire: WireName): void {
    const now = this.clock.now();
    let underWay = 0;
    let perMinute = 0;
    for (const job of this.byId.values()) {
      if (job.wire !== wire) continue;
      if (standingOf(job, now).endedAt === null) underWay += 1;
      if (job.acceptedAt > now - 60_000) perMinute += 1;
    }
    const before = this.peaks.get(wire);
    this.peaks.set(wire, {
      underWay: Math.max(underWay, before?.underWay ?? 0),
      perMinute: Math.max(perMinute, before?.perMinute ?? 0),
    });
  }
}
