import type { Change } from '../document/figma-document.ts';
import type { Theme } from '../host/plugin-theme.ts';
import { pluginType } from '../host/read-node.ts';
import { editNode, removeNode } from '../host/write-node.ts';
import type { Playground } from './model/playground.ts';
import { memorySource } from './model/sources.ts';

/** A node as the automation handle lists it. */
export interface FoundNode {
  id: string;
  name: string;
  type: string;
  page: string;
  /** Whether it is a child of its page. */
  topLevel: boolean;
}

/** `window.__playground`: what end-to-end tests and `npm run demo` drive the page with. */
export interface PlaygroundHandle {
  /** Resolves when the document is open and, with `run=1`, the plugin has started. Rejects where that failed. */
  ready: Promise<void>;
  readonly document: { id: string; title: string } | undefined;
  readonly selection: readonly string[];
  select(ids: readonly string[]): void;
  /** Nodes with this id or exactly this name; all nodes without a query. */
  find(query?: string): FoundNode[];
  /** Where a point of the page stands in the browser's window, in CSS pixels. */
  toScreen(x: number, y: number): { x: number; y: number };
  /** Opens a document from memory; images are base64 by `imageRef`. */
  open(id: string, json: unknown, imagesBase64?: Readonly<Record<string, string>>): Promise<void>;
  openSample(id: string): Promise<void>;
  setPage(nameOrId: string): void;
  run(command?: string): Promise<void>;
  stop(): Promise<void>;
  readonly running: boolean;
  /**
   * Edits a node as the person at the canvas does: `{ name, visible, characters, fills, opacity, x, … }` in the plugin
   * API's own values. The plugin is told; `changes` does not hold it.
   */
  editNode(id: string, values: Readonly<Record<string, unknown>>): void;
  /** Deletes a node as the person at the canvas does. */
  removeNode(id: string): void;
  /** Every write that was asked of the document, in order. */
  readonly changes: readonly Change[];
  theme: Theme;
  viewOnly: boolean;
  videoAllowed: boolean;
  readonly iframe: HTMLIFrameElement | undefined;
  /** Uncaught errors of the plugin and other trouble. */
  readonly errors: readonly string[];
  readonly toast: string | undefined;
  pluginData(nodeId: string): Record<string, string>;
  relaunchData(nodeId: string): Record<string, string>;
  /** Resolves when everything plugins left in the document is written down. */
  flushed(): Promise<void>;
}

declare global {
  interface Window {
    __playground: PlaygroundHandle;
  }
}

/** The handle on a playground; `ready` is the promise of its beginning. */
export function createHandle(playground: Playground, ready: Promise<void>): PlaygroundHandle {
  const pluginId = () => playground.plugin?.manifest.id ?? '';
  return {
    ready,
    get document() {
      const { opened } = playground;
      return opened && { id: opened.document.id, title: opened.title };
    },
    get selection() {
      return playground.opened?.editor.selection ?? [];
    },
    select: (ids) => playground.select(ids),
    find(query) {
      const { opened } = playground;
      if (!opened) return [];
      return opened.document.pages.flatMap((page) =>
        [...opened.document.descendants(page)]
          .filter((node) => query === undefined || node.id === query || node.name === query)
          .map((node) => ({
            id: node.id,
            name: node.name,
            type: pluginType(node),
            page: page.id,
            topLevel: opened.document.parent(node.id) === page,
          })),
      );
    },
    toScreen(x, y) {
      const { view } = playground;
      const { left, top } = view.place;
      const at = view.toScreen({ x, y, width: 0, height: 0 });
      return { x: left + at.x, y: top + at.y };
    },
    async open(id, json, imagesBase64 = {}) {
      const images = new Map(
        Object.entries(imagesBase64).map(([ref, base64]) => [ref, async () => fromBase64(base64)]),
      );
      await playground.open(id, async () => memorySource(id, json, images));
      if (playground.failure) throw new Error(playground.failure);
    },
    openSample: (id) => playground.openById(id),
    setPage: (nameOrId) => playground.setPage(nameOrId),
    editNode(id, values) {
      if (playground.opened) editNode(playground.opened, id, values);
    },
    removeNode(id) {
      if (playground.opened) removeNode(playground.opened, id);
    },
    run: (command) => playground.run(command),
    stop: () => playground.stop(),
    get running() {
      return playground.session !== undefined;
    },
    get changes() {
      return playground.opened?.document.changes ?? [];
    },
    get theme() {
      return playground.theme;
    },
    set theme(theme) {
      playground.setTheme(theme);
    },
    get viewOnly() {
      return playground.viewOnly;
    },
    set viewOnly(value) {
      playground.setViewOnly(value);
    },
    get videoAllowed() {
      return playground.videoAllowed;
    },
    set videoAllowed(value) {
      playground.setVideoAllowed(value);
    },
    get iframe() {
      return playground.session?.iframe;
    },
    get errors() {
      return playground.errors;
    },
    get toast() {
      return playground.toasts.current?.message;
    },
    pluginData(nodeId) {
      const store = playground.opened?.store;
      const keys = store?.keys(pluginId(), nodeId) ?? [];
      return Object.fromEntries(keys.map((key) => [key, store?.get(pluginId(), nodeId, key) ?? '']));
    },
    relaunchData: (nodeId) => playground.opened?.store.relaunch(pluginId(), nodeId) ?? {},
    flushed: async () => playground.opened?.store.flushed(),
  };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
