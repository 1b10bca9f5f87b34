import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten';
import { FAILED } from '../sandbox/bridge.ts';
import { pack, unpack } from '../sandbox/transfer.ts';
import { referenceOf, resolveReference } from './references.ts';

export interface SandboxOptions {
  /** A QuickJS of its own: it is thrown away with the sandbox. */
  quickjs: QuickJSWASMModule;
  /** The bundle of src/sandbox/entry.ts. */
  sandboxSource: string;
  /** What the sandbox's entry finds: facts about the run, `__html__`, `__uiFiles__`. */
  start: unknown;
  /** How long the plugin may hold the thread at once, in milliseconds; 20 s unless told otherwise. */
  timeLimit?: number;
  /** Does something for the plugin at once. What it throws is thrown in the plugin. */
  call(operation: string, args: unknown[]): unknown;
  /** Does something for the plugin that takes time. */
  begin(operation: string, args: unknown[]): Promise<unknown>;
  /** The plugin's code threw where nobody could catch it. */
  uncaught(message: string): void;
}

/** What plugins read of most nodes they come by. */
const OFTEN = [
  'name',
  'parent',
  'visible',
  'opacity',
  'blendMode',
  'isMask',
  'fills',
  'strokes',
  'effects',
  'x',
  'y',
  'width',
  'height',
  'relativeTransform',
  'absoluteTransform',
  'absoluteBoundingBox',
  'absoluteRenderBounds',
  'removed',
  'layoutMode',
];

const STACK = 1024 * 1024;

/** The plugin's VM: QuickJS with Figma's globals, and values crossing in and out. */
export class Sandbox {
  private readonly options: SandboxOptions;
  private readonly runtime: QuickJSRuntime;
  private readonly context: QuickJSContext;
  private settleHandle: QuickJSHandle | undefined;
  private dispatchHandle: QuickJSHandle | undefined;
  private queue: (() => void)[] = [];
  private flushing = false;
  private deadline = Number.POSITIVE_INFINITY;
  private ended = false;

  constructor(options: SandboxOptions) {
    this.options = options;
    this.runtime = options.quickjs.newRuntime();
    this.runtime.setMaxStackSize(STACK);
    this.runtime.setInterruptHandler(() => performance.now() > this.deadline);
    this.context = this.runtime.newContext();
    this.installBridge();
    this.evaluate(options.sandboxSource, 'sandbox.js');
  }

  /** Runs the plugin's code. What it throws goes to `uncaught`. */
  run(code: string): void {
    this.later(() => this.evaluate(code, 'code.js'));
  }

  /** Tells the plugin that something happened; events arrive in the order they were sent, never at once. */
  dispatch(event: string, value?: unknown): void {
    this.later(() => {
      if (this.dispatchHandle) this.invoke(this.dispatchHandle, [event], value);
    });
  }

  /**
   * Ends the VM: nothing enters it any more, and what is still under way is forgotten. Its memory goes with it, so
   * nothing is freed piece by piece; the plugin's own call of `closePlugin` may still be on its stack.
   */
  dispose(): void {
    this.ended = true;
    this.queue = [];
    this.settleHandle = undefined;
    this.dispatchHandle = undefined;
  }

