import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';
import {
  addFrames,
  type Desk,
  openDesk,
  openDocument,
  type Panel,
  publish,
  render,
  runPlugin,
  select,
  watch,
} from '../support/way.ts';

/** The whole way, as a person goes it: one stack, one browser, the steps in order. */
let stack: Stack;
let browser: Browser;
let desk: Desk;
let panel: Panel;
let link: string;
let puts = 0;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ env: { SAMPLE: 'off' } }), launchChromium()]);
  desk = await openDesk(browser, stack, { query: 'document=shop' });
  desk.page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/v1/stills/')) puts += 1;
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

test('frames that are selected become a board that moves before anything is uploaded', {
  timeout: 60_000,
}, async () => {
  await select(desk.page, ['Home', 'Product']);
  panel = await runPlugin(desk.page);
  await addFrames(panel, 2);
  await panel.getByRole('textbox', { name: 'Direction for Product' }).fill('Slow push in on the headline');
  await expect
    .poll(() => panel.getByRole('article').nth(1).innerText(), { timeout: 20_000 })
    .toMatch(/push(es)? in/i);
  expect(puts).toBe(0);
});

test('a render asks to connect once, uploads, and shows its clip in the panel', {
  timeout: 240_000,
}, async () => {
  await render(desk, panel);
  expect(puts).toBeGreaterThan(1);
  const video = panel.locator('video');
  await video.waitFor();
  await expect
    .poll(() => video.evaluate((one) => (one instanceof HTMLVideoElement ? one.readyState : 0)), {
      timeout: 20_000,
    })
    .toBeGreaterThan(1);
});

test('a published link plays for someone without an account', { timeout: 60_000 }, async () => {
  link = await publish(panel);
  expect(link).toMatch(/\/p\/[\w-]{22}$/);
  const seen = await watch(browser, link);
  expect(seen).toMatchObject({ width: 1920, height: 1080 });
  expect(seen.seconds).toBeGreaterThan(3);
});

test('the file itself was never changed', async () => {
  const changes = await desk.page.evaluate(() => window.__playground.changes);
  expect(changes.filter((change) => !/pluginData|relaunch/i.test(JSON.stringify(change)))).toEqual([]);
  expect(await desk.page.evaluate(() => window.__playground.errors)).toEqual([]);
});

test('a panel that was closed finds its board, its sign-in and its renders; the same frames upload nothing', {
  timeout: 240_000,
}, async () => {
  await openDocument(desk.page, { query: 'document=shop' });
  puts = 0;
  panel = await runPlugin(desk.page);
  await expect.poll(() => panel.getByRole('article').count(), { timeout: 20_000 }).toBe(2);
  expect(await panel.getByRole('textbox', { name: 'Direction for Product' }).inputValue()).toBe(
    'Slow push in on the headline',
  );
  await render(desk, panel);
  expect(puts).toBe(0);
});

test('publishing again asks whether people’s link shall show it, and older versions stay', {
  timeout: 60_000,
}, async () => {
  await panel.getByRole('radio', { name: /New version/ }).check();
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  expect(await panel.getByRole('textbox', { name: 'Link' }).inputValue({ timeout: 20_000 })).toBe(link);
  for (const [path, version] of [
    ['', 2],
    ['?v=1', 1],
  ] as const)
    expect(await (await fetch(link + path)).text()).toContain(`/v/${version}/clip.mp4`);
});

test('nothing secret stands in the logs', () => {
  const token = /sign-in\/owner\?token=([\w-]+)/.exec(stack.playground)?.[1];
  const logs = ['api', 'worker']
    .map((role) => readFileSync(`${stack.dataDir}/logs/${role}.log`, 'utf8'))
    .join('\n');
  expect(token).toBeTruthy();
  expect(logs).not.toContain(token);
  expect(logs).not.toMatch(/Bearer [\w.-]{8}/);
});
