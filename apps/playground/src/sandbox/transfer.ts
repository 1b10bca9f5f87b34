/**
 * How values cross between the plugin's VM and the page: JSON, with `{ $: kind }` for what JSON cannot say and the
 * bytes beside it. It is also the gate that lets only plain data, Date and Uint8Array through, as Figma does.
 */

/** Something that is handed over by reference: a node by its id, or `figma.mixed`. */
export type Reference = { kind: 'node'; id: string } | { kind: 'mixed' };

export interface Packed {
  json: string;
  buffers: Uint8Array[];
}

type Seen = Set<object>;

/**
 * Packs a value for the other side.
 * @throws TypeError for functions, symbols, cycles and objects that are neither plain data, Date nor Uint8Array.
 * @example pack({ at: new Date(0), pixels: new Uint8Array(4) })
 */
export function pack(value: unknown, referenceOf?: (value: object) => Reference | undefined): Packed {
  const buffers: Uint8Array[] = [];
  const json = JSON.stringify(packValue(value, buffers, new Set(), referenceOf));
  return { json, buffers };
}

function packValue(
  value: unknown,
  buffers: Uint8Array[],
  seen: Seen,
  referenceOf: ((value: object) => Reference | undefined) | undefined,
): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: numeral(value) };
    case 'undefined':
      return { $: 'undefined' };
    case 'bigint':
      throw new TypeError('Cannot unwrap bigint');
    case 'function':
    case 'symbol':
      throw new TypeError(`Cannot unwrap ${typeof value}`);
  }
  if (value === null) return null;
  const object = value as object;
  const reference = referenceOf?.(object);
  if (reference) return reference.kind === 'node' ? { $: 'node', v: reference.id } : { $: 'mixed' };
  if (object instanceof Uint8Array) {
    buffers.push(object);
    return { $: 'bytes', v: buffers.length - 1 };
  }
  if (object instanceof Date) return { $: 'date', v: object.getTime() };
  if (seen.has(object)) throw new TypeError('Cannot unwrap a cyclic object');
  seen.add(object);
  let packed: unknown;
  if (Array.isArray(object)) {
    packed = object.map((item) => packValue(item, buffers, seen, referenceOf));
  } else {
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
      throw new TypeError(`Cannot unwrap ${object.constructor?.name ?? 'object'}`);
    }
    if (prototype !== null && Object.prototype.toString.call(object) !== '[object Object]') {
      throw new TypeError(`Cannot unwrap ${Object.prototype.toString.call(object).slice(8, -1)}`);
    }
    const entries = Object.entries(object).map(([key, item]) => [
      key,
      packValue(item, buffers, seen, referenceOf),
    ]);
    packed = Object.hasOwn(object, '$') ? { $: 'object', v: entries } : fromEntries(entries);
  }
  seen.delete(object);
  return packed;
}

function numeral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Like Object.fromEntries, but a key `__proto__` becomes a property as any other. */
function fromEntries(entries: unknown[][]): object {
  const object = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, String(key), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

/**
 * The other way: the value that `pack` wrote.
 * @example unpack(packed.json, packed.buffers)
 */
export function unpack(
  json: string,
  buffers: readonly Uint8Array[],
  resolve?: (reference: Reference) => unknown,
): unknown {
  // Most values hold nothing that JSON cannot say.
  if (!json.includes('"$"')) return JSON.parse(json);
  const revive = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(revive);
    if (!('$' in value)) {
      return fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]));
    }
    const content = 'v' in value ? value.v : undefined;
    switch (value.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(content);
      case 'date':
        return new Date(Number(content));
      case 'bytes':
        return buffers[Number(content)];
      case 'object':
        return fromEntries((content as unknown[][]).map(([key, item]) => [key, revive(item)]));
      case 'node':
        return resolve?.({ kind: 'node', id: String(content) });
      default:
        return resolve?.({ kind: 'mixed' });
    }
  };
  return revive(JSON.parse(json));
}
