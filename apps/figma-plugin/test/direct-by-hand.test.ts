import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../test/support/browser.ts';
import { type ServedPanel, servePanel } from './serve-panel.ts';

let served: ServedPanel;
let browser: Browser;
beforeAll(async () => {
  served = await servePanel('http://127.0.0.1:9');
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(query: string): Promise<{ page: Page; panel: FrameLocator; errors: string[] }> {
  const page = await browser.newPage({ acceptDownloads: true });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url + query);
  return { page, panel: page.frameLocator('#panel'), errors };
}
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });
const words = (panel: FrameLocator, name: string) =>
  panel.getByRole('textbox', { name: `Direction for ${name}` });
const kept = (page: Page) => page.evaluate(() => window.host.board);

test('a chip is changed by hand, stays when the words change, is taken out and put back, and every step can be undone', async () => {
  const { page, panel, errors } = await open('?select=Welcome,Shop');
  await words(panel, 'Welcome').fill('Slow push in on the headline');
  await panel.getByRole('button', { name: /^Change: Push in/ }).click();
  await panel.getByRole('radio', { name: 'Quick' }).check();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Change: Push in · Ceramics, made slowly. · quick' }).waitFor();
  await words(panel, 'Welcome').fill('Please slow push in on the headline');
  const chip = panel.getByRole('button', { name: /^Change: Push in.*quick/ });
  await chip.waitFor();
  await chip.click();
  await panel.getByRole('button', { name: 'Take out' }).click();
  await panel.getByRole('button', { name: /^Put back: Push in/ }).click();
  await chip.waitFor();
  await poll(async () => (await kept(page))?.shots[0]?.chips).toMatchObject([{ set: { pace: 'quick' } }]);
  for (let steps = 0; steps < 4; steps += 1) await panel.getByRole('button', { name: 'Undo' }).click();
  await poll(async () => (await kept(page))?.shots[0]?.chips).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('an @ completes a layer’s name by keyboard, and Escape puts the list away', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const field = words(panel, 'Welcome');
  await field.fill('');
  await field.pressSequentially('push in on @he');
  const list = panel.getByRole('listbox', { name: 'Layers' });
  await list.getByRole('option').first().waitFor();
  await field.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await field.pressSequentially(' @h');
  await list.getByRole('option', { name: /^Headline/ }).waitFor();
  await field.press('Enter');
  await poll(() => field.inputValue()).toBe('push in on @he @Headline ');
  await list.waitFor({ state: 'hidden' });
  await page.close();
});

test('a layer clicked in the picture is named in the words that are written', async () => {
  const { page, panel } = await open('?select=Welcome');
  const field = words(panel, 'Welcome');
  await panel.getByRole('img', { name: 'Playing' }).click();
  await field.fill('push in on');
  const canvas = panel.getByRole('img', { name: 'Paused' });
  const box = await canvas.boundingBox();
  if (!box) throw new Error('The player has no place.');
  // The frame stands in the middle of a wide clip; its headline a little below the frame's own middle.
  const at = { x: box.x + box.width * 0.5, y: box.y + box.height * 0.61 };
  await page.mouse.move(at.x, at.y);
  await panel.getByText('Headline', { exact: true }).waitFor();
  await page.mouse.click(at.x, at.y);
  await poll(() => field.inputValue()).toBe('push in on @Headline ');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.close();
});

test('another reading is chosen among three, and the plain one comes back', async () => {
  const { page, panel, errors } = await open('?select=Welcome,Shop');
  await words(panel, 'Shop').fill('the cards rise');
  await panel.getByRole('button', { name: 'Another reading of Shop' }).click();
  const tiles = panel.getByRole('button', { name: /^Reading \d: / });
  await poll(() => tiles.count()).toBe(3);
  await tiles.nth(1).click();
  await poll(async () => (await kept(page))?.shots[1]?.variant).toBe(2);
  await panel.getByRole('button', { name: 'Another reading of Shop' }).click();
  expect(await tiles.nth(1).getAttribute('aria-pressed')).toBe('true');
  await panel.getByRole('button', { name: 'Back to the plain one' }).click();
  await poll(async () => (await kept(page))?.shots[1]?.variant).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

test('a shot’s motion is copied to another and to all, each as one step back', async () => {
  const { page, panel } = await open('?select=Welcome,Shop,Basket');
  const menu = (name: string, item: string) => async () => {
    await panel.getByRole('button', { name: `More for ${name}` }).click();
    await panel.getByRole('menuitem', { name: item }).click();
  };
  await words(panel, 'Welcome').fill('push in on the headline');
  await menu('Welcome', 'Copy motion')();
  await menu('Shop', 'Paste motion of Welcome')();
  await poll(() => words(panel, 'Shop').inputValue()).toBe('push in on the headline');
  await words(panel, 'Shop').fill('hold');
  await menu('Shop', 'Apply motion to all')();
  await poll(() => words(panel, 'Basket').inputValue()).toBe('hold');
  expect(await words(panel, 'Welcome').inputValue()).toBe('hold');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await poll(() => words(panel, 'Basket').inputValue()).toBe('');
  expect(await words(panel, 'Welcome').inputValue()).toBe('push in on the headline');
  await page.close();
});

test('format, mood, loop and lines are kept with the board', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  await panel.getByRole('radio', { name: 'Playful' }).check();
  await panel.getByRole('button', { name: /^Format:/ }).click();
  await panel.getByRole('radio', { name: '9:16' }).check();
  await panel.getByRole('combobox', { name: 'Resolution' }).selectOption('720');
  await panel.getByRole('combobox', { name: 'Frame rate' }).selectOption('24');
  await panel.getByRole('radio', { name: 'Transparent' }).check();
  await panel.getByRole('switch', { name: 'Loop' }).check();
  await panel.getByRole('switch', { name: 'Lines in the picture' }).check();
  await poll(() => kept(page)).toMatchObject({
    mood: 'playful',
    loop: true,
    lines: { burnIn: true },
    format: { aspect: '9:16', resolution: 720, fps: 24, ground: 'transparent' },
  });
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Format: 9:16 · 720p · 24 fps' }).waitFor();
  await page.close();
});
