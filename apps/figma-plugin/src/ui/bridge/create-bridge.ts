import type { EventName, Events, Failure, RequestName, Result } from '../../protocol/index.ts';
import type { Bridge } from '../capture/bridge.ts';
import { abortError, BridgeError } from './bridge-error.ts';

/** Where messages go out and come in: Figma's parent window, or a stand-in. */
export interface Wire {
  send(message: object): void;
  receive(listener: (message: unknown) => void): void;
}

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/**
 * The panel's side of the protocol: numbered requests with cancel, and events.
 *
 * @example
 * const bridge = createBridge(windowWire());
 * const start = await bridge.ask('start', { protocol: PROTOCOL_VERSION, origin });
 */
export function createBridge(wire: Wire): Bridge {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(data: never) => void>>();
  let last = 0;

  wire.receive((message) => {
    if (!isRecord(message)) return;
    if (message.kind === 'event' && typeof message.name === 'string') {
      for (const listener of [...(listeners.get(message.name) ?? [])]) listener(message.data as never);
      return;
    }
    if (message.kind !== 'response' || typeof message.id !== 'number') return;
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok === true) request?.resolve(message.result as never);
    else request?.reject(new BridgeError(readFailure(message.failure)));
  });

  return {
    ask<N extends RequestName>(
      name: N,
      params: object,
      { signal }: { signal?: AbortSignal } = {},
    ): Promise<Result<N>> {
      if (signal?.aborted) return Promise.reject(abortError());
      last += 1;
      const id = last;
      return new Promise<Result<N>>((resolve, reject) => {
        const stop = () => {
          waiting.delete(id);
          wire.send({ kind: 'cancel', id });
          reject(abortError());
        };
        const settle = () => signal?.removeEventListener('abort', stop);
        waiting.set(id, {
          resolve: (result) => {
            settle();
            resolve(result);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        });
        signal?.addEventListener('abort', stop, { once: true });
        wire.send({ kind: 'request', id, name, params });
      });
    },
    on<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void {
      const known = listeners.get(name) ?? new Set();
      known.add(listener);
      listeners.set(name, known);
      return () => known.delete(listener);
    },
  };
}

/** Figma's way in and out of a plugin's iframe. */
export function windowWire(): Wire {
  return {
    send: (message) => parent.postMessage({ pluginMessage: message }, '*'),
    receive: (listener) =>
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        // Figma may answer from the page around the one that holds this frame.
        if (event.source !== window && isRecord(event.data) && 'pluginMessage' in event.data)
          listener(event.data.pluginMessage);
      }),
  };
}

function readFailure(failure: unknown): Failure {
  if (isRecord(failure) && typeof failure.message === 'string')
    return { code: failure.code as Failure['code'], message: failure.message };
  return { code: 'failed', message: 'Figma answered in a form that this panel does not know.' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
