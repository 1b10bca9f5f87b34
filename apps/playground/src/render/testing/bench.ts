import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../../../test/support/browser.ts';
import { fontFiles } from '../font-files.ts';

/** A page in a real browser with the renderer in it. Tests and trials only. */
export interface Bench {
  readonly page: Page;
  close(): Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles the renderer, serves it with its fonts on a free loopback port, and opens it in headless Chromium. */
export async function openBench(entry = join(here, 'bench-page.ts')): Promise<Bench> {
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = await serve(script);
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const page = await browser.newPage();
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await page.goto(`http://127.0.0.1:${port}/`);
    const opened = browser;
    return {
      page,
      async close() {
        await opened.close();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  } catch (error) {
    await browser?.close();
    server.close();
    throw error;
  }
}

function serve(script: string): Promise<Server> {
  const packageOf = createRequire(import.meta.url);
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><meta charset="utf-8"><body><script src="/bench.js"></script>');
      return;
    }
    if (path === '/bench.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(script);
      return;
    }
    const font = fontFiles.find((f) => path === `/fonts/${f.file}`);
    if (!font) {
      response.writeHead(404).end();
      return;
    }
    const folder = dirname(packageOf.resolve(`${font.package}/package.json`));
    response.end(await readFile(join(folder, 'files', font.file)));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
