/** Builds the playground into dist/: the page, the plugin's sandbox, QuickJS, fonts and samples. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { fontFiles } from '../src/render/font-files.ts';
import { bundleSandbox } from './bundle-sandbox.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

interface SampleEntry {
  id: string;
  file: string;
  images?: string;
  imageFiles?: Record<string, string>;
}

/**
 * Builds the playground.
 * @param dist where to; `dist/` of this workspace unless told otherwise
 * @example await buildPlayground()
 */
export async function buildPlayground(dist = join(root, 'dist')): Promise<void> {
  // Built beside and put in place at once: a server that is running never misses a file.
  const fresh = `${dist}.${process.pid}`;
  try {
    await buildInto(fresh);
    await rename(dist, `${fresh}.old`).catch(() => undefined);
    await rename(fresh, dist);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(`${fresh}.old`, { recursive: true, force: true });
  }
}

async function buildInto(dist: string): Promise<void> {
  await mkdir(join(dist, 'fonts'), { recursive: true });
  await Promise.all([
    bundlePage(dist),
    bundleSandbox().then((source) => writeFile(join(dist, 'sandbox.js'), source)),
    copyQuickJs(dist),
    copyColors(dist),
    copyFonts(dist),
    copySamples(dist),
    cp(join(root, 'src/page/index.html'), join(dist, 'index.html')),
    cp(join(root, 'src/page/icon.svg'), join(dist, 'icon.svg')),
  ]);
}

async function bundlePage(dist: string): Promise<void> {
  await bundle({
    entryPoints: { page: join(root, 'src/page/main.tsx'), styles: join(root, 'src/page/page.css') },
    outdir: dist,
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    platform: 'browser',
    minify: true,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['./fonts/*'],
    logLevel: 'warning',
  });
}

/** The wasm of the one variant of QuickJS that the page loads. */
async function copyQuickJs(dist: string): Promise<void> {
  const library = createRequire(require.resolve('quickjs-emscripten'));
  const wasm = library.resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
  await cp(wasm, join(dist, 'quickjs.wasm'));
}

/** Figma's colour variables, which the server puts into a plugin's window that asks for them. */
async function copyColors(dist: string): Promise<void> {
  const css = await readFile(require.resolve('@create-figma-plugin/ui/css/theme.css'), 'utf8');
  await writeFile(join(dist, 'figma-colors.css'), css.replaceAll(':root .figma-', ':root.figma-'));
}

async function copyFonts(dist: string): Promise<void> {
  const folders = new Map<string, string>();
  for (const font of fontFiles) {
    const folder =
      folders.get(font.package) ?? join(dirname(require.resolve(`${font.package}/package.json`)), 'files');
    folders.set(font.package, folder);
    await cp(join(folder, font.file), join(dist, 'fonts', font.file));
  }
}

/** The documents and their images; the list learns each image's file name, so that the page needs no guessing. */
async function copySamples(dist: string): Promise<void> {
  const from = join(root, 'samples');
  const entries: SampleEntry[] = JSON.parse(await readFile(join(from, 'index.json'), 'utf8'));
  for (const entry of entries) {
    await cp(join(from, entry.file), join(dist, 'samples', entry.file));
    // A document without pictures has no folder in a checkout: git keeps no empty ones.
    if (!entry.images || !existsSync(join(from, entry.images))) continue;
    await cp(join(from, entry.images), join(dist, 'samples', entry.images), { recursive: true });
    const names = await readdir(join(from, entry.images));
    entry.imageFiles = Object.fromEntries(names.map((name) => [name.slice(0, -extname(name).length), name]));
  }
  await writeFile(join(dist, 'samples/index.json'), JSON.stringify(entries));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPlayground();
