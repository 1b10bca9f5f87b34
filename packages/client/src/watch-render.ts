import { finalRenderStates, type Render, renderSchema } from '@animatic/schema';
import { ApiError } from './errors.ts';
import { readJson, type Send } from './request.ts';
import { serverSentEvents } from './server-sent-events.ts';

export interface WatchOptions {
  signal?: AbortSignal;
  /** Milliseconds between reads where the stream does not hold; 1,000 without it. */
  pollEvery?: number;
}

/**
 * Yields a render's snapshots until it is done, failed or cancelled: by server-sent events, and by polling wherever
 * the stream breaks (a proxy that buffers, a restart). Gives up after 30 failed reads in a row.
 *
 * @throws {ApiError} `signed-out`, `refused` at once; `unreachable` after the last try; `cancelled` by the signal.
 */
export async function* watchRender(
  send: Send,
  id: string,
  options: WatchOptions = {},
): AsyncGenerator<Render> {
  let failures = 0;
  while (failures < 30) {
    let last: Render | undefined;
    try {
      const response = await send(`/v1/renders/${id}/events`, {
        headers: { Accept: 'text/event-stream' },
        signal: options.signal,
        timeout: 0,
      });
      if (response.body)
        for await (const data of serverSentEvents(response.body)) {
          const parsed = renderSchema.safeParse(JSON.parse(data));
          if (!parsed.success) continue;
          last = parsed.data;
          failures = 0;
          yield last;
          if (finalRenderStates.includes(last.state)) return;
        }
    } catch (error) {
      rethrowIfFinal(error, options.signal);
    }
    try {
      last = await readJson(await send(`/v1/renders/${id}`, { signal: options.signal }), renderSchema);
      failures = 0;
      yield last;
      if (finalRenderStates.includes(last.state)) return;
    } catch (error) {
      rethrowIfFinal(error, options.signal);
      failures += 1;
    }
    await wait(options.pollEvery ?? 1000, options.signal);
  }
  throw new ApiError('unreachable', 'The server stopped answering while the clip was rendering.');
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
