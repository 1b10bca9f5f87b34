import { newQuickJSWASMModule, newVariant, type QuickJSWASMModule, RELEASE_SYNC } from 'quickjs-emscripten';

interface SandboxParts {
  quickjs: QuickJSWASMModule;
  sandboxSource: string;
}

let parts: Promise<SandboxParts> | undefined;

/** QuickJS from its wasm file, and the script that makes Figma's sandbox of it; loaded once. */
export function getSandbox(): Promise<SandboxParts> {
  parts ??= load().catch((error: unknown) => {
    parts = undefined;
    throw error;
  });
  return parts;
}

async function load(): Promise<SandboxParts> {
  const variant = newVariant(RELEASE_SYNC, { wasmLocation: './quickjs.wasm' });
  const [quickjs, answer] = await Promise.all([newQuickJSWASMModule(variant), fetch('./sandbox.js')]);
  if (!answer.ok) throw new Error(`sandbox.js answered ${answer.status}: build the playground again.`);
  return { quickjs, sandboxSource: await answer.text() };
}