  private later(task: () => void): void {
    if (this.ended) return;
    this.queue.push(task);
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => this.flush());
  }

  private flush(): void {
    this.flushing = false;
    for (let task = this.queue.shift(); task && !this.ended; task = this.queue.shift()) task();
  }

  private evaluate(code: string, file: string): void {
    this.enter(() => {
      const result = this.context.evalCode(code, file);
      if (result.error) this.report(result.error);
      else result.value.dispose();
    });
  }

  private invoke(target: QuickJSHandle, head: (string | number | boolean)[], value: unknown): void {
    const packed = pack(value, referenceOf);
    this.enter(() => {
      const args = [
        ...head.map((item) => this.primitive(item)),
        this.context.newString(packed.json),
        this.newBuffers(packed.buffers),
      ];
      const result = this.context.callFunction(target, this.context.undefined, ...args);
      for (const arg of args) arg.dispose();
      if (result.error) this.report(result.error);
      else result.value.dispose();
    });
  }

  /** Enters the VM, and runs the jobs of promises that this let loose. */
  private enter(action: () => void): void {
    this.deadline = performance.now() + (this.options.timeLimit ?? 20_000);
    try {
      action();
      while (!this.ended && this.runtime.hasPendingJob()) {
        const result = this.runtime.executePendingJobs();
        if (result.error) this.report(result.error);
        else result.dispose();
      }
    } finally {
      this.deadline = Number.POSITIVE_INFINITY;
    }
  }

  private report(error: QuickJSHandle): void {
    const dumped: unknown = this.context.dump(error);
    error.dispose();
    if (dumped instanceof Object && 'message' in dumped) {
      const { name = 'Error', message, stack = '' } = dumped as Record<string, unknown>;
      this.options.uncaught(`${name}: ${message}\n${stack}`.trimEnd());
    } else this.options.uncaught(String(dumped));
  }

  private installBridge(): void {
    const { context } = this;
    const bridge = context.newObject();
    const install = (name: string, fn: (...args: QuickJSHandle[]) => QuickJSHandle | undefined) => {
      const handle = context.newFunction(name, fn);
      context.setProp(bridge, name, handle);
      handle.dispose();
    };
    install('call', (operation, json, buffers) =>
      context.newString(
        this.answer(context.getString(required(operation)), this.readArguments(json, buffers)),
      ),
    );
    install('read', (id, property) =>
      context.newString(
        this.answer('node.get', [context.getString(required(id)), context.getString(required(property))]),
      ),
    );
    install('readOften', (id) => context.newString(this.readOften(context.getString(required(id)))));
    install('start', (operation, ticket, json, buffers) => {
      const args = this.readArguments(json, buffers);
      const number = context.getNumber(required(ticket));
      this.begin(context.getString(required(operation)), number, args);
      return undefined;
    });
    install('ready', (entry) => {
      this.settleHandle = context.getProp(required(entry), 'settle');
      this.dispatchHandle = context.getProp(required(entry), 'dispatch');
      return undefined;
    });
    context.setProp(context.global, '__bridge', bridge);
    bridge.dispose();
    const text = context.newString(JSON.stringify(this.options.start));
    context.setProp(context.global, '__start', text);
    text.dispose();
    this.evaluate('__start = JSON.parse(__start)', 'start.js');
  }

  private answer(operation: string, args: unknown[]): string {
    try {
      return pack(this.options.call(operation, args), referenceOf).json;
    } catch (error) {
      return FAILED + messageOf(error);
    }
  }

  /** Properties that cannot be read now are left out: asking for them alone gives the error. */
  private readOften(id: string): string {
    const texts: Record<string, string> = {};
    for (const property of OFTEN) {
      const text = this.answer('node.get', [id, property]);
      if (!text.startsWith(FAILED)) texts[property] = text;
    }
    return JSON.stringify(texts);
  }

  private begin(operation: string, ticket: number, args: unknown[]): void {
    const settle = (ok: boolean, value: unknown) =>
      this.later(() => {
        if (this.settleHandle) this.invoke(this.settleHandle, [ticket, ok], value);
      });
    this.options.begin(operation, args).then(
      (value) => settle(true, value),
      (error) => settle(false, messageOf(error)),
    );
  }

  private readArguments(json: QuickJSHandle | undefined, buffers: QuickJSHandle | undefined): unknown[] {
    const { context } = this;
    const list = required(buffers);
    const length = context.getProp(list, 'length').consume((handle) => context.getNumber(handle));
    const bytes = Array.from({ length }, (_, i) =>
      context
        .getProp(list, i)
        .consume((handle) => context.getArrayBuffer(handle).consume((view) => view.value.slice())),
    );
    return unpack(context.getString(required(json)), bytes, resolveReference) as unknown[];
  }

  private newBuffers(buffers: Uint8Array[]): QuickJSHandle {
    const list = this.context.newArray();
    for (const [i, bytes] of buffers.entries()) {
      const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
      const handle = this.context.newArrayBuffer(whole);
      this.context.setProp(list, i, handle);
      handle.dispose();
    }
    return list;
  }

  private primitive(value: string | number | boolean): QuickJSHandle {
    if (typeof value === 'string') return this.context.newString(value);
    if (typeof value === 'number') return this.context.newNumber(value);
    return value ? this.context.true : this.context.false;
  }
}

function required(handle: QuickJSHandle | undefined): QuickJSHandle {
  if (!handle) throw new Error('The sandbox called the page without an argument.');
  return handle;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
