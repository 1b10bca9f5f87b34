import type { Bridge } from './bridge.ts';
import { checkListener, type Events } from './events.ts';
import { freeze } from './freeze.ts';

export interface NodeContext {
  bridge: Bridge;
  /** What pages are listened to for, each under `nodechange:` and its id. */
  events: Events;
  mixed: symbol;
  idOf(value: object): string | undefined;
}

type NodeMethod = (context: NodeContext, node: object, id: string, args: unknown[]) => unknown;
type Predicate = (node: object) => boolean;

/** Calls the page at once with the node's id and the arguments as they are; the page checks them. */
const call =
  (operation: string): NodeMethod =>
  ({ bridge }, _node, id, args) =>
    bridge.call(operation, id, ...args);

const start =
  (operation: string): NodeMethod =>
  ({ bridge }, _node, id, args) =>
    bridge.start(operation, id, ...args);

const nodesOf = (context: NodeContext, operation: string, id: string): object[] =>
  context.bridge.call(operation, id) as object[];

function predicate(method: string, value: unknown, needed: boolean): Predicate {
  if (value === undefined && !needed) return () => true;
  if (typeof value !== 'function') {
    throw new TypeError(`in ${method}: Property "callback" failed validation: Expected function`);
  }
  return value as Predicate;
}

/** `page.on`, `once` and `off`: pages tell of changed nodes, once they are loaded. */
const listen =
  (method: 'on' | 'once' | 'off'): NodeMethod =>
  ({ bridge, events }, _node, id, [type, callback]) => {
    checkListener(method, ['nodechange'], type, callback);
    if (method === 'off') return events.off(`nodechange:${id}`, callback);
    bridge.call('nodechange.allowed', method, id);
    return events.on(`nodechange:${id}`, callback, method === 'once');
  };

/** The methods of nodes; names that are not here or answered by the page are not a supported API. */
export const NODE_METHODS: Readonly<Record<string, NodeMethod>> = Object.assign(Object.create(null), {
  findAll: (context, _node, id, [callback]) =>
    nodesOf(context, 'node.findAll', id).filter(predicate('findAll', callback, false)),
  findOne: (context, _node, id, [callback]) =>
    nodesOf(context, 'node.findOne', id).find(predicate('findOne', callback, true)) ?? null,
  findChildren: (context, _node, id, [callback]) =>
    nodesOf(context, 'node.findChildren', id).filter(predicate('findChildren', callback, false)),
  findChild: (context, _node, id, [callback]) =>
    nodesOf(context, 'node.findChild', id).find(predicate('findChild', callback, true)) ?? null,
  findAllWithCriteria: call('node.findAllWithCriteria'),
  appendChild: call('node.appendChild'),
  insertChild: call('node.insertChild'),
  remove: call('node.remove'),
  resize: call('node.resize'),
  resizeWithoutConstraints: call('node.resize'),
  getTopLevelFrame: call('node.getTopLevelFrame'),
  getPluginData: call('node.getPluginData'),
  setPluginData: call('node.setPluginData'),
  getPluginDataKeys: call('node.getPluginDataKeys'),
  getSharedPluginData: call('node.getSharedPluginData'),
  setSharedPluginData: call('node.setSharedPluginData'),
  getSharedPluginDataKeys: call('node.getSharedPluginDataKeys'),
  setRelaunchData: call('node.setRelaunchData'),
  getRelaunchData: call('node.getRelaunchData'),
  getStyledTextSegments: ({ bridge, idOf }, _node, id, args) =>
    freeze(bridge.call('node.getStyledTextSegments', id, ...args), (value) => idOf(value) !== undefined),
  getMainComponentAsync: start('node.getMainComponentAsync'),
  setReactionsAsync: start('node.setReactionsAsync'),
  exportAsync: start('node.exportAsync'),
  loadAsync: start('page.loadAsync'),
  on: listen('on'),
  once: listen('once'),
  off: listen('off'),
} satisfies Record<string, NodeMethod>);
