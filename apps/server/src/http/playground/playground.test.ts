import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let folder: string;
let server: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-playground-'));
  const [built, plugin] = [join(folder, 'playground'), join(folder, 'plugin')];
  await mkdir(join(built, 'assets'), { recursive: true });
  await mkdir(plugin);
  const files: [string, string][] = [
    [join(built, 'index.html'), '<!doctype html><title>Playground</title>'],
    [join(built, 'assets', 'page.js'), 'export {}'],
    [join(built, 'figma-colors.css'), '.figma-dark{--figma-color-bg:#2c2c2c}'],
    [join(plugin, 'ui.html'), '<!doctype html><html><head></head><body>panel</body></html>'],
    [join(plugin, 'code.js'), 'figma.showUI(__html__)'],
    [
      join(plugin, 'manifest.json'),
      '{"networkAccess":{"allowedDomains":["none"],"devAllowedDomains":["http://localhost:8787"]}}',
    ],
    [join(folder, 'outside.txt'), 'outside'],
  ];
  for (const [path, words] of files) await writeFile(path, words);
  await symlink(join(folder, 'outside.txt'), join(built, 'link.txt'));
  server = await testApp(inject('databaseUrl'), { PLAYGROUND_DIR: built, PLUGIN_DIR: plugin });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers });

test('serves the page with a policy that runs no script from elsewhere', async () => {
  expect((await get('/playground')).headers.get('Location')).toBe('/playground/');
  const page = await get('/playground/');
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(await page.text()).toContain('Playground');
  const script = await get('/playground/assets/page.js');
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  const etag = script.headers.get('ETag') ?? '';
  expect((await get('/playground/assets/page.js', { 'If-None-Match': etag })).status).toBe(304);
});

test('serves the plugin as it was built, its panel in a sandbox of its manifest’s making', async () => {
  expect(await (await get('/playground/plugin/code.js')).text()).toBe('figma.showUI(__html__)');
  const panel = await get('/playground/plugin/ui.html?theme=dark');
  const policy = panel.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain('http://localhost:8787');
  expect(policy).toContain('sandbox');
  expect(policy).toContain("frame-ancestors 'self'");
  const html = await panel.text();
  expect(html).toContain('figma-dark');
  expect(html).toContain('--figma-color-bg');
  expect(html).toContain('panel');
});

test('gives nothing from outside its folders', async () => {
  for (const path of [
    'link.txt',
    '../outside.txt',
    '..%2foutside.txt',
    '%2e%2e/outside.txt',
    'plugin/..%2f..%2foutside.txt',
    'assets',
    'assets/',
    '.%00./outside.txt',
    '..%5coutside.txt',
  ])
    expect((await get(`/playground/${path}`)).status, path).toBe(404);
});

test('is not there when it is off', async () => {
  const production = await testApp(inject('databaseUrl'), { PLAYGROUND: 'off' });
  for (const path of ['/playground/', '/playground/plugin/ui.html'])
    expect((await production.app.request(path)).status).toBe(404);
  await production.close();
});
