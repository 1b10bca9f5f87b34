import type { Theme } from '../../host/plugin-theme.ts';
import { CanvasView } from '../canvas/canvas-view.ts';
import { Observable } from './observable.ts';
import { OpenedDocument } from './opened-document.ts';
import type { Parameters } from './parameters.ts';
import { loadPlugin, type PluginFiles } from './plugin-files.ts';
import { PluginSession } from './plugin-session.ts';
import { type DocumentSource, loadSamples, type Sample, sampleSource, urlSource } from './sources.ts';
import { Toasts } from './toasts.ts';

/** Width of the panel at the right, in pixels. */
const RIGHT_PANEL = 240;
const THEME_KEY = 'animatic-playground-theme';

/** Everything the page shows and does; the components only draw it. */
export class Playground extends Observable {
  readonly parameters: Parameters;
  readonly toasts = new Toasts();
  readonly view = new CanvasView();
  /** What plugins threw where nobody caught it, and other trouble: for the tests and the console. */
  readonly errors: string[] = [];
  samples: Sample[] = [];
  opened: OpenedDocument | undefined;
  opening: string | undefined;
  failure: string | undefined;
  session: PluginSession | undefined;
  plugin: PluginFiles | undefined;
  theme: Theme;
  viewOnly: boolean;
  videoAllowed: boolean;
  private readonly notificationKeys = new Map<number, number>();

  constructor(parameters: Parameters) {
    super();
    this.parameters = parameters;
    this.theme = parameters.theme ?? savedTheme();
    this.viewOnly = parameters.viewOnly;
    this.videoAllowed = !parameters.noVideo;
    document.documentElement.dataset.theme = this.theme;
  }

  /** Opens what the address asks for: the document, page, selection, and the plugin. */
  async begin(): Promise<void> {
    this.samples = await loadSamples().catch(() => []);
    this.changed();
    const wanted = this.parameters.document ?? this.samples[0]?.id;
    if (!wanted) {
      this.fail(new Error('There are no sample documents here. Open a document of your own.'));
      return;
    }
    await this.openById(wanted);
    this.plugin = await loadPlugin(this.parameters.plugin).catch(() => undefined);
    this.changed();
    const { page, select } = this.parameters;
    if (page) this.setPage(page);
    if (select.length > 0) {
      this.select(select);
      this.view.zoomToNodes(select);
    }
    if (this.parameters.run) await this.run();
  }

  /** Opens a sample by its id, or a document by its address. */
  async openById(id: string): Promise<void> {
    const sample = this.samples.find((entry) => entry.id === id);
    await this.open(sample?.title ?? id, () => (sample ? sampleSource(sample) : urlSource(id)));
  }

  /** Opens a document in place of the one on the screen. A running plugin ends, as it does in Figma. */
  async open(title: string, load: () => Promise<DocumentSource>): Promise<void> {
    this.session?.end();
    this.opening = title;
    this.failure = undefined;
    this.changed();
    try {
      this.opened = await OpenedDocument.open(await load());
      this.view.show(this.opened);
    } catch (error) {
      this.fail(error);
    } finally {
      this.opening = undefined;
      this.changed();
    }
  }

  /** Selects nodes by id, going to the page of the first one. Ids that do not exist are left out. */
  select(ids: readonly string[]): void {
    const opened = this.opened;
    if (!opened) return;
    const page = ids.map((id) => opened.document.pageOf(id)).find(Boolean);
    if (page) opened.editor.setCurrentPage(page.id);
    opened.editor.select(ids);
  }

  /** Starts the plugin anew; a run that is going on ends first. */
  async run(command = ''): Promise<void> {
    if (!this.opened) return;
    await this.stop();
    try {
      this.plugin = await loadPlugin(this.parameters.plugin);
      this.session = await PluginSession.start({
        files: this.plugin,
        opened: this.opened,
        command,
        viewOnly: this.viewOnly,
        videoAllowed: this.videoAllowed,
        theme: () => this.theme,
        canvas: {
          scrollAndZoomIntoView: (area) => this.view.zoomTo(area),
          setView: (center, zoom) => this.view.setView(center, zoom),
        },
        notify: {
          notify: ({ id, message, timeout, error, button }) => {
            const key = this.toasts.show(
              {
                message,
                error,
                button,
                press: () => this.session?.notificationButton(id),
                gone: (reason) => this.session?.notificationGone(id, reason),
              },
              timeout,
            );
            this.notificationKeys.set(id, key);
          },
          dismiss: (id) => this.toasts.hide(this.notificationKeys.get(id) ?? -1, 'dismiss'),
        },
        openExternal: (url) => this.openExternal(url),
        trouble: (message) => this.trouble(message),
        ended: (message) => {
          this.session = undefined;
          this.view.setCovered(0);
          if (message) this.toasts.show({ message, error: false });
          this.changed();
        },
      });
      const session = this.session;
      session.subscribe(() => {
        const shown = session.window;
        this.view.setCovered(shown?.visible ? innerWidth - RIGHT_PANEL - shown.x : 0);
        this.changed();
      });
    } catch (error) {
      this.trouble(error instanceof Error ? error.message : String(error));
    }
    this.changed();
  }

  /** Ends the plugin and waits until it has. */
  async stop(): Promise<void> {
    const session = this.session;
    if (!session) return;
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (this.session === session) return;
        stop();
        resolve();
      });
      session.end();
    });
  }

  /** Goes to a page by its id or name. @throws Error where there is none. */
  setPage(nameOrId: string): void {
    const pages = this.opened?.document.pages ?? [];
    const found = pages.find((page) => page.id === nameOrId) ?? pages.find((page) => page.name === nameOrId);
    this.opened?.editor.setCurrentPage(found?.id ?? nameOrId);
  }

  /** Opens the file for looking only; a running plugin starts anew with its next run. */
  setViewOnly(value: boolean): void {
    this.viewOnly = value;
    this.changed();
  }

  /** Allows video, or refuses it as a free Starter team does; heeded from the next run on. */
  setVideoAllowed(value: boolean): void {
    this.videoAllowed = value;
    this.changed();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
    saveTheme(theme);
    this.session?.setTheme(theme);
    this.view.invalidate();
    this.changed();
  }

  /** Says that something went wrong, on the screen and in the console. */
  trouble(message: string): void {
    this.errors.push(message);
    console.error(message);
    this.toasts.show({ message: message.split('\n')[0] ?? message, error: true }, 8000);
  }

  /** Opens an address in a new tab; where the browser holds that back, a button does it. */
  private openExternal(url: string): void {
    if (openTab(url)) return;
    const key = this.toasts.show(
      {
        message: `Your browser held back a new tab for ${new URL(url).host}`,
        error: false,
        button: 'Open',
        press: () => {
          openTab(url);
          this.toasts.hide(key, 'action_button_click');
        },
      },
      Number.POSITIVE_INFINITY,
    );
  }

  private fail(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
    this.errors.push(this.failure);
    this.changed();
  }
}

function openTab(url: string): boolean {
  const tab = globalThis.open(url, '_blank');
  if (tab) tab.opener = null;
  return tab !== null;
}

function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(THEME_KEY);
    if (saved === 'light' || saved === 'dark') return saved;
  } catch {
    // A browser that refuses storage follows the system's theme.
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function saveTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Kept for this visit only.
  }
}
