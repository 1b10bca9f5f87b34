import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../src/pages/assets', import.meta.url));

/** Bundles the pages' style sheet and script into `<outDir>/pages`. */
export async function buildPages(outDir: string): Promise<void> {
  const target = join(outDir, 'pages');
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: [join(source, 'preview.ts'), join(source, 'pages.css')],
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari16.4'],
    logLevel: 'warning',
  });
  await copyFile(join(source, 'icon.svg'), join(target, 'icon.svg'));
}
