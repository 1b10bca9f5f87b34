import type { QuickJSWASMModule } from 'quickjs-emscripten';
import { newQuickJs } from '../host/quickjs.ts';

interface Loaded {
  compiled: WebAssembly.Module;
  sandboxSource: string;
}

let loading: Promise<Loaded> | undefined;

/** A new QuickJS, and the script that makes Figma's sandbox of it; the files are loaded once. */
export async function getSandbox(): Promise<{ quickjs: QuickJSWASMModule; sandboxSource: string }> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const { compiled, sandboxSource } = await loading;
  return { quickjs: await newQuickJs(compiled), sandboxSource };
}

async function load(): Promise<Loaded> {
  const [wasm, script] = await Promise.all([fetch('./quickjs.wasm'), fetch('./sandbox.js')]);
  if (!wasm.ok || !script.ok) {
    throw new Error(
      `quickjs.wasm answered ${wasm.status}, sandbox.js ${script.status}: build the playground again.`,
    );
  }
  const [compiled, sandboxSource] = await Promise.all([
    wasm.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)),
    script.text(),
  ]);
  return { compiled, sandboxSource };
}
