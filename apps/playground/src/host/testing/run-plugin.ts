import { bundleSandbox } from '../../../scripts/bundle-sandbox.ts';
import { FigmaDocument } from '../../document/figma-document.ts';
import { parseFile } from '../../document/parse-file.ts';
import { DocumentStore } from '../document-store.ts';
import { Editor } from '../editor.ts';
import { ImageShelf } from '../image-shelf.ts';
import { createMemoryStore, type KeyValueStore } from '../key-value-store.ts';
import { parseManifest } from '../manifest.ts';
import type { ExportRequest, Notification, UiOptions } from '../plugin-context.ts';
import { PluginRun } from '../plugin-run.ts';
import { newQuickJs } from '../quickjs.ts';
import { sampleFile } from './sample-file.ts';

const sandboxSource = await bundleSandbox();

export interface TestRun {
  run: PluginRun;
  document: FigmaDocument;
  editor: Editor;
  store: DocumentStore;
  /** What the plugin posted to its window, in order. */
  posted: unknown[];
  logs: string[];
  errors: string[];
  windows: ({ file: string } & UiOptions)[];
  notifications: Notification[];
  opened: string[];
  exports: ({ id: string } & ExportRequest)[];
  /** Resolves with the next thing that nobody has waited for: a message the plugin posts, or `{ uncaught }`. */
  nextMessage(): Promise<unknown>;
  /** Resolves when the plugin has ended, with its message. */
  ended: Promise<string | undefined>;
}

interface Options {
  file?: unknown;
  viewOnly?: boolean;
  videoAllowed?: boolean;
  manifest?: Record<string, unknown>;
  command?: string;
  /** Kept between runs to see what a plugin finds again. */
  storage?: KeyValueStore;
  clientStorage?: KeyValueStore;
  exportBytes?: Uint8Array;
  memoryLimit?: number;
  timeLimit?: number;
}

/** The manifest that the test plugins run with. */
export const testManifest = {
  name: 'Fixture',
  id: 'fixture',
  api: '1.0.0',
  main: 'code.js',
  ui: 'ui.html',
  editorType: ['figma'],
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['none'] },
};

/**
 * Runs plugin code in a real QuickJS with a stub in the renderer's place. In the code `done(value)` posts a value and
 * `attempt(fn)` gives the message of what `fn` throws.
 */
export async function runPlugin(code: string, options: Options = {}): Promise<TestRun> {
  const document = new FigmaDocument('test', parseFile(options.file ?? sampleFile()));
  const editor = new Editor(document);
  const store = await DocumentStore.open(document, options.storage ?? createMemoryStore());
  const waiting: ((message: unknown) => void)[] = [];
  const unread: unknown[] = [];
  const arrive = (message: unknown): void => {
    const next = waiting.shift();
    if (next) next(message);
    else unread.push(message);
  };
  let finish: (message: string | undefined) => void = () => undefined;
  const ended = new Promise<string | undefined>((resolve) => {
    finish = resolve;
  });
  const shared = {
    document,
    editor,
    store,
    posted: [] as unknown[],
    logs: [] as string[],
    errors: [] as string[],
    windows: [] as TestRun['windows'],
    notifications: [] as Notification[],
    opened: [] as string[],
    exports: [] as TestRun['exports'],
    ended,
    nextMessage: () =>
      new Promise<unknown>((resolve) => {
        if (unread.length > 0) resolve(unread.shift());
        else waiting.push(resolve);
      }),
  };
  const html = '<p>fixture</p>';
  const run = new PluginRun({
    quickjs: await newQuickJs(undefined, options.memoryLimit),
    sandboxSource,
    code: `${HELPERS}\n${code}`,
    command: options.command ?? '',
    ...(options.timeLimit && { timeLimit: options.timeLimit }),
    uncaught(message) {
      shared.errors.push(message);
      arrive({ uncaught: message });
    },
    ended: finish,
    context: {
      document,
      editor,
      store,
      manifest: parseManifest({ ...testManifest, ...options.manifest }),
      viewOnly: options.viewOnly ?? false,
      videoAllowed: options.videoAllowed ?? true,
      html,
      uiFiles: {},
      clientStorage: options.clientStorage ?? createMemoryStore(),
      images: await ImageShelf.open({
        fetchBytes: async () => undefined,
        has: () => false,
        store: createMemoryStore(),
      }),
      drawer: async () => ({
        async exportNode(id, request) {
          shared.exports.push({ id, ...request });
          return { bytes: options.exportBytes ?? new Uint8Array([1, 2, 3]), width: 1, height: 1 };
        },
        renderBounds: (id) => document.node(id)?.absoluteRenderBounds ?? { x: 0, y: 0, width: 0, height: 0 },
      }),
      renderBounds: () => undefined,
      surface: {
        showUi: (file, ui) => void shared.windows.push({ file, ...ui }),
        postToUi(message) {
          shared.posted.push(message);
          arrive(message);
        },
        resizeUi: () => undefined,
        moveUi: () => undefined,
        setUiVisible: () => undefined,
        closeUi: () => undefined,
        uiPosition: () => ({ x: 0, y: 0 }),
        notify: (notification) => void shared.notifications.push(notification),
        dismiss: () => true,
        openExternal: (url) => void shared.opened.push(url),
        scrollAndZoomIntoView: () => undefined,
        setView: () => undefined,
        log: (_level, text) => void shared.logs.push(text),
      },
    },
  });
  return { run, ...shared };
}

const HELPERS = `
figma.showUI(__html__, { visible: false });
const done = (value) => figma.ui.postMessage(value);
const attempt = (fn) => { try { fn(); return 'nothing was thrown'; } catch (error) { return error.message; } };
const attemptAsync = async (fn) => { try { await fn(); return 'nothing was thrown'; } catch (error) { return error.message; } };
`;
