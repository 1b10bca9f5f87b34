import { readFile } from 'node:fs/promises';
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
  const panel = page.frameLocator('#panel');
  await panel.getByRole('img', { name: 'Playing' }).waitFor();
  return { page, panel, errors };
}
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });
const picture = (panel: FrameLocator) =>
  panel.locator('canvas').evaluate((element) => (element as HTMLCanvasElement).toDataURL());

test('single frames are stepped by buttons and by keys, with the time in seconds and frames', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  await panel.getByRole('button', { name: 'Pause' }).click();
  const line = panel.getByRole('slider', { name: 'Position' });
  await line.press('Home');
  await panel.getByText(/^0\.00 s · 1 \/ \d+$/).waitFor();
  await panel.getByRole('button', { name: 'One frame on' }).click();
  await panel.getByText(/^0\.03 s · 2 \/ \d+$/).waitFor();
  await line.press('ArrowRight');
  await line.press('ArrowRight');
  await panel.getByText(/^0\.10 s · 4 \/ \d+$/).waitFor();
  await line.press('Shift+ArrowRight');
  await panel.getByText(/^1\.10 s · 34 \/ \d+$/).waitFor();
  await line.press('ArrowLeft');
  await panel.getByText(/ · 33 \/ \d+$/).waitFor();
  await page.close();
});

test('while words are typed the picture never goes blank', async () => {
  const { page, panel, errors } = await open('?select=Welcome');
  await panel.getByRole('button', { name: 'Pause' }).click();
  await panel.locator('canvas').evaluate((canvas) => {
    const watched = { blank: 0, looks: 0 };
    Object.assign(window, { watched });
    const look = () => {
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(8, 8, 1, 1).data;
      watched.looks += 1;
      if (pixels?.[3] === 0) watched.blank += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  await panel
    .getByRole('textbox', { name: 'Direction for Welcome' })
    .pressSequentially('Slow push in on the headline, then pull out', { delay: 12 });
  const watched = await panel
    .locator('canvas')
    .evaluate(() => Reflect.get(window, 'watched') as { blank: number; looks: number });
  expect(watched.looks).toBeGreaterThan(10);
  expect(watched.blank).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

test('presented, Space plays the next shot and rests on it, the arrow goes back, Escape leaves', {
  timeout: 60_000,
}, async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  for (const name of ['Welcome', 'Shop']) {
    const field = panel.getByRole('textbox', { name: `Duration of ${name}` });
    await field.fill('1');
    await field.press('Enter');
  }
  await panel.getByRole('button', { name: 'Show Welcome in the player' }).click();
  await panel.getByRole('button', { name: 'Present' }).click();
  const shown = panel.getByRole('region', { name: 'Presentation' });
  await shown.waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
  const said = panel.getByRole('status').filter({ hasText: 'Shot' });
  // At rest nothing moves any more.
  const rested = async () => {
    const before = await picture(panel);
    await panel.locator('canvas').evaluate(async () => {
      for (let count = 0; count < 6; count += 1) await new Promise(requestAnimationFrame);
    });
    return before === (await picture(panel));
  };
  await poll(rested).toBe(true);
  expect(await said.innerText()).toBe('Shot 1 of 2: Welcome');
  await page.keyboard.press('Space');
  await poll(() => said.innerText()).toBe('Shot 2 of 2: Shop');
  await poll(rested).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await poll(() => said.innerText()).toBe('Shot 1 of 2: Welcome');
  await page.keyboard.press('Escape');
  await panel.getByRole('article', { name: 'Shot 1: Welcome' }).waitFor();
  await page.close();
});

test('the clip is saved without a server, in the format chosen, and can be cancelled', {
  timeout: 60_000,
}, async () => {
  const { page, panel, errors } = await open('?select=Welcome,Shop');
  const last = async (name: string, seconds: string) => {
    const field = panel.getByRole('textbox', { name: `Duration of ${name}` });
    await field.fill(seconds);
    await field.press('Enter');
  };
  // Long enough to be stopped on its way.
  await last('Welcome', '60');
  await last('Shop', '1');
  await panel.getByRole('button', { name: /^Format:/ }).click();
  await panel.getByRole('combobox', { name: 'Resolution' }).selectOption('480');
  await page.keyboard.press('Escape');
  const save = panel.getByRole('button', { name: 'Save clip' });
  await save.click();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await save.waitFor();
  await last('Welcome', '1');
  const coming = page.waitForEvent('download');
  await save.click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Ceramics shop\.(mp4|webm)$/);
  const bytes = await readFile(await download.path());
  expect(bytes.length).toBeGreaterThan(5000);
  await panel.getByText(/^Saved Ceramics shop/).waitFor();
  const again = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download again' }).click();
  expect(await readFile(await (await again).path())).toEqual(bytes);
  await panel.getByRole('button', { name: 'Dismiss' }).click();
  await save.waitFor();
  expect(errors).toEqual([]);
  await page.close();
});
