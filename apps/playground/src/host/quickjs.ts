import { newQuickJSWASMModule, newVariant, type QuickJSWASMModule, RELEASE_SYNC } from 'quickjs-emscripten';

const PAGE = 65_536;
const INITIAL = 16 * 1024 * 1024;

/** Bytes that a plugin may take unless told otherwise. */
export const MEMORY_LIMIT = 512 * 1024 * 1024;

/**
 * A QuickJS of its own for one run of a plugin. QuickJS's own limit does not count large buffers in WASM, so the limit
 * is that of the WASM memory: beyond it an allocation fails and the plugin gets "out of memory".
 * @param compiled the compiled quickjs.wasm; in Node it is found without
 * @param memoryLimit bytes, at least 16 MB
 * @example const quickjs = await newQuickJs(await WebAssembly.compileStreaming(fetch('./quickjs.wasm')))
 */
export function newQuickJs(
  compiled?: WebAssembly.Module,
  memoryLimit = MEMORY_LIMIT,
): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({
    initial: INITIAL / PAGE,
    maximum: Math.max(INITIAL, memoryLimit) / PAGE,
  });
  return newQuickJSWASMModule(
    newVariant(RELEASE_SYNC, { wasmMemory, ...(compiled && { wasmModule: compiled }) }),
  );
}
