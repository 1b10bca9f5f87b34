import type { Bridge } from './bridge.ts';
import type { Listener } from './events.ts';
import { pack, unpack } from './transfer.ts';

export interface Timers {
  fire(id: number): void;
}

/** setTimeout, setInterval and their clears, on the page's clock. */
export function installTimers(scope: object, bridge: Bridge, report: (error: unknown) => void): Timers {
  const active = new Map<number, { callback: Listener; args: unknown[]; repeat: boolean }>();
  let next = 1;
  const add = (name: string, repeat: boolean) =>
    define(scope, name, (callback: unknown, delay: unknown, ...args: unknown[]) => {
      if (typeof callback !== 'function') throw new TypeError(`in ${name}: Expected a function`);
      const id = next++;
      active.set(id, { callback: callback as Listener, args, repeat });
      bridge.call('timer.start', id, Math.max(0, Number(delay) || 0), repeat);
      return id;
    });
  const clear = (name: string) =>
    define(scope, name, (id: unknown) => {
      if (typeof id === 'number' && active.delete(id)) bridge.call('timer.clear', id);
    });
  add('setTimeout', false);
  add('setInterval', true);
  clear('clearTimeout');
  clear('clearInterval');
  return {
    fire(id) {
      const timer = active.get(id);
      if (!timer) return;
      if (!timer.repeat) active.delete(id);
      try {
        const result = timer.callback(...timer.args);
        if (result instanceof Promise) result.catch(report);
      } catch (error) {
        report(error);
      }
    },
  };
}

/** console.log and its kin: text goes to the page's console. */
export function installConsole(scope: object, bridge: Bridge): void {
  const console: Record<string, Listener> = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'clear', 'assert']) {
    console[level] = (...args) => {
      if (level === 'clear' || (level === 'assert' && args[0])) return;
      bridge.call('console', level, args.map(show).join(' '));
    };
  }
  define(scope, 'console', console);
}

/** A value as a console shows it. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}\n${value.stack ?? ''}`.trimEnd();
  if (value instanceof Uint8Array) return `Uint8Array(${value.length})`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

export function installStructuredClone(scope: object): void {
  define(scope, 'structuredClone', (value: unknown) => {
    const packed = pack(value);
    return unpack(
      packed.json,
      packed.buffers.map((bytes) => bytes.slice()),
    );
  });
}

/** Figma's fetch: a string URL, plain headers, a string or bytes as body, the whole answer at once. */
export function installFetch(scope: object, bridge: Bridge): void {
  define(scope, 'fetch', async (url: unknown, init: unknown) => {
    if (typeof url !== 'string') throw new TypeError('in fetch: Expected the URL to be a string');
    const answer = (await bridge.start('fetch', url, init)) as {
      status: number;
      statusText: string;
      url: string;
      redirected: boolean;
      type: string;
      headers: Record<string, string>;
      body: Uint8Array;
      text: string;
    };
    const { body, text, headers, ...plain } = answer;
    return Object.freeze({
      ...plain,
      ok: answer.status >= 200 && answer.status < 300,
      headersObject: Object.freeze(headers),
      arrayBuffer: async () => body.slice().buffer,
      text: async () => text,
      json: async () => JSON.parse(text),
    });
  });
}

export function define(scope: object, name: string, value: unknown): void {
  Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: true });
}
