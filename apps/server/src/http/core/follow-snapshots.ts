import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { callerOf, tokenOf } from './authenticate.ts';
import type { Deps, Env } from './context.ts';
import type { HttpProblem } from './problem.ts';
import { wakeUps } from './wake-ups.ts';

/** What is followed. */
interface Followed<Snapshot> {
  /** The events' name. */
  event: string;
  /** A change of any of these is told. */
  ids: readonly string[];
  /** How it stands; null where it is not there. */
  read(): Promise<Snapshot | null>;
  /** Nothing more happens by itself. */
  over(snapshot: Snapshot): boolean;
  /** What is answered where it never was there. */
  missing(): HttpProblem;
}

/**
 * Answers with server-sent events: the snapshot as it stands, then a whole one whenever it changed, until it is over,
 * the token is revoked, or the process ends. Nothing is replayed: whoever comes back reads how it stands.
 *
 * @example return followSnapshots(c, deps, { event: 'render', ids: [id], read: () => renders.get(id), over, missing });
 */
export async function followSnapshots<Snapshot>(
  c: Context<Env>,
  deps: Deps,
  { event, ids, read, over, missing }: Followed<Snapshot>,
): Promise<Response> {
  const wakes = wakeUps(deps.timing.reread);
  const stops = ids.map((id) => deps.changes.subscribe(id, wakes.wake));
  const stop = () => {
    for (const each of stops) each();
  };
  // Read after subscribing: no change falls between the two.
  const first = await read().catch((error: unknown) => {
    stop();
    throw error;
  });
  if (!first) {
    stop();
    throw missing();
  }
  const token = (await tokenOf(c, deps))?.token ?? '';
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const end = () => wakes.end();
    stream.onAbort(end);
    deps.closing.addEventListener('abort', end, { once: true });
    try {
      let sent = '';
      let saidAt = Date.now();
      for (let snapshot: Snapshot | null = first; snapshot; snapshot = await read()) {
        const data = JSON.stringify(snapshot);
        if (data !== sent) {
          await stream.writeSSE({ event, data });
          sent = data;
          saidAt = Date.now();
        } else if (Date.now() - saidAt >= deps.timing.heartbeat) {
          // A token that was revoked meanwhile gets no more.
          if (!(await callerOf(deps.sql, token))) break;
          await stream.write(': still here\n\n');
          saidAt = Date.now();
        }
        if (over(snapshot)) break;
        if (deps.closing.aborted || !(await wakes.next())) break;
      }
    } finally {
      stop();
      wakes.end();
      deps.closing.removeEventListener('abort', end);
    }
  });
}
