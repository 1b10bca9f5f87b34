import type { Db } from '@animatic/db';
import { type Lease, renew, type Snapshot } from '../lease.ts';
import type { Log } from '../log.ts';

/** Milliseconds between two writes of progress, and between two signs of life without any. */
const THROTTLE_MS = 250;
const HEARTBEAT_MS = 1_000;

/** Why a render was broken off; the reason of the signal. */
export type BreakOff = 'cancel' | 'lost' | 'shutdown';

export interface Heartbeat {
  report(snapshot: Snapshot): void;
  /** Writes nothing any more, and waits for the write under way. */
  stop(): Promise<void>;
}

/**
 * Keeps the lease alive and writes progress, at most every 250 ms, at least every second; breaks off when the row says
 * that somebody cancelled or that it is another worker's now.
 */
export function startHeartbeat(db: Db, lease: Lease, breakOff: (why: BreakOff) => void, log: Log): Heartbeat {
  let latest: Snapshot | undefined;
  let written = 0;
  let stopped = false;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const write = (snapshot: Snapshot | undefined) => {
    busy = true;
    written = Date.now();
    writing = renew(db, lease, snapshot)
      .then((answer) => {
        if (answer !== 'held' && !stopped) breakOff(answer);
      })
      // The database may be restarting: the lease is kept as long as it lasts.
      .catch((error) => log.warn({ err: error, render: lease.renderId }, 'the lease could not be renewed'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(() => {
    if (stopped || busy) return;
    const due = Date.now() - written;
    if (latest ? due >= THROTTLE_MS : due >= HEARTBEAT_MS) {
      const snapshot = latest;
      latest = undefined;
      write(snapshot);
    }
  }, 50);
  return {
    report(snapshot) {
      latest = snapshot;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await writing;
    },
  };
}
