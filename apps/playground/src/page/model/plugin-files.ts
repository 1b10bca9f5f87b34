import { type Manifest, parseManifest } from '../../host/manifest.ts';

/** A built plugin as it lies on the server: nothing in it is changed. */
export interface PluginFiles {
  base: string;
  manifest: Manifest;
  code: string;
  html: string;
  /** The addresses of the plugin's windows: '' is `__html__`, the others are the keys of `__uiFiles__`. */
  pages: ReadonlyMap<string, string>;
  uiFiles: Readonly<Record<string, string>>;
}

/**
 * Loads a plugin's manifest, code and windows.
 * @throws Error that names the file that is missing or wrong.
 */
export async function loadPlugin(base: string): Promise<PluginFiles> {
  const manifest = parseManifest(JSON.parse(await text(`${base}manifest.json`)));
  const ui = typeof manifest.ui === 'string' ? { '': manifest.ui } : (manifest.ui ?? {});
  const pages = new Map(Object.entries(ui).map(([key, file]) => [key, base + file]));
  const contents = await Promise.all([...pages].map(async ([key, url]) => [key, await text(url)] as const));
  const named = Object.fromEntries(contents);
  return {
    base,
    manifest,
    code: await text(base + manifest.main),
    html: named[''] ?? '',
    pages,
    uiFiles: typeof manifest.ui === 'string' ? {} : named,
  };
}

async function text(url: string): Promise<string> {
  const answer = await fetch(url, { cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`The plugin's ${url} answered ${answer.status}. Build the plugin first: npm run build.`);
  }
  return answer.text();
}
