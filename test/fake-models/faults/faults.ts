import { chance } from '../chance.ts';
import type { Operation, WireName } from '../wires/wire.ts';
import { type Fate, fateOf } from './fate.ts';
import {
  type CallFault,
  callFaults,
  type FaultName,
  faultNames,
  jobFaults,
  type Random,
  type Rule,
  randomSchema,
} from './kinds.ts';

/** A call that faults are drawn for. */
export interface Call {
  wire: WireName;
  operation: Operation;
  model?: string | undefined;
  prompt?: string | undefined;
  /** What makes it the same ask, or the same job, as another call. */
  key: string;
}

/** A fault with what it is told besides. */
export interface Drawn<Name extends FaultName = FaultName> {
  fault: Name;
  seconds?: number | undefined;
  status?: 404 | 410 | undefined;
  charged?: boolean | undefined;
}

const isCallFault = (drawn: Drawn): drawn is Drawn<CallFault> =>
  callFaults.some((name) => name === drawn.fault);

/** What goes wrong: by rules first, then at random. */
export class Faults {
  private rules: { id: number; rule: Rule; passed: number; fired: number }[] = [];
  private random: Random = randomSchema.parse({});
  private readonly calls = new Map<string, number>();
  private nextId = 1;
  /** How often each went wrong. */
  readonly fired: Partial<Record<FaultName, number>> = {};
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  add(rule: Rule): number {
    const id = this.nextId++;
    this.rules.push({ id, rule, passed: 0, fired: 0 });
    return id;
  }

  /** Faults at random from now on, in place of those before. */
  randomly(random: Random): void {
    this.random = random;
  }

  clear(): void {
    this.rules = [];
    this.random = randomSchema.parse({});
    this.calls.clear();
    for (const name of faultNames) delete this.fired[name];
  }

  list(): { rules: (Rule & { id: number; fired: number })[]; random: Random; fired: Faults['fired'] } {
    return {
      rules: this.rules.map(({ id, rule, fired }) => ({ ...rule, id, fired })),
      random: this.random,
      fired: this.fired,
    };
  }

  /** What is wrong with this create, and with the job that may come of it. */
  forCreate(call: Call): { call: Drawn<CallFault> | undefined; fate: Fate } {
    const nth = this.count(call);
    const drawn = this.draw(call, nth, faultNames, this.random.creates);
    return { call: drawn.find(isCallFault), fate: fateOf(drawn) };
  }

  /** What is wrong with any other call. */
  forLook(call: Call): Drawn<CallFault> | undefined {
    const nth = this.count(call);
    return this.draw(call, nth, callFaults, this.random.looks).find(isCallFault);
  }

  private count(call: Call): number {
    const key = `${call.wire} ${call.operation} ${call.key}`;
    const nth = (this.calls.get(key) ?? 0) + 1;
    this.calls.set(key, nth);
    return nth;
  }

  /** At most one of the call, and any number of the job. */
  private draw(
    call: Call,
    nth: number,
    names: readonly FaultName[],
    odds: Partial<Record<FaultName, number>>,
  ): Drawn[] {
    const drawn: Drawn[] = [];
    const add = (fault: Drawn) => {
      if (isCallFault(fault) && drawn.some(isCallFault)) return false;
      if (drawn.some((other) => other.fault === fault.fault)) return false;
      drawn.push(fault);
      this.fired[fault.fault] = (this.fired[fault.fault] ?? 0) + 1;
      return true;
    };
    for (const entry of this.rules) {
      if (!fits(entry.rule, call) || !names.includes(entry.rule.fault)) continue;
      if (entry.rule.times > 0 && entry.fired >= entry.rule.times) continue;
      if (entry.passed < entry.rule.skip) {
        entry.passed += 1;
        continue;
      }
      const { fault, seconds, status, charged } = entry.rule;
      if (add({ fault, seconds, status, charged })) entry.fired += 1;
    }
    for (const fault of names) {
      const probability = odds[fault] ?? 0;
      if (
        probability > 0 &&
        chance(this.random.seed ?? this.seed, fault, call.operation, call.key, nth) < probability
      )
        add({ fault, ...this.told(fault) });
    }
    return drawn;
  }

  private told(fault: FaultName): Omit<Drawn, 'fault'> {
    if (fault === 'rate_limited') return { seconds: this.random.retryAfterSeconds };
    if (fault === 'list_lag') return { seconds: this.random.listLagSeconds };
    if (fault === 'webhook_late') return { seconds: this.random.webhookLateSeconds };
    if (fault === 'moderation') return { charged: this.random.moderationCharged };
    return {};
  }
}

function fits(rule: Rule, call: Call): boolean {
  const isOfJob = jobFaults.some((name) => name === rule.fault);
  return (
    (rule.wire === undefined || rule.wire === call.wire) &&
    (isOfJob ? call.operation === 'create' : rule.on === call.operation) &&
    (rule.model === undefined || rule.model === call.model) &&
    (rule.prompt === undefined || (call.prompt ?? '').includes(rule.prompt))
  );
}
