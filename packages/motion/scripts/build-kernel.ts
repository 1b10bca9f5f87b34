/** Compiles kernel/*.ts with AssemblyScript and writes dist/kernel.js, which carries the WASM as base64. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const wasmPath = `${root}dist/kernel.wasm`;

await mkdir(`${root}dist`, { recursive: true });
const { error, stderr } = await asc.main([
  'kernel/index.ts',
  '--baseDir',
  root,
  '--outFile',
  'dist/kernel.wasm',
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

export function instantiate() {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { abort() {} } }).exports;
}
`;
const types = `import type { KernelExports } from '../src/kernel/kernel-exports.ts';
export type { KernelExports };
/** A new instance of the kernel with a memory of its own. */
export function instantiate(): KernelExports;
`;
await writeFile(`${root}dist/kernel.js`, script);
await writeFile(`${root}dist/kernel.d.ts`, types);
process.stdout.write(`kernel: ${wasm.byteLength} bytes of WASM\n`);
