import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from '@animatic/figma-plugin/build';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlayground } from '../../apps/playground/scripts/build.ts';
import { type Served, servePlayground } from '../../apps/playground/test/serve.ts';
import { launchChromium } from '../support/browser.ts';
import { addFrames, findNode, type Panel, runPlugin, select } from '../support/way.ts';

/** A designer goes on drawing while the plugin is open: the built plugin in the playground, no server needed. */
let folder: string;
let served: Served;
let browser: Browser;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-changed-'));
  const plugin = join(folder, 'plugin');
  await Promise.all([
    buildPlayground(join(folder, 'playground')),
    buildPlugin({ apiOrigin: 'http://localhost:8787', outDir: plugin }),
  ]);
  [served, browser] = await Promise.all([
    servePlayground(join(folder, 'playground'), { plugin }),
    launchChromium(),
  ]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${served.url}?document=shop`);
  await page.evaluate(() => window.__playground.ready);
  await select(page, ['Home', 'Product']);
  panel = await runPlugin(page);
  await addFrames(panel, 2);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

const card = (index: number) => panel.getByRole('article').nth(index);
const direction = (name: string) => panel.getByRole('textbox', { name: `Direction for ${name}` });

test('a frame that is edited says so, and captured again it keeps its words and its motion', {
  timeout: 90_000,
}, async () => {
  await direction('Product').fill('Slow push in on the headline');
  const motion = card(1).getByRole('group', { name: /^Motion of/ });
  await expect.poll(() => motion.innerText(), { timeout: 30_000 }).toMatch(/push(es)? in/i);
  const understood = await motion.innerText();
  const thumbnail = card(1).locator('img');
  const before = await thumbnail.getAttribute('src', { timeout: 30_000 });

  const { id } = await findNode(page, 'Product');
  await page.evaluate((frame) => {
    const fill = { type: 'SOLID', color: { r: 0.1, g: 0.2, b: 0.6 }, opacity: 1, visible: true };
    window.__playground.editNode(frame, { fills: [fill] });
  }, id);
  await card(1).getByText('Changed in Figma').waitFor({ timeout: 30_000 });
  expect(await card(0).getByText('Changed in Figma').count()).toBe(0);
  expect(await thumbnail.getAttribute('src')).toBe(before);

  await card(1).getByRole('button', { name: 'Capture again' }).click();
  await card(1).getByText('Changed in Figma').waitFor({ state: 'detached', timeout: 30_000 });
  await expect.poll(() => thumbnail.getAttribute('src'), { timeout: 30_000 }).not.toBe(before);
  expect(await direction('Product').inputValue()).toBe('Slow push in on the headline');
  expect(await motion.innerText()).toBe(understood);
});

test('a frame that is renamed renames its card', { timeout: 60_000 }, async () => {
  const { id } = await findNode(page, 'Home');
  await page.evaluate((frame) => window.__playground.editNode(frame, { name: 'Start' }), id);
  await card(0).getByRole('heading', { name: 'Start' }).waitFor({ timeout: 30_000 });
  expect(await card(0).getByText('Changed in Figma').count()).toBe(0);
});

test('a frame that is deleted says so, and its words stay', { timeout: 60_000 }, async () => {
  const { id } = await findNode(page, 'Product');
  await page.evaluate((frame) => window.__playground.removeNode(frame), id);
  await card(1).getByText('no longer on the page').waitFor({ timeout: 30_000 });
  expect(await direction('Product').inputValue()).toBe('Slow push in on the headline');
});

test('none of it was written by the plugin, but for its own data', async () => {
  const changes = await page.evaluate(() => window.__playground.changes);
  expect(changes.filter((change) => !/pluginData|relaunch/i.test(JSON.stringify(change)))).toEqual([]);
  expect(await page.evaluate(() => window.__playground.errors)).toEqual([]);
});
