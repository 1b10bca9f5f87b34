/**
 * Joins the reads that are asked for in one turn of the event loop into one query; equal ones are read once. No read
 * sees a state from before it was asked for, so it is no cache.
 *
 * @param load gives the found values by key; what it leaves out is null
 * @example const read = batched((ids: string[]) => loadAll(ids)); const [a, b] = await Promise.all([read('1'), read('2')]);
 */
export function batched<Value>(
  load: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  let next: { keys: Set<string>; loaded: Promise<ReadonlyMap<string, Value>> } | undefined;
  return async (key) => {
    next ??= gather();
    next.keys.add(key);
    return (await next.loaded).get(key) ?? null;
  };

  function gather() {
    const keys = new Set<string>();
    const loaded = new Promise<ReadonlyMap<string, Value>>((resolve, reject) => {
      // After the poll phase: by then every request that has arrived has said what it wants.
      setImmediate(() => {
        next = undefined;
        load([...keys]).then(resolve, reject);
      });
    });
    return { keys, loaded };
  }
}
