import type { Frame } from 'playwright-core';
import { addFrames, type Desk, openDocument, publish, render, runPlugin, select } from '../support/way.ts';
import { atMost, type Figure } from './figure.ts';

/** The sample board, in the panel. */
const frames = ['Home', 'Product', 'Cart'];

/**
 * What a designer waits for in the panel: the first moving picture, the link, and what a second render uploads.
 * The first render signs in and is not counted.
 */
export async function inThePanel(desk: Desk): Promise<Figure[]> {
  const { page } = desk;
  let uploaded = 0;
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/v1/stills/')) uploaded += 1;
  });
  await openDocument(page, { query: 'document=shop' });
  await select(page, frames);
  const opened = performance.now();
  let panel = await runPlugin(page);
  await firstMovingPicture(await panelFrame(desk));
  const moving = (performance.now() - opened) / 1000;
  await addFrames(panel, frames.length);
  await render(desk, panel);

  // The same frames with another board: the first shot a little longer, so that the clip itself is made anew.
  await openDocument(page, { query: 'document=shop' });
  panel = await runPlugin(page);
  const duration = panel.getByRole('textbox', { name: /^Duration of / }).first();
  await duration.fill('3.7');
  await duration.press('Enter');
  await firstMovingPicture(await panelFrame(desk));
  uploaded = 0;
  const pressed = performance.now();
  await render(desk, panel);
  const link = await publish(panel);
  const linked = (performance.now() - pressed) / 1000;
  if (!link.startsWith('http')) throw new Error('The panel gave no link.');
  return [
    atMost(
      'movingPictureSeconds',
      'from opening the plugin on three frames to a moving picture',
      moving,
      3,
      's',
    ),
    atMost('renderToLinkSeconds', 'from pressing render to the link in hand', linked, 20, 's'),
    atMost(
      'secondRenderStillsUploaded',
      'stills uploaded when the same frames are rendered again',
      uploaded,
      0,
      'stills',
    ),
  ];
}

async function panelFrame({ page }: Desk): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The panel is no frame.');
  return frame;
}

/** Resolves once the player's canvas shows a picture, and then another one. */
async function firstMovingPicture(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () => {
      const canvas = document.querySelector('canvas');
      if (!canvas || canvas.width === 0) return false;
      const small = new OffscreenCanvas(48, 27);
      const context = small.getContext('2d');
      if (!context) return false;
      context.drawImage(canvas, 0, 0, 48, 27);
      const { data } = context.getImageData(0, 0, 48, 27);
      const lit = new Set(data.filter((_, index) => index % 4 !== 3)).size;
      const print = data.join();
      const before = canvas.dataset.benchPrint;
      canvas.dataset.benchPrint = print;
      return lit > 16 && before !== undefined && before !== print;
    },
    undefined,
    { polling: 50, timeout: 30_000 },
  );
}
