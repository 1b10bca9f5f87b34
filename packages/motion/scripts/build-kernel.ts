/**
 * Compiles kernel/*.ts with AssemblyScript and writes dist/kernel.js, which carries the WASM as base64, and
 * dist/kernel-page.js with the part of it that a page needs.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

/** By the name of what is written: the entry, and the type of its exports. */
const modules = {
  kernel: ['kernel/index.ts', 'KernelExports'],
  'kernel-page': ['kernel/page.ts', "Pick<KernelExports, 'memory' | 'i420' | 'resample'>"],
} as const;

await mkdir(`${root}dist`, { recursive: true });
for (const [name, [entry, exports]] of Object.entries(modules)) {
  const wasmPath = `${root}dist/${name}.wasm`;
  const { error, stderr } = await asc.main([
    entry,
    '--baseDir',
    root,
    '--outFile',
    `dist/${name}.wasm`,
    '-O3',
    '--noAssert',
    '--enable',
    'simd',
    '--runtime',
    'stub',
  ]);
  if (error) {
    process.stderr.write(`${stderr.toString()}\n`);
    throw error;
  }
  const wasm = await readFile(wasmPath);
  await rm(wasmPath);
  const script = `// Made by scripts/build-kernel.ts from kernel/*.ts: do not edit.
const base64 = '${wasm.toString('base64')}';
// Compiled once: what has been found worth optimizing stays so.
let module;

export function instantiate() {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
  return new WebAssembly.Instance(module, { env: { abort() {} } }).exports;
}
`;
  const types = `import type { KernelExports } from '../src/kernel/kernel-exports.ts';
export type { KernelExports };
/** A new instance of the kernel with a memory of its own. */
export function instantiate(): ${exports};
`;
  await writeFile(`${root}dist/${name}.js`, script);
  await writeFile(`${root}dist/${name}.d.ts`, types);
  process.stdout.write(`${name}: ${wasm.byteLength} bytes of WASM\n`);
}
