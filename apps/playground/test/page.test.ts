import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../test/support/browser.ts';
import { buildPlayground } from '../scripts/build.ts';
import { sampleFile } from '../src/host/testing/sample-file.ts';
import { type Served, servePlayground } from './serve.ts';

let dist: string;
let served: Served;
let browser: Browser;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'playground-'));
  [, browser] = await Promise.all([buildPlayground(dist), launchChromium()]);
  served = await servePlayground(dist);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (dist) await rm(dist, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  trouble = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
});

afterEach(() => page.context().close());

/** Opens the page with the tests' own small document on it. */
async function open(query = ''): Promise<void> {
  await page.goto(`${served.url}?document=samples/index.json${query}`);
  await page.evaluate(() => window.__playground.ready.catch(() => undefined));
  trouble.length = 0;
  await page.evaluate((file) => window.__playground.open('fixture', file), sampleFile());
}

/** Runs the fixture plugin and gives the frame of its window. */
async function runPlugin(): Promise<Frame> {
  await page.evaluate(() => window.__playground.run());
  const handle = await page.waitForSelector('#plugin-ui');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The plugin has no window.');
  await frame.waitForFunction(() => Reflect.get(window, 'received')?.length > 0);
  return frame;
}

const selection = () => page.evaluate(() => [...window.__playground.selection]);

const send = (frame: Frame, message: object) =>
  frame.evaluate((pluginMessage) => parent.postMessage({ pluginMessage }, '*'), message);

/** The newest message of a type that the plugin's window has received. */
async function received(frame: Frame, type: string): Promise<Record<string, unknown>> {
  const found = await frame.waitForFunction(
    (wanted) =>
      (Reflect.get(window, 'received') as { type: string }[]).findLast((message) => message.type === wanted),
    type,
  );
  return (await found.jsonValue()) as Record<string, unknown>;
}

/** Where a node stands on the screen: its middle, or its left top moved by (dx, dy). */
async function onScreen(x: number, y: number): Promise<{ x: number; y: number }> {
  return page.evaluate(([px = 0, py = 0]) => window.__playground.toScreen(px, py), [x, y]);
}

describe('the canvas', () => {
  it('selects by click, shift-click, double click, Esc and a box', async () => {
    await open();
    const home = await onScreen(150, 700);
    const detail = await onScreen(740, 700);
    await page.mouse.click(home.x, home.y);
    expect(await selection()).toEqual(['1:1']);
    await page.keyboard.down('Shift');
    await page.mouse.click(detail.x, detail.y);
    await page.keyboard.up('Shift');
    expect(await selection()).toEqual(['1:1', '1:2']);
    await page.keyboard.press('Escape');
    expect(await selection()).toEqual([]);
    const title = await onScreen(220, 310);
    await page.mouse.click(title.x, title.y);
    await page.mouse.dblclick(title.x, title.y);
    expect(await selection()).toEqual(['2:3']);
    const from = await onScreen(60, 900);
    const to = await onScreen(600, 500);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    expect(await selection()).toEqual(['1:1', '1:2']);
    expect(trouble).toEqual([]);
  });

  it('goes from frame to frame with the arrow keys, and into one with Enter', async () => {
    await open();
    await page.evaluate(() => window.__playground.select(['1:1']));
    await page.keyboard.press('ArrowRight');
    expect(await selection()).toEqual(['1:2']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await selection()).toEqual(['2:1', '2:3']);
    await page.keyboard.press('Shift+Enter');
    expect(await selection()).toEqual(['1:1']);
  });

  it('keeps the point under the pointer while zooming', async () => {
    await open();
    const before = await onScreen(100, 200);
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -60);
    await page.keyboard.up('Control');
    await expect.poll(() => page.locator('.percent').textContent()).not.toBe('0 %');
    const after = await onScreen(100, 200);
    expect(after.x).toBeCloseTo(before.x, 0);
    expect(after.y).toBeCloseTo(before.y, 0);
  });
});

describe('the layers list', () => {
  it('opens to what is selected, and selects', async () => {
    await open();
    await page.evaluate(() => window.__playground.select(['2:2']));
    await page.getByRole('treeitem', { name: 'Card', selected: true }).waitFor();
    await page.getByRole('treeitem', { name: 'Title' }).click();
    expect(await selection()).toEqual(['2:3']);
    await page.getByRole('treeitem', { name: 'Detail' }).click({ modifiers: ['Shift'] });
    expect((await selection()).length).toBeGreaterThan(1);
  });
});

