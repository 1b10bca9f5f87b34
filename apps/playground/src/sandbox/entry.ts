/** Runs first in the plugin's VM: takes the page's bridge away and leaves what Figma's sandbox has. */
import { createBridge, type RawBridge } from './bridge.ts';
import { createEvents } from './events.ts';
import { createFigma, type RunFacts } from './figma-global.ts';
import { createNotifications } from './figma-notify.ts';
import { createFigmaUi } from './figma-ui.ts';
import {
  define,
  installConsole,
  installFetch,
  installStructuredClone,
  installTimers,
  show,
} from './globals.ts';
import { createNodes, type Nodes } from './nodes.ts';

const scope: Record<string, unknown> = globalThis as Record<string, unknown>;
const raw = scope.__bridge as RawBridge;
const start = scope.__start as { facts: RunFacts; html: string; uiFiles: Record<string, string> };
delete scope.__bridge;
delete scope.__start;

const mixed = Symbol('figma.mixed');
let nodes: Nodes | undefined;
const bridge = createBridge(raw, {
  of(value) {
    const id = nodes?.idOf(value);
    return id === undefined ? undefined : { kind: 'node', id };
  },
  resolve: (reference) => (reference.kind === 'node' ? nodes?.byId(reference.id) : mixed),
});
const report = (error: unknown): void => void bridge.call('uncaught', show(error));
const events = createEvents(report);
nodes = createNodes(bridge, events, mixed);
const ui = createFigmaUi(bridge, report);
const notifications = createNotifications(bridge, report);

for (const absent of ['queueMicrotask', 'performance', 'navigator', 'print', 'gc', 'scriptArgs']) {
  delete scope[absent];
}
const timers = installTimers(scope, bridge, report);
installConsole(scope, bridge);
installStructuredClone(scope);
installFetch(scope, bridge);
define(scope, '__html__', start.html);
define(scope, '__uiFiles__', Object.freeze({ ...start.uiFiles }));
define(
  scope,
  'figma',
  createFigma({
    bridge,
    nodes,
    events,
    mixed,
    facts: start.facts,
    ui: ui.object,
    notify: notifications.notify,
  }),
);

const handlers: Record<string, (value: never) => void> = {
  timer: (id: number) => timers.fire(id),
  message: ({ message, origin }: { message: unknown; origin: string }) => ui.received(message, origin),
  nodechange: ({ page, event }: { page: string; event: unknown }) => events.emit(`nodechange:${page}`, event),
  notifyButton: (id: number) => notifications.button(id),
  notifyDequeue: ({ id, reason }: { id: number; reason: string }) => notifications.dequeued(id, reason),
};

raw.ready({
  settle: bridge.settle,
  dispatch(event, json, buffers) {
    bridge.entered();
    const value = bridge.unpackFromPage(json, buffers);
    const handler = handlers[event];
    if (handler) handler(value as never);
    else if (value === undefined) events.emit(event);
    else events.emit(event, value);
  },
});
