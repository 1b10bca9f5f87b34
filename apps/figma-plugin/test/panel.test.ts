import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../../test/support/browser.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { type ServedPanel, servePanel } from './serve-panel.ts';

let api: FakeApi;
let served: ServedPanel;
let browser: Browser;
beforeAll(async () => {
  api = await startFakeApi();
  served = await servePanel(api.origin);
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await api?.close();
});
beforeEach(() => {
  api.previews = [];
  api.outcome = 'done';
});

/** The panel as a person finds it; `errors` holds what went to the console as one. */
async function open(query = ''): Promise<{ page: Page; panel: FrameLocator; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url + query);
  return { page, panel: page.frameLocator('#panel'), errors };
}
/** The machine may be busy: nothing here goes by the clock. */
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });
const cards = (panel: FrameLocator) => panel.getByRole('article');
const titles = (panel: FrameLocator) => panel.getByRole('article').getByRole('heading').allInnerTexts();

test('with nothing selected it says in one sentence what to do, and offers the page’s frames', async () => {
  const { page, panel, errors } = await open();
  await panel.getByRole('heading', { name: 'Make your frames move' }).waitFor();
  await panel.getByRole('button', { name: 'Add all 4 frames on this page' }).click();
  await cards(panel).nth(3).waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('opened on frames it shows a moving picture at once, with no sign-in and nothing written', async () => {
  const { page, panel } = await open('?select=Welcome,Shop,Basket');
  await panel.getByRole('img', { name: 'Playing' }).waitFor();
  const canvas = panel.locator('canvas');
  const picture = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const first = await picture();
  await poll(picture).not.toBe(first);
  expect(await page.evaluate(() => window.host.board)).toBeNull();
  expect(api.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  await page.close();
});

test('selecting other frames never changes the board: it offers to add those that are not on it', async () => {
  const { page, panel } = await open('?select=Welcome');
  await cards(panel).first().waitFor();
  await page.evaluate(() => window.host.select(['Welcome', 'Shop', 'Product', 'Basket']));
  const add = panel.getByRole('button', { name: 'Add 3 frames' });
  await add.waitFor();
  expect(await titles(panel)).toEqual(['Welcome']);
  await add.click();
  await cards(panel).nth(3).waitFor();
  expect(await titles(panel)).toEqual(['Welcome', 'Shop', 'Product', 'Basket']);
  await poll(() => page.evaluate(() => window.host.board?.shots.length)).toBe(4);
  await page.close();
});

test('words direct, are undone with the keyboard, and are kept in the file', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const field = panel.getByRole('textbox', { name: 'Direction for Welcome' });
  await field.fill('Slow push in on the headline, then teleport');
  const card = cards(panel).first();
  await card.getByRole('button', { name: /^Change: Push in · Ceramics, made slowly/ }).waitFor();
  const notes = card.getByRole('list', { name: 'Not made into motion' });
  await notes.waitFor();
  expect(await notes.innerText()).toMatch(/teleport/);
  const kept = () => page.evaluate(() => window.host.board?.shots[0]?.caption.direction);
  await poll(kept).toBe('Slow push in on the headline, then teleport');
  await field.press('Control+z');
  await poll(() => field.inputValue()).toBe('');
  await field.press('Control+Shift+z');
  await poll(() => field.inputValue()).toMatch(/^Slow push/);
  await page.close();
});

test('an annotation directs only when it is accepted', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const field = panel.getByRole('textbox', { name: 'Direction for Shop' });
  const accept = panel.getByRole('button', { name: 'Use as direction: Zoom in on the shop' });
  await accept.waitFor();
  expect(await field.inputValue()).toBe('');
  await accept.click();
  expect(await field.inputValue()).toBe('Zoom in on the shop');
  await accept.waitFor({ state: 'detached' });
  await page.close();
});

test('a page of too many frames says so, with nothing selected', async () => {
  const { page, panel } = await open('?on-page=61');
  await panel.getByText('61 frames lie on this page').waitFor();
  expect(await panel.getByRole('button', { name: /^Add/ }).count()).toBe(0);
  await page.close();
});

test('a frame that is renamed renames its card, unless that has a title of its own', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  await panel.getByText('from prototype', { exact: true }).waitFor();
  const first = cards(panel).first();
  await first.getByText('Line, title').click();
  await first.getByRole('textbox', { name: 'Title for Welcome' }).fill('Opening');
  await page.evaluate(() => window.host.rename('Welcome', 'Start'));
  await page.evaluate(() => window.host.rename('Shop', 'All bowls'));
  await poll(() => titles(panel)).toEqual(['Opening', 'All bowls']);
  await page.close();
});

test('on a list of choices Alt and an arrow leave the card where it is', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const first = cards(panel).first();
  await panel.getByRole('textbox', { name: 'Direction for Welcome' }).fill('push in on the headline');
  await first.getByRole('button', { name: /^Change: Push in/ }).click();
  await first.getByRole('combobox', { name: /^Move/ }).press('Alt+ArrowDown');
  expect(await titles(panel)).toEqual(['Welcome', 'Shop']);
  await page.close();
});

