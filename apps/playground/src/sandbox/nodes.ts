import type { Bridge } from './bridge.ts';
import type { Events } from './events.ts';
import { freeze } from './freeze.ts';
import { NODE_METHODS, type NodeContext } from './node-methods.ts';
import { NODE_PROPERTIES, READONLY_PROPERTIES } from './property-names.ts';

/** Getters and setters that `documentAccess: dynamic-page` forbids, and the words Figma says. */
const FORBIDDEN_GET: Readonly<Record<string, string>> = {
  mainComponent: 'node.getMainComponentAsync',
  instances: 'node.getInstancesAsync',
};
const FORBIDDEN_SET: Readonly<Record<string, string>> = {
  reactions: 'node.setReactionsAsync',
  fillStyleId: 'node.setFillStyleIdAsync',
  strokeStyleId: 'node.setStrokeStyleIdAsync',
  effectStyleId: 'node.setEffectStyleIdAsync',
  gridStyleId: 'node.setGridStyleIdAsync',
  textStyleId: 'node.setTextStyleIdAsync',
  backgroundStyleId: 'node.setFillStyleIdAsync',
  vectorNetwork: 'node.setVectorNetworkAsync',
};

export interface Nodes {
  byId(id: string): object;
  idOf(value: object): string | undefined;
}

/** Makes the node objects of the plugin API: one per id, strict about every name, frozen in what they give out. */
export function createNodes(bridge: Bridge, events: Events, mixed: symbol): Nodes {
  const known = new Map<string, object>();
  const ids = new WeakMap<object, string>();
  const types = new Map<string, string>();
  const context: NodeContext = { bridge, events, mixed, idOf: (node) => ids.get(node) };

  const typeOf = (id: string): string => {
    const type = types.get(id) ?? String(bridge.call('node.type', id));
    types.set(id, type);
    return type;
  };
  const has = (id: string, name: PropertyKey): boolean =>
    typeof name === 'string' && (NODE_PROPERTIES[typeOf(id)]?.has(name) ?? false);

  const get = (id: string, name: string | symbol): unknown => {
    // An awaited node is asked for `then`, a printed one for symbols: neither is a mistake of the plugin's.
    if (typeof name === 'symbol' || name === 'then' || name === 'constructor') return undefined;
    if (name === 'id') return id;
    if (name === 'type') return typeOf(id);
    if (name === 'toJSON') return () => ({ id });
    if (name === 'toString') return () => `[object ${typeOf(id)}Node]`;
    if (!has(id, name)) throw new TypeError(`no such property '${name}' on ${typeOf(id)} node`);
    const instead = FORBIDDEN_GET[name];
    if (instead) throw new Error(forbidden(`get_${name}`, instead));
    const method = NODE_METHODS[name];
    if (method) return (...args: unknown[]) => method(context, known.get(id) as object, id, args);
    return freeze(bridge.read(id, name), (value) => ids.has(value));
  };

  const set = (id: string, name: string | symbol, value: unknown): boolean => {
    const shown = String(name);
    if (!has(id, name)) throw new TypeError(`no such property '${shown}' on ${typeOf(id)} node`);
    const instead = FORBIDDEN_SET[shown];
    if (instead) throw new Error(forbidden(`set_${shown}`, instead));
    if (READONLY_PROPERTIES.has(shown) || NODE_METHODS[shown]) throw new TypeError('no setter for property');
    bridge.call('node.set', id, shown, value);
    return true;
  };

  return {
    byId(id) {
      const existing = known.get(id);
      if (existing) return existing;
      const target = { id };
      const node = new Proxy(target, {
        get: (_, name) => get(id, name),
        set: (_, name, value) => set(id, name, value),
        has: (_, name) => has(id, name),
        ownKeys: () => ['id'],
        deleteProperty: () => false,
        defineProperty: () => {
          throw new TypeError('object is not extensible');
        },
      });
      known.set(id, node);
      ids.set(node, id);
      return node;
    },
    idOf: (value) => ids.get(value),
  };
}

/** Figma's words for a call that `documentAccess: dynamic-page` forbids. */
export function forbidden(operation: string, instead: string): string {
  return `in ${operation}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`;
}
