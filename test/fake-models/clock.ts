/** What the pretend vendor takes for the time. Tests turn it; jobs, lists and webhooks go by it. Milliseconds since 1970. */
export interface Clock {
  readonly kind: 'real' | 'virtual';
  now(): number;
  /** Turns it forward; what was to happen until then happens, in order, before this returns. */
  advance(ms: number): void;
  /** Runs something at a moment. @returns what takes it back */
  at(moment: number, run: () => void): () => void;
  /** Waits. On a virtual clock there is nothing to wait for: nobody may be there to turn it. */
  sleep(ms: number): Promise<void>;
  /** Forgets everything that was to happen. */
  clear(): void;
}

interface Alarm {
  moment: number;
  run: () => void;
  timer?: NodeJS.Timeout;
}

abstract class AlarmClock implements Clock {
  abstract readonly kind: 'real' | 'virtual';
  abstract now(): number;
  abstract sleep(ms: number): Promise<void>;
  protected offset = 0;
  protected readonly alarms = new Set<Alarm>();
  /** A real clock sets a timer for it. */
  protected abstract arm(alarm: Alarm): void;

  at(moment: number, run: () => void): () => void {
    const alarm: Alarm = { moment, run };
    this.alarms.add(alarm);
    this.arm(alarm);
    return () => this.drop(alarm);
  }

  advance(ms: number): void {
    const until = this.now() + Math.round(ms);
    for (let next = this.earliest(until); next; next = this.earliest(until)) {
      // What looks at the clock while it runs sees its own moment.
      this.offset += Math.max(0, next.moment - this.now());
      this.drop(next);
      next.run();
    }
    this.offset += Math.max(0, until - this.now());
    for (const alarm of this.alarms) this.arm(alarm);
  }

  clear(): void {
    for (const alarm of [...this.alarms]) this.drop(alarm);
  }

  protected drop(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    this.alarms.delete(alarm);
  }

  private earliest(until: number): Alarm | undefined {
    let found: Alarm | undefined;
    for (const alarm of this.alarms)
      if (alarm.moment <= until && (!found || alarm.moment < found.moment)) found = alarm;
    return found;
  }
}

class RealClock extends AlarmClock {
  readonly kind = 'real';

  now(): number {
    return Date.now() + this.offset;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.at(this.now() + ms, resolve);
    });
  }

  protected arm(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    alarm.timer = setTimeout(
      () => {
        this.drop(alarm);
        alarm.run();
      },
      Math.max(0, alarm.moment - this.now()),
    );
    alarm.timer.unref();
  }
}

class VirtualClock extends AlarmClock {
  readonly kind = 'virtual';

  constructor(start: number) {
    super();
    this.offset = start;
  }

  now(): number {
    return this.offset;
  }

  sleep(): Promise<void> {
    return Promise.resolve();
  }

  protected arm(alarm: Alarm): void {
    if (alarm.moment <= this.now()) {
      this.drop(alarm);
      alarm.run();
    }
  }
}

/** Runs by itself; `advance` puts it forward. */
export const realClock = (): Clock => new RealClock();

/** Stands until it is turned. It begins at the present, so that its dates agree with those of who asks. */
export const virtualClock = (start: number = Date.now()): Clock => new VirtualClock(start);