test('cards move by keyboard and by their handles', async () => {
  const { page, panel } = await open('?select=Welcome,Shop,Basket');
  await panel.getByRole('textbox', { name: 'Direction for Welcome' }).press('Alt+ArrowDown');
  expect(await titles(panel)).toEqual(['Shop', 'Welcome', 'Basket']);
  await panel.getByRole('button', { name: 'Move Basket' }).press('ArrowUp');
  expect(await titles(panel)).toEqual(['Shop', 'Basket', 'Welcome']);
  await panel.getByRole('region', { name: 'Shots' }).evaluate((list) => list.scrollTo(0, 0));
  const from = await panel.getByRole('button', { name: 'Move Shop' }).boundingBox();
  const to = await cards(panel).nth(1).boundingBox();
  if (!from || !to) throw new Error('The cards have no place.');
  await page.mouse.move(from.x + 6, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + 20, to.y + to.height * 0.7, { steps: 6 });
  await page.mouse.up();
  expect(await titles(panel)).toEqual(['Basket', 'Shop', 'Welcome']);
  await page.close();
});

test('a card can be copied and removed from its menu, by keyboard alone', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const menu = panel.getByRole('button', { name: 'More for Welcome' });
  await menu.press('Enter');
  await panel.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  expect(await titles(panel)).toEqual(['Welcome', 'Welcome', 'Shop']);
  await panel.getByRole('button', { name: 'More for Shop' }).press('Enter');
  await panel.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  expect(await titles(panel)).toEqual(['Welcome', 'Welcome']);
  await page.close();
});

test('the transition follows the prototype, and another can be chosen', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const chip = panel.getByRole('combobox', { name: 'Transition into Shop' });
  await panel.getByText('from prototype', { exact: true }).waitFor();
  expect(await chip.inputValue()).toBe('auto');
  await chip.selectOption('dissolve');
  await poll(() => page.evaluate(() => window.host.board?.shots[0]?.transition?.kind)).toBe('dissolve');
  await page.close();
});

test('a frame that changed in Figma says so and is captured again on demand, its words kept', async () => {
  const { page, panel } = await open('?select=Welcome,Shop');
  const field = panel.getByRole('textbox', { name: 'Direction for Shop' });
  await field.fill('Hold');
  await panel.getByRole('img', { name: /Playing|Paused/ }).waitFor();
  await poll(() => cards(panel).nth(1).getByRole('group', { name: 'Motion of Shop' }).count()).toBe(1);
  await page.evaluate(() => window.host.change('Shop'));
  const again = panel.getByRole('button', { name: 'Capture again' });
  await again.click();
  await again.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('Hold');
  await page.evaluate(() => window.host.remove('Shop'));
  await panel.getByText('This frame is no longer on the page').waitFor();
  await page.close();
});

test('a view-only file says where the board is kept', async () => {
  const { page, panel } = await open('?select=Welcome&view-only');
  await panel.getByText('You can only view this file').waitFor();
  await page.close();
});

test('from Render to a link: connect, upload, watch, publish, copy', async () => {
  api.approved = false;
  const { page, panel, errors } = await open('?select=Welcome,Shop');
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  await panel.getByText('WDJB-MJHT').waitFor();
  await panel.getByRole('button', { name: 'Open browser' }).click();
  await poll(() => page.evaluate(() => window.host.opened)).toEqual([
    `${api.origin}/device?user_code=WDJB-MJHT`,
  ]);
  api.approved = true;
  const result = panel.getByRole('region', { name: 'Result' });
  await result.waitFor();
  expect(await page.evaluate(() => window.host.token)).toBe('good');
  await result.getByLabel('Clip: Ceramics shop').waitFor();
  await result.getByRole('textbox', { name: 'Preview title' }).fill('First round');
  await result.getByRole('button', { name: 'Publish', exact: true }).click();
  const url = await result.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(api.previews).toMatchObject([{ title: 'First round', url }]);
  await result.getByRole('button', { name: 'Copy link' }).click();
  await result.getByRole('button', { name: 'Copied' }).waitFor();
  await result.getByRole('button', { name: 'Open preview' }).click();
  await poll(() => page.evaluate(() => window.host.opened.at(-1))).toBe(url);
  await result.getByRole('button', { name: 'Storyboard' }).click();
  await cards(panel).first().waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test('where a link exists, publishing always asks which way', async () => {
  const { page, panel } = await open('?select=Welcome,Shop&token=good');
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  const result = panel.getByRole('region', { name: 'Result' });
  await result.getByRole('button', { name: 'Publish', exact: true }).click();
  await result.getByRole('textbox', { name: 'Link' }).waitFor();
  await result.getByRole('button', { name: 'Storyboard' }).click();
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  const version = result.getByRole('radio', { name: /^New version of/ });
  await version.waitFor();
  expect(await result.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
  await version.check();
  await result.getByRole('button', { name: 'Publish', exact: true }).click();
  await result.getByText('Published').waitFor();
  expect(api.previews).toMatchObject([{ versions: [{ number: 2 }, { number: 1 }] }]);
  await page.close();
});

test('earlier renders are listed with their posters, and connecting brings those of the server', async () => {
  const { page, panel } = await open('?select=Welcome,Shop&token=good');
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  const result = panel.getByRole('region', { name: 'Result' });
  await result.getByLabel('Clip: Ceramics shop').waitFor();
  await result.getByRole('button', { name: 'Storyboard' }).click();
  await panel.getByRole('button', { name: 'Renders' }).click();
  const rows = panel.getByRole('region', { name: 'Renders' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.first().innerText()).toMatch(/Ceramics shop\s+.* · 7\.5 s/);
  const poster = rows.first().locator('canvas');
  await poll(() => poster.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])).toEqual([
    160, 90,
  ]);
  await page.close();

  const other = await open();
  await other.panel.getByRole('button', { name: 'Renders' }).click();
  await other.panel.getByRole('heading', { name: 'Your clips, in one place' }).waitFor();
  await other.panel.getByRole('button', { name: 'Connect' }).click();
  await other.panel.getByRole('region', { name: 'Renders' }).getByRole('listitem').first().waitFor();
  await other.page.close();
});
