import { decodeBase64, encodeBase64 } from './base64.ts';
import type { Bridge } from './bridge.ts';
import { checkListener, type Events } from './events.ts';
import { freeze } from './freeze.ts';
import type { Nodes } from './nodes.ts';
import { forbidden } from './nodes.ts';
import { FIGMA_PROPERTIES } from './property-names.ts';
import { constant, methods, type Property, strictObject } from './strict-object.ts';

const EVENT_TYPES = [
  'selectionchange',
  'currentpagechange',
  'documentchange',
  'stylechange',
  'close',
  'run',
  'drop',
];

/** Calls that `documentAccess: dynamic-page` forbids, and what to use instead. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  getNodeById: 'figma.getNodeByIdAsync',
  getStyleById: 'figma.getStyleByIdAsync',
  getLocalPaintStyles: 'figma.getLocalPaintStylesAsync',
  getLocalTextStyles: 'figma.getLocalTextStylesAsync',
  getLocalEffectStyles: 'figma.getLocalEffectStylesAsync',
  getLocalGridStyles: 'figma.getLocalGridStylesAsync',
  getLocalCustomAnimationStyles: 'figma.getLocalCustomAnimationStylesAsync',
  getFileThumbnailNode: 'figma.getFileThumbnailNodeAsync',
};

/** What the page tells the VM once, when the plugin starts. */
export interface RunFacts {
  command: string;
  pluginId: string;
  permissions: string[];
  user: { id: string; name: string } | null;
}

interface Parts {
  bridge: Bridge;
  nodes: Nodes;
  events: Events;
  mixed: symbol;
  facts: RunFacts;
  ui: object;
  notify(message: unknown, options: unknown): object;
}

/** The global `figma`. */
export function createFigma({ bridge, nodes, events, mixed, facts, ui, notify }: Parts): object {
  const frozen = (value: unknown) => freeze(value, (item) => nodes.idOf(item) !== undefined);
  const call =
    (operation: string) =>
    (...args: unknown[]) =>
      frozen(bridge.call(operation, ...args));
  const start =
    (operation: string) =>
    (...args: unknown[]) =>
      bridge.start(operation, ...args);
  const remote = (operation: string): Property => ({
    get: () => frozen(bridge.call(`${operation}.get`)),
    set: (value) => void bridge.call(`${operation}.set`, value),
  });
  const readonly = (operation: string): Property => ({
    get: () => frozen(bridge.call(`${operation}.get`)),
  });
  const image = (hash: unknown): object =>
    Object.freeze({
      hash,
      getBytesAsync: () => bridge.start('image.bytes', hash),
      getSizeAsync: () => bridge.start('image.size', hash),
    });
  const listen = (operation: 'on' | 'once') => (type: unknown, callback: unknown) => {
    checkListener(operation, EVENT_TYPES, type, callback);
    if (type === 'documentchange') bridge.call('documentchange.allowed', operation);
    events.on(String(type), callback, operation === 'once');
  };
  const forbiddenCalls = Object.entries(FORBIDDEN).map(([name, instead]) => [
    name,
    () => {
      throw new Error(forbidden(name, instead));
    },
  ]);

  const properties: Record<string, Property> = {
    apiVersion: constant('1.0.0'),
    editorType: constant('figma'),
    mode: constant('default'),
    command: constant(facts.command),
    pluginId: constant(facts.pluginId),
    fileKey: constant(undefined),
    mixed: constant(mixed),
    hasMissingFont: constant(false),
    skipInvisibleInstanceChildren: remote('skipInvisibleInstanceChildren'),
    ui: constant(ui),
    root: { get: () => nodes.byId(String(bridge.call('root'))) },
    currentPage: {
      get: () => bridge.call('currentPage'),
      set: () => {
        throw new Error(forbidden('set_currentPage', 'figma.setCurrentPageAsync'));
      },
    },
    currentUser: {
      get() {
        if (!facts.permissions.includes('currentuser')) {
          throw new Error(
            'in get_currentUser: "permissions" in manifest.json must include "currentuser" to access this property',
          );
        }
        return frozen(facts.user);
      },
    },
    viewport: constant(
      strictObject('the figma.viewport object', {
        center: remote('viewport.center'),
        zoom: remote('viewport.zoom'),
        bounds: readonly('viewport.bounds'),
        ...methods({ scrollAndZoomIntoView: call('viewport.scrollAndZoomIntoView') }),
      }),
    ),
    clientStorage: constant(
      strictObject(
        'the figma.clientStorage object',
        methods({
          getAsync: start('clientStorage.getAsync'),
          setAsync: start('clientStorage.setAsync'),
          deleteAsync: start('clientStorage.deleteAsync'),
          keysAsync: start('clientStorage.keysAsync'),
        }),
      ),
    ),
    ...methods({
      showUI: call('showUI'),
      closePlugin: call('closePlugin'),
      notify,
      openExternal: call('openExternal'),
      commitUndo: call('commitUndo'),
      on: listen('on'),
      once: listen('once'),
      off(type, callback) {
        checkListener('off', EVENT_TYPES, type, callback);
        events.off(String(type), callback);
      },
      getNodeByIdAsync: start('getNodeByIdAsync'),
      setCurrentPageAsync: start('setCurrentPageAsync'),
      loadAllPagesAsync: start('loadAllPagesAsync'),
      loadFontAsync: start('loadFontAsync'),
      createRectangle: call('createRectangle'),
      createFrame: call('createFrame'),
      createText: call('createText'),
      createImage: (bytes) => image(bridge.call('createImage', bytes)),
      createVideoAsync: start('createVideoAsync'),
      getImageByHash: (hash) => (bridge.call('image.exists', hash) ? image(hash) : null),
      base64Encode: (bytes) => {
        if (!(bytes instanceof Uint8Array)) throw new TypeError('in base64Encode: Expected Uint8Array');
        return encodeBase64(bytes);
      },
      base64Decode: (text) => decodeBase64(String(text)),
      ...Object.fromEntries(forbiddenCalls),
    }),
  };
  return strictObject('the figma global object', properties, FIGMA_PROPERTIES);
}
