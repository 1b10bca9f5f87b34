import {
  finalRenderStates,
  type Generation,
  generationListSchema,
  type Render,
  renderSchema,
  settledGenerationStates,
} from '@animatic/schema';
import type * as z from 'zod';
import { ApiError } from './errors.ts';
import { readJson, type Send } from './request.ts';
import { serverSentEvents } from './server-sent-events.ts';

export interface WatchOptions {
  signal?: AbortSignal;
  /** Milliseconds between reads where the stream does not hold; 1,000 without it. */
  pollEvery?: number;
}

/** What is followed: where its events and its snapshot are, and when it is over. */
interface Watched<Schema extends z.ZodType> {
  events: string;
  snapshot: string;
  schema: Schema;
  over(snapshot: z.output<Schema>): boolean;
  /** For the words of a server that stopped answering. */
  while: string;
}

/**
 * Yields a render's snapshots until it is done, failed or cancelled.
 *
 * @throws {ApiError} as `watchSnapshots` does
 */
export const watchRender = (send: Send, id: string, options?: WatchOptions): AsyncGenerator<Render> =>
  watchSnapshots(
    send,
    {
      events: `/v1/renders/${id}/events`,
      snapshot: `/v1/renders/${id}`,
      schema: renderSchema,
      over: ({ state }) => finalRenderStates.includes(state),
      while: 'the clip was rendering',
    },
    options,
  );

/**
 * Yields all of these generations whenever one of them changed, until nothing more happens by itself: each is done,
 * failed, cancelled or waits for a person.
 *
 * @throws {ApiError} as `watchSnapshots` does
 */
export async function* watchGenerations(
  send: Send,
  ids: readonly string[],
  options?: WatchOptions,
): AsyncGenerator<Generation[]> {
  if (ids.length === 0) return;
  const query = `ids=${ids.join(',')}`;
  const lists = watchSnapshots(
    send,
    {
      events: `/v1/generations/events?${query}`,
      snapshot: `/v1/generations?${query}`,
      schema: generationListSchema,
      over: ({ generations }) => generations.every(({ state }) => settledGenerationStates.includes(state)),
      while: 'models were asked',
    },
    options,
  );
  for await (const { generations } of lists) yield generations;
}

/**
 * Follows something by server-sent events, and by polling wherever the stream breaks (a proxy that buffers, a
 * restart). Gives up after 30 failed reads in a row.
 *
 * @throws {ApiError} `signed-out`, `refused` at once; `unreachable` after the last try; `cancelled` by the signal.
 */
async function* watchSnapshots<Schema extends z.ZodType>(
  send: Send,
  watched: Watched<Schema>,
  options: WatchOptions = {},
): AsyncGenerator<z.output<Schema>> {
  const { schema, over } = watched;
  let failures = 0;
  while (failures < 30) {
    try {
      const response = await send(watched.events, {
        headers: { Accept: 'text/event-stream' },
        signal: options.signal,
        timeout: 0,
      });
      if (response.body)
        for await (const data of serverSentEvents(response.body)) {
          const parsed = schema.safeParse(JSON.parse(data));
          if (!parsed.success) continue;
          failures = 0;
          yield parsed.data;
          if (over(parsed.data)) return;
        }
    } catch (error) {
      rethrowIfFinal(error, options.signal);
    }
    try {
      const snapshot = await readJson(await send(watched.snapshot, { signal: options.signal }), schema);
      failures = 0;
      yield snapshot;
      if (over(snapshot)) return;
    } catch (error) {
      rethrowIfFinal(error, options.signal);
      failures += 1;
    }
    await wait(options.pollEvery ?? 1000, options.signal);
  }
  throw new ApiError('unreachable', `The server stopped answering while ${watched.while}.`);
}

function rethrowIfFinal(error: unknown, signal?: AbortSignal): void {
  if (signal?.aborted) throw new ApiError('cancelled', 'Cancelled.');
  if (error instanceof ApiError && ['signed-out', 'refused', 'outdated'].includes(error.kind)) throw error;
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new ApiError('cancelled', 'Cancelled.'));
    const stop = () => {
      clearTimeout(timer);
      reject(new ApiError('cancelled', 'Cancelled.'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
