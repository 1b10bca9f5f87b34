/** Listeners by event name, called in the order they were added, each on a copy of the list. */
export interface Events {
  on(type: string, callback: Listener, once?: boolean): void;
  off(type: string, callback: Listener): void;
  emit(type: string, ...args: unknown[]): void;
  count(type: string): number;
}

export type Listener = (...args: unknown[]) => unknown;

interface Entry {
  callback: Listener;
  once: boolean;
}

/** @example const events = createEvents(); events.on('run', () => {}); events.emit('run') */
export function createEvents(report: (error: unknown) => void): Events {
  const entries = new Map<string, Entry[]>();
  const drop = (type: string, gone: (entry: Entry) => boolean): void => {
    entries.set(
      type,
      (entries.get(type) ?? []).filter((entry) => !gone(entry)),
    );
  };
  return {
    on(type, callback, once = false) {
      entries.set(type, [...(entries.get(type) ?? []), { callback, once }]);
    },
    off(type, callback) {
      drop(type, (entry) => entry.callback === callback);
    },
    emit(type, ...args) {
      for (const entry of entries.get(type) ?? []) {
        if (entry.once) drop(type, (other) => other === entry);
        try {
          const result = entry.callback(...args);
          // An async listener's failure would be lost: VMs do not tell of promises that nobody caught.
          if (result instanceof Promise) result.catch(report);
        } catch (error) {
          report(error);
        }
      }
    },
    count: (type) => entries.get(type)?.length ?? 0,
  };
}

/** Checks what `on`, `once` and `off` were given. */
export function checkListener(
  operation: string,
  allowed: readonly string[],
  type: unknown,
  callback: unknown,
): asserts callback is Listener {
  if (typeof type !== 'string' || !allowed.includes(type)) {
    throw new Error(
      `in ${operation}: Property "type" failed validation: Invalid enum value. Expected ${allowed.map((name) => `'${name}'`).join(' | ')}, received '${String(type)}'`,
    );
  }
  if (typeof callback !== 'function') {
    throw new Error(`in ${operation}: Property "callback" failed validation: Expected function`);
  }
}
