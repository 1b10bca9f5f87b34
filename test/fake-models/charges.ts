import type { Job, Size } from './jobs/job.ts';
import { dollarsFor } from './prices.ts';
import type { WireName } from './wires/wire.ts';

/** What was charged for one accepted create. */
export interface Charge {
  id: string;
  wire: WireName;
  model: string;
  prompt: string;
  size: Size;
  /** 0 for pictures. */
  seconds: number;
  count: number;
  /** US dollars; 0 where it failed uncharged or was stopped in time. */
  dollars: number;
  /** Milliseconds of the clock. */
  when: number;
  refunded: boolean;
}

/** The vendor's own book of what was asked for and accepted: only that is in it. */
export class Charges {
  private entries: Charge[] = [];

  charge(job: Job): void {
    const { id, wire, model, prompt, size, seconds, count, acceptedAt: when, fate } = job;
    const dollars = fate.charged ? dollarsFor({ wire, model, size, seconds, count }) : 0;
    this.entries.push({ id, wire, model, prompt, size, seconds, count, dollars, when, refunded: false });
  }

  /** An answer of the language model: charged by its tokens. */
  chargeAnswer(entry: Pick<Charge, 'id' | 'model' | 'prompt' | 'dollars' | 'when'>): void {
    const none = { size: { width: 0, height: 0 }, seconds: 0, count: 1, refunded: false };
    this.entries.push({ wire: 'responses', ...none, ...entry });
  }

  refund(id: string): void {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    entry.dollars = 0;
    entry.refunded = true;
  }

  all(): Charge[] {
    return this.entries.map((entry) => ({ ...entry }));
  }

  /** @returns the entries in order, how many, what they come to, and equal asks that were accepted more than once */
  summary(): {
    charges: Charge[];
    count: number;
    dollars: number;
    repeated: { wire: WireName; model: string; prompt: string; size: string; times: number }[];
  } {
    const groups = new Map<string, Charge[]>();
    for (const entry of this.entries) {
      const key = JSON.stringify([entry.wire, entry.model, entry.prompt, entry.size]);
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    return {
      charges: this.all(),
      count: this.entries.length,
      dollars: Math.round(this.entries.reduce((sum, { dollars }) => sum + dollars, 0) * 1e6) / 1e6,
      repeated: [...groups.values()]
        .filter((group) => group.length > 1)
        .map((group) => ({
          wire: group[0]!.wire,
          model: group[0]!.model,
          prompt: group[0]!.prompt,
          size: `${group[0]!.size.width}x${group[0]!.size.height}`,
          times: group.length,
        })),
    };
  }

  clear(): void {
    this.entries = [];
  }
}