describe('a plugin', () => {
  it('runs in a frame without an origin, without storage, without the network', async () => {
    await open();
    const frame = await runPlugin();
    expect(
      await frame.evaluate(async () => {
        const attempt = (work: () => unknown) => {
          try {
            work();
            return 'worked';
          } catch (error) {
            return error instanceof Error ? error.name : 'failed';
          }
        };
        const fetched = await fetch('https://example.com/').then(
          () => 'worked',
          () => 'blocked',
        );
        return [self.origin, attempt(() => localStorage.length), attempt(() => parent.document), fetched];
      }),
    ).toEqual(['null', 'SecurityError', 'SecurityError', 'blocked']);
  });

  it('hears of the selection and exports what it shows', async () => {
    await open();
    const frame = await runPlugin();
    await page.evaluate(() => window.__playground.select(['1:1']));
    await frame.waitForFunction(() => document.body.textContent?.includes('Home'));
    await send(frame, { type: 'export', scale: 0.5 });
    await received(frame, 'exported');
    const size = await frame.evaluate(async () => {
      const { bytes } = (
        Reflect.get(window, 'received') as { type: string; bytes: Uint8Array<ArrayBuffer> }[]
      ).findLast(({ type }) => type === 'exported') ?? { bytes: new Uint8Array() };
      const picture = await createImageBitmap(new Blob([bytes]));
      return [bytes.constructor.name, picture.width, picture.height];
    });
    // The frame's shadow reaches 4 px around it and 8 px below.
    expect(size).toEqual(['Uint8Array', 184, 326]);
    expect(trouble).toEqual([]);
  });

  it('carries 20 MB to the plugin and back', async () => {
    await open();
    const frame = await runPlugin();
    await frame.evaluate(() =>
      parent.postMessage({ pluginMessage: { type: 'echo', bytes: new Uint8Array(20 * 1024 * 1024) } }, '*'),
    );
    await frame.waitForFunction(() =>
      (Reflect.get(window, 'received') as { type: string; bytes: Uint8Array }[]).some(
        ({ type, bytes }) => type === 'echo' && bytes.length === 20 * 1024 * 1024,
      ),
    );
  });

  it('is told where a message holds what Figma does not carry', async () => {
    await open();
    const frame = await runPlugin();
    await frame.evaluate(() => parent.postMessage({ pluginMessage: { file: new Blob([]) } }, '*'));
    await expect
      .poll(() => page.evaluate(() => window.__playground.errors.join('\n')))
      .toContain('Cannot unwrap Blob');
  });

  it('finds its data again, and its relaunch button starts it with the command', async () => {
    await open();
    await page.evaluate(() => window.__playground.select(['1:2']));
    const frame = await runPlugin();
    await send(frame, { type: 'mark', value: 'kept' });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await send(frame, { type: 'place' });
    await received(frame, 'placed');
    await page.evaluate(() => window.__playground.flushed());
    await open();
    expect(await page.evaluate(() => window.__playground.pluginData('1:2'))).toEqual({ mark: 'kept' });
    expect(await page.evaluate(() => window.__playground.find('Placed').map((node) => node.type))).toEqual([
      'RECTANGLE',
    ]);
    expect(await page.evaluate(() => window.__playground.changes)).toEqual([]);
    await page.evaluate(() => window.__playground.select(['1:2']));
    await page.getByRole('button', { name: 'Run again' }).click();
    const again = await (await page.waitForSelector('#plugin-ui')).contentFrame();
    if (!again) throw new Error('The plugin has no window.');
    expect((await received(again, 'selection')).command).toBe('again');
  });

  it('hears the button of its notification', async () => {
    await open();
    await page.evaluate(() => window.__playground.select(['1:1']));
    const frame = await runPlugin();
    await send(frame, { type: 'mark', value: 'undone' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.evaluate(() => window.__playground.pluginData('1:1'))).toEqual({});
    await page.locator('.toast').waitFor({ state: 'detached' });
  });

  it('follows the theme without being loaded again', async () => {
    await open('&theme=light');
    const frame = await runPlugin();
    const colors = () =>
      frame.evaluate(() => [
        document.documentElement.className,
        getComputedStyle(document.body).backgroundColor,
        Reflect.get(window, 'received').length > 0,
      ]);
    expect(await colors()).toEqual(['figma-light', 'rgb(255, 255, 255)', true]);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect.poll(colors).toEqual(['figma-dark', 'rgb(44, 44, 44)', true]);
  });

  it('opens an address in a tab that knows nothing of the page', async () => {
    await open();
    const frame = await runPlugin();
    const opened = page.waitForEvent('popup');
    await send(frame, { type: 'open', url: `${served.url}icon.svg` });
    const tab = await opened;
    expect(await tab.evaluate(() => window.opener)).toBeNull();
  });

  it('may only look at a file that is view-only', async () => {
    await open('&viewOnly=1');
    await page.evaluate(() => window.__playground.select(['1:1']));
    const frame = await runPlugin();
    await send(frame, { type: 'mark', value: 'x' });
    expect((await received(frame, 'error')).message).toContain('view-only');
  });

  it('ends with closePlugin, with the window’s cross, and when another document is opened', async () => {
    await open();
    const running = () => page.evaluate(() => window.__playground.running);
    await send(await runPlugin(), { type: 'close' });
    await expect.poll(running).toBe(false);
    await page.getByText('Bye').waitFor();
    await runPlugin();
    await page.getByRole('button', { name: 'Close plugin' }).click();
    await expect.poll(running).toBe(false);
    await runPlugin();
    await page.evaluate((file) => window.__playground.open('other', file), sampleFile());
    await expect.poll(running).toBe(false);
    await page.locator('#plugin-ui').waitFor({ state: 'detached' });
  });
});

it('says what is wrong with a document that is none', async () => {
  await page.goto(`${served.url}?document=samples/index.json`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('not a Figma REST file');
});

it('opens a folder of one’s own', async () => {
  await open();
  await page.evaluate(async (file) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([JSON.stringify(file)], 'document.json'));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is nothing to choose files with.');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, sampleFile());
  await expect
    .poll(() => page.evaluate(() => window.__playground.document?.id))
    .toMatch(/^file:document\.json/);
  await page.getByRole('treeitem', { name: 'Detail' }).waitFor();
});
