import type { PluginSurface, UiOptions } from '../../host/plugin-context.ts';
import { PluginRun } from '../../host/plugin-run.ts';
import { THEME_MESSAGE, type Theme } from '../../host/plugin-theme.ts';
import { getSandbox } from '../quickjs.ts';
import { Observable } from './observable.ts';
import { type OpenedDocument, openStore } from './opened-document.ts';
import type { PluginFiles } from './plugin-files.ts';

/** The plugin's window as the page shows it. */
export interface PluginWindow extends UiOptions {
  src: string;
  x: number;
  y: number;
}

export interface SessionOptions {
  files: PluginFiles;
  opened: OpenedDocument;
  command: string;
  viewOnly: boolean;
  videoAllowed: boolean;
  theme(): Theme;
  /** Moves the canvas. */
  canvas: Pick<PluginSurface, 'scrollAndZoomIntoView' | 'setView'>;
  notify: Pick<PluginSurface, 'notify' | 'dismiss'>;
  openExternal(url: string): void;
  trouble(message: string): void;
  ended(message: string | undefined): void;
}

/** A plugin that is running on a document: its run, its window, and the messages between them. */
export class PluginSession extends Observable {
  readonly options: SessionOptions;
  window: PluginWindow | undefined;
  private frame: HTMLIFrameElement | undefined;
  private loaded = false;
  private pending: unknown[] = [];
  private run: PluginRun | undefined;

  private constructor(options: SessionOptions) {
    super();
    this.options = options;
    addEventListener('message', this.received);
  }

  static async start(options: SessionOptions): Promise<PluginSession> {
    const session = new PluginSession(options);
    const { files, opened } = options;
    const [{ quickjs, sandboxSource }, clientStorage] = await Promise.all([
      getSandbox(),
      openStore(`client:${files.manifest.id}:`),
    ]);
    session.run = new PluginRun({
      quickjs,
      sandboxSource,
      code: files.code,
      command: options.command,
      uncaught: (message) => options.trouble(message),
      ended(message) {
        removeEventListener('message', session.received);
        options.ended(message);
      },
      context: {
        document: opened.document,
        editor: opened.editor,
        manifest: files.manifest,
        surface: session.surface(),
        drawer: () => opened.ready(),
        renderBounds: (id) => opened.renderBounds(id),
        images: opened.images,
        store: opened.store,
        clientStorage,
        viewOnly: options.viewOnly,
        videoAllowed: options.videoAllowed,
        html: files.html,
        uiFiles: files.uiFiles,
      },
    });
    return session;
  }

  /** The iframe that shows the window; messages wait until it has loaded. */
  attach(frame: HTMLIFrameElement | null): void {
    this.frame = frame ?? undefined;
  }

  get iframe(): HTMLIFrameElement | undefined {
    return this.frame;
  }

  frameLoaded(): void {
    this.loaded = true;
    for (const message of this.pending.splice(0)) this.post(message);
  }

  setTheme(theme: Theme): void {
    if (this.window?.themeColors) this.frame?.contentWindow?.postMessage({ [THEME_MESSAGE]: theme }, '*');
  }

  move(x: number, y: number): void {
    this.update({ x, y });
  }

  notificationButton(id: number): void {
    this.run?.notificationButton(id);
  }

  notificationGone(id: number, reason: 'timeout' | 'dismiss' | 'action_button_click'): void {
    this.run?.notificationGone(id, reason);
  }

  end(): void {
    this.run?.end();
  }

  private update(change: Partial<PluginWindow>): void {
    if (!this.window) return;
    this.window = { ...this.window, ...change };
    this.changed();
  }

  private post(message: unknown): void {
    this.frame?.contentWindow?.postMessage(
      { pluginMessage: message, pluginId: this.options.files.manifest.id },
      '*',
    );
  }

  private readonly received = (event: MessageEvent): void => {
    if (!this.frame || event.source !== this.frame.contentWindow) return;
    const data: unknown = event.data;
    if (!(data instanceof Object) || !('pluginMessage' in data)) return;
    try {
      this.run?.receive(data.pluginMessage, event.origin);
    } catch (error) {
      this.options.trouble(
        `A message from ui.html holds what Figma does not carry: ${error instanceof Error ? error.message : error}. Send plain data, Date and Uint8Array.`,
      );
    }
  };

  private surface(): PluginSurface {
    return {
      ...this.options.canvas,
      ...this.options.notify,
      showUi: (file, ui) => {
        const page = this.options.files.pages.get(file);
        if (!page) throw new Error('in showUI: manifest.json lists no "ui"');
        const theme = ui.themeColors ? `?theme=${this.options.theme()}` : '';
        const x = ui.position?.x ?? Math.max(16, innerWidth - ui.width - 256);
        this.loaded = false;
        this.pending = [];
        this.window = { ...ui, src: page + theme, x, y: ui.position?.y ?? 72 };
        this.changed();
      },
      postToUi: (message) => {
        if (this.loaded) this.post(message);
        else this.pending.push(message);
      },
      resizeUi: (width, height) => this.update({ width, height }),
      moveUi: (x, y) => this.update({ x, y }),
      setUiVisible: (visible) => this.update({ visible }),
      closeUi: () => {
        this.window = undefined;
        this.changed();
      },
      uiPosition: () => ({ x: this.window?.x ?? 0, y: this.window?.y ?? 0 }),
      openExternal: this.options.openExternal,
      log: (level, text) => writeLog(level, text),
    };
  }
}

function writeLog(level: string, text: string): void {
  const write = { warn: console.warn, error: console.error, debug: console.debug }[level] ?? console.log;
  write(`[plugin] ${text}`);
}
