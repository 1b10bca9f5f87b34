/** A place that keeps values by key over reloads of the page. Values are what structured clone can carry. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** Keeps nothing over a reload: for tests, and for browsers that refuse storage. */
export function createMemoryStore(): KeyValueStore {
  const map = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(map.get(key)),
    set: async (key, value) => void map.set(key, structuredClone(value)),
    delete: async (key) => void map.delete(key),
    keys: async () => [...map.keys()],
  };
}

const DATABASE = 'animatic-playground';
const TABLE = 'values';

/** Keeps values in the page's IndexedDB under keys that begin with `prefix`. */
export async function openIndexedDbStore(prefix: string): Promise<KeyValueStore> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await settled(opening);
  const table = (mode: IDBTransactionMode) => database.transaction(TABLE, mode).objectStore(TABLE);
  return {
    get: (key) => settled(table('readonly').get(prefix + key)),
    set: async (key, value) => void (await settled(table('readwrite').put(value, prefix + key))),
    delete: async (key) => void (await settled(table('readwrite').delete(prefix + key))),
    async keys() {
      const all = await settled(table('readonly').getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
      return all.map((key) => String(key).slice(prefix.length));
    },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'));
  });
}
