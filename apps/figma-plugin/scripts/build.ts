import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { minify as squeeze } from 'terser';
import { apiOriginFrom } from './config.ts';
import { inlineHtml } from './inline.ts';
import { leanSchemas } from './lean-schemas.ts';
import { makeManifest } from './manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Bytes, gzipped: above these the build fails, so that the panel keeps opening at once. */
const limits = { 'code.js': 20_000, 'ui.html': 180_000 } as const;

export interface BuildPluginOptions {
  /** Scheme, host and port of the API, without a path. */
  apiOrigin: string;
  /** Where manifest.json, code.js and ui.html go; made if it is missing. */
  outDir?: string;
  minify?: boolean;
}

export interface BuiltPlugin {
  /** Absolute path of manifest.json: what a person picks in Figma. */
  manifest: string;
  /** Bytes, gzipped. */
  sizes: { 'code.js': number; 'ui.html': number };
}

/**
 * Bundles the plugin for one API origin. Throws where a file grows past its limit (minified builds only).
 *
 * @example await buildPlugin({ apiOrigin: 'http://localhost:8787', outDir: 'dist' });
 */
export async function buildPlugin(options: BuildPluginOptions): Promise<BuiltPlugin> {
  const { apiOrigin, minify = true } = options;
  const outDir = resolve(options.outDir ?? join(root, 'dist'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify,
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      __API_ORIGIN__: JSON.stringify(apiOrigin),
      __PLUGIN_VERSION__: JSON.stringify(version),
      'process.env.NODE_ENV': '"production"',
    },
  };
  const [main, ui] = await Promise.all([
    build({
      ...shared,
      entryPoints: ['src/main/index.ts'],
      outfile: 'code.js',
      format: 'iife',
      target: 'es2017',
    }),
    build({
      ...shared,
      ...uiOptions,
      entryPoints: ['src/ui/index.tsx'],
      outfile: 'ui.js',
      // Names and spaces are left to the next step, which sees more when it gets them whole.
      minifyIdentifiers: false,
    }),
  ]);
  const text = (files: typeof ui.outputFiles, end: string) =>
    files?.find((file) => file.path.endsWith(end))?.text ?? '';
  const code = text(main.outputFiles, '.js');
  const script = text(ui.outputFiles, '.js');
  const html = inlineHtml({
    script: minify ? await squeezed(script) : script,
    style: text(ui.outputFiles, '.css'),
  });
  await mkdir(outDir, { recursive: true });
  const manifest = join(outDir, 'manifest.json');
  await Promise.all([
    writeFile(manifest, `${JSON.stringify(makeManifest(apiOrigin), null, 2)}\n`),
    writeFile(join(outDir, 'code.js'), code),
    writeFile(join(outDir, 'ui.html'), html),
  ]);
  const sizes = { 'code.js': gzipSync(code).length, 'ui.html': gzipSync(html).length };
  for (const name of ['code.js', 'ui.html'] as const)
    if (minify && sizes[name] > limits[name])
      throw new Error(`${name} is ${sizes[name]} bytes gzipped, at most ${limits[name]} are allowed.`);
  return { manifest, sizes };
}

/** Terser looks further than esbuild does: 5 % less, gzipped. */
async function squeezed(script: string): Promise<string> {
  const { code } = await squeeze(script, {
    ecma: 2020,
    compress: { passes: 2, ecma: 2020 },
    format: { comments: false },
  });
  if (code === undefined) throw new Error('The panel could not be minified.');
  return code;
}

const require = createRequire(import.meta.url);
/** The kit's components that the panel uses; its index would bring the style of every other one along. */
const kitParts = ['button', 'loading-indicator'];

/** The UI kit writes `!../css/base.css` for a loader of its own; its fonts.css would load from the network. */
const kit: Plugin = {
  name: 'kit',
  setup(builder) {
    const index = require.resolve('@create-figma-plugin/ui');
    builder.onResolve({ filter: /^!/ }, (args) => ({
      path: resolve(args.resolveDir, args.path.slice(1)),
      sideEffects: true,
    }));
    builder.onResolve({ filter: /^@create-figma-plugin\/ui\/css\/.*\.css$/ }, (args) => ({
      path: require.resolve(args.path),
      sideEffects: true,
    }));
    // All of its compatibility layer for one function, which passes a ref on that the panel never gives.
    builder.onResolve({ filter: /^preact\/compat$/ }, ({ path }) => ({ path, namespace: 'compat' }));
    builder.onLoad({ filter: /.*/, namespace: 'compat' }, () => ({
      contents: 'export const forwardRef = (draw) => (props) => draw(props, null);',
    }));
    builder.onResolve({ filter: /^@create-figma-plugin\/ui$/ }, () => ({ path: index, namespace: 'kit' }));
    builder.onLoad({ filter: /.*/, namespace: 'kit' }, () => ({
      contents: kitParts.map((part) => `export * from './components/${part}/${part}.js';`).join('\n'),
      resolveDir: dirname(index),
    }));
  },
};

/** What the panel needs of esbuild; the development harness bundles with the same. */
export const uiOptions: BuildOptions = {
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [kit, leanSchemas],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const apiOrigin = apiOriginFrom();
  const { manifest, sizes } = await buildPlugin({ apiOrigin });
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `plugin for ${apiOrigin}: code.js ${kB(sizes['code.js'])}, ui.html ${kB(sizes['ui.html'])} gzipped`,
  );
  console.log(manifest);
}
