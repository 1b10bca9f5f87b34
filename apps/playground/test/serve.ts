import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { injectFigmaTheme, parseManifest, pluginContentSecurityPolicy } from '../src/index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const fixturePlugin = join(here, 'fixture-plugin');

const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self' blob: data:; media-src 'self' blob:; frame-src 'self'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

export interface Served {
  /** The playground's address, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a built playground and a plugin under /playground/ on a free port of loopback, as the server does. */
export async function servePlayground(
  dist: string,
  options: { plugin?: string; port?: number } = {},
): Promise<Served> {
  const plugin = options.plugin ?? fixturePlugin;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(url.pathname)).replace(/^\/playground\//, '');
    try {
      if (path === 'plugin/ui.html') {
        const manifest = parseManifest(JSON.parse(await readFile(join(plugin, 'manifest.json'), 'utf8')));
        const theme = url.searchParams.get('theme');
        const html = await readFile(join(plugin, 'ui.html'), 'utf8');
        const colors = await readFile(join(dist, 'figma-colors.css'), 'utf8');
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pluginContentSecurityPolicy(manifest, { dev: true }),
        });
        response.end(theme === 'light' || theme === 'dark' ? injectFigmaTheme(html, theme, colors) : html);
        return;
      }
      const file = path.startsWith('plugin/')
        ? join(plugin, path.slice('plugin/'.length))
        : join(dist, path === '' ? 'index.html' : path);
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': PAGE_POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/playground/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
