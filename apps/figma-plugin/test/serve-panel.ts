import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPlugin } from '../scripts/build.ts';

export interface ServedPanel {
  url: string;
  close(): Promise<void>;
}

/** The built ui.html, unchanged, in a frame with a null origin as Figma makes one, beside a stand-in for Figma. */
export async function servePanel(apiOrigin: string): Promise<ServedPanel> {
  const outDir = await mkdtemp(join(tmpdir(), 'animatic-panel-'));
  await buildPlugin({ apiOrigin, outDir });
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/ui/testing/host.ts'],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const ui = await readFile(join(outDir, 'ui.html'), 'utf8');
  const theme = await readFile(
    createRequire(import.meta.url).resolve('@create-figma-plugin/ui/css/theme.css'),
    'utf8',
  );
  await rm(outDir, { recursive: true });
  const pages: Record<string, [type: string, body: string]> = {
    '/': [
      'text/html; charset=utf-8',
      `<!doctype html><title>Host</title><body style="margin:0">
<script src="/host.js"></script>`,
    ],
    '/host.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/ui.html': [
      'text/html; charset=utf-8',
      ui
        .replace('<style>', `<style>${theme.replaceAll(':root .figma-light', ':root.figma-light')}`)
        .replace('<html ', '<html class="figma-light" '),
    ],
  };
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': page[0] }).end(page[1]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
