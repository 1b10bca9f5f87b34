import type { QuickJSWASMModule } from 'quickjs-emscripten';
import { pack } from '../sandbox/transfer.ts';
import { changeEvent } from './change-events.ts';
import { ASYNC_OPERATIONS, OPERATIONS } from './operations/index.ts';
import { forgetWindow } from './operations/window.ts';
import type { PluginContext } from './plugin-context.ts';
import { Sandbox } from './sandbox.ts';

export interface PluginRunOptions {
  /** A QuickJS of its own for this run. */
  quickjs: QuickJSWASMModule;
  /** The bundle of src/sandbox/entry.ts, as text. */
  sandboxSource: string;
  /** The plugin's built code.js, as text. */
  code: string;
  /** The relaunch button's or menu item's command; empty for a plain run. */
  command: string;
  context: Omit<PluginContext, 'dispatch' | 'close' | 'loadedPages'>;
  /** The plugin's code threw where nobody could catch it. */
  uncaught(message: string): void;
  /** The plugin has ended, by itself or by `end`. */
  ended(message: string | undefined): void;
  /** How long the plugin may hold the thread at once, in milliseconds. */
  timeLimit?: number;
}

/** One run of a plugin, from its code's first line to `closePlugin`. */
export class PluginRun {
  private readonly options: PluginRunOptions;
  private readonly sandbox: Sandbox;
  private readonly context: PluginContext;
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly stops: (() => void)[] = [];
  private over = false;

  constructor(options: PluginRunOptions) {
    this.options = options;
    const { editor, document, manifest, html, uiFiles } = options.context;
    this.context = {
      ...options.context,
      loadedPages: new Set([editor.currentPageId]),
      dispatch: (event, value) => this.sandbox.dispatch(event, value),
      close: (message) => this.end(message),
    };
    this.sandbox = new Sandbox({
      quickjs: options.quickjs,
      sandboxSource: options.sandboxSource,
      start: {
        facts: {
          command: options.command,
          pluginId: manifest.id,
          permissions: manifest.permissions,
          user: { id: '1', name: 'Playground', photoUrl: null, color: '#0d99ff', sessionId: 1 },
        },
        html,
        uiFiles,
      },
      ...(options.timeLimit && { timeLimit: options.timeLimit }),
      call: (operation, args) => this.call(operation, args),
      begin: (operation, args) => this.begin(operation, args),
      uncaught: (message) => this.options.uncaught(message),
    });
    this.stops.push(
      editor.on('selectionchange', () => this.sandbox.dispatch('selectionchange')),
      editor.on('currentpagechange', () => {
        this.context.loadedPages.add(editor.currentPageId);
        this.sandbox.dispatch('currentpagechange');
      }),
      document.onChange((change) => {
        const event = changeEvent(document, change);
        const page = document.pageOf(change.nodeId);
        if (page && page.id !== change.nodeId && this.context.loadedPages.has(page.id)) {
          const { origin: _origin, ...nodeChange } = event;
          this.sandbox.dispatch('nodechange', { page: page.id, event: { nodeChanges: [nodeChange] } });
        }
        if (change.kind === 'pluginData' || change.kind === 'relaunchData') return;
        this.sandbox.dispatch('documentchange', { documentChanges: [event] });
      }),
    );
    this.sandbox.run(options.code);
    this.sandbox.dispatch('run', { command: options.command });
  }

  /**
   * Hands the plugin a message from its window.
   * @throws TypeError where the message holds something Figma would not carry.
   */
  receive(message: unknown, origin: string): void {
    pack(message);
    this.sandbox.dispatch('message', { message, origin });
  }

  /** The button of a notification was pressed. */
  notificationButton(id: number): void {
    this.sandbox.dispatch('notifyButton', id);
  }

  /** A notification has gone. */
  notificationGone(id: number, reason: 'timeout' | 'dismiss' | 'action_button_click'): void {
    this.sandbox.dispatch('notifyDequeue', { id, reason });
  }

  /** Ends the run: the `close` event, the window, the timers, the VM. */
  end(message?: string): void {
    if (this.over) return;
    this.over = true;
    for (const stop of this.stops) stop();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.sandbox.dispatch('close');
    forgetWindow(this.context);
    this.context.surface.closeUi();
    setTimeout(() => {
      this.sandbox.dispose();
      this.options.ended(message);
    }, 0);
  }

  private call(operation: string, args: unknown[]): unknown {
    switch (operation) {
      case 'timer.start':
        return this.startTimer(Number(args[0]), Number(args[1]), args[2] === true);
      case 'timer.clear':
        clearTimeout(this.timers.get(Number(args[0])));
        this.timers.delete(Number(args[0]));
        return undefined;
      case 'uncaught':
        return this.options.uncaught(String(args[0]));
    }
    const handler = OPERATIONS[operation];
    if (!handler) throw new Error(`"${operation.split('.').at(-1)}" is not a supported API`);
    return handler(this.context, ...args);
  }

  private async begin(operation: string, args: unknown[]): Promise<unknown> {
    const handler = ASYNC_OPERATIONS[operation];
    if (!handler) throw new Error(`"${operation.split('.').at(-1)}" is not a supported API`);
    return handler(this.context, ...args);
  }

  private startTimer(id: number, delay: number, repeat: boolean): void {
    if (this.over) return;
    const fire = (): void => {
      if (repeat) this.startTimer(id, delay, true);
      else this.timers.delete(id);
      this.sandbox.dispatch('timer', id);
    };
    this.timers.set(id, setTimeout(fire, delay));
  }
}
