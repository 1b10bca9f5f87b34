import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles src/sandbox/entry.ts into one script for the plugin's VM.
 * @example const source = await bundleSandbox()
 */
export async function bundleSandbox(): Promise<string> {
  const result = await build({
    entryPoints: [join(root, 'src/sandbox/entry.ts')],
    bundle: true,
    write: false,
    minify: true,
    keepNames: true,
    format: 'iife',
    target: 'es2020',
    platform: 'neutral',
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
}
