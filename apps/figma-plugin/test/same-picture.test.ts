import { choreograph } from '@animatic/motion';
import { renderPoster } from '@animatic/motion/node';
import { motionSchema, type Size, transitionSchema } from '@animatic/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bank, bankCard, bankList } from '../../../test/golden/support/bank.ts';
import { decodePng, type TestBoard } from '../../../test/golden/support/clip.ts';
import { dashboard, report } from '../../../test/golden/support/dashboard.ts';
import { presets } from '../../../test/golden/support/presets.ts';
import { capture, familyOf, type Screen, stillsInMemory } from '../../../test/golden/support/screen.ts';
import { product, shop } from '../../../test/golden/support/shop.ts';
import { specimen, specimenNext } from '../../../test/golden/support/specimen.ts';
import { psnr } from '../../../test/measure/psnr.ts';
import { launchChromium } from '../../../test/support/browser.ts';
import { servePictures } from './serve-pictures.ts';

const stills = stillsInMemory();
let browser: Browser;
let served: Awaited<ReturnType<typeof servePictures>>;
let page: Page;
beforeAll(async () => {
  served = await servePictures(stills.load);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(served.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The least that a picture of the panel and the server's for the same time may agree. */
const LEAST = 40;

/** Two screens, one after the other, with a camera and a family that comes. */
function story(
  first: Screen,
  second: Screen,
  kind: 'smart-animate' | 'push' | 'dissolve' = 'push',
): TestBoard {
  const families = [...new Set(first.pieces.flatMap(({ family }) => family ?? []))];
  const layers = families[0] ? familyOf(first, families[0]).slice(0, 12) : [];
  return {
    shots: [
      capture(stills, first, {
        id: 'one',
        duration: 2.5,
        motion: motionSchema.parse({
          layers: layers.length
            ? [{ layers, phase: 'enter', effect: 'rise', at: 0.2, duration: 0.5, stagger: 0.06 }]
            : [],
        }),
        transition: transitionSchema.parse({ kind, duration: 0.5 }),
      }),
      capture(stills, second, {
        id: 'two',
        duration: 2.5,
        motion: motionSchema.parse({ camera: [{ move: 'push-in', amount: 1.25 }] }),
      }),
    ],
  };
}

const small: Size = { width: 640, height: 360 };
const boards: [string, TestBoard, Size][] = [
  ['a bank, passing into its card', story(bank, bankCard), small],
  ['a list that scrolls', story(bankList, bank, 'dissolve'), small],
  ['a dashboard and its report', story(dashboard, report), small],
  ['a shop and its product, smartly animated', story(shop, product, 'smart-animate'), small],
  ['the measuring screen', story(specimen, specimenNext, 'smart-animate'), small],
  ['a shop, upright', story(shop, product), { width: 360, height: 640 }],
  ['a dashboard at 1080p', story(dashboard, report), { width: 1920, height: 1080 }],
];

test.each(boards)(
  '%s: the panel’s picture is the server’s',
  { timeout: 120_000 },
  async (name, board, size) => {
    const { seconds } = choreograph(board, size);
    const moments = [0, 0.35, 0.6, 1.4, 2.2, 2.9, 3.6, seconds - 0.02];
    const shown = await page.evaluate(([clip, at]) => window.pictures.at(clip, at), [
      { ...board, size, fps: 30 },
      moments,
    ] as const);
    const found: string[] = [];
    let worst = Number.POSITIVE_INFINITY;
    for (const [index, at] of moments.entries()) {
      const ours = await decodePng(await renderPoster({ board, size, loadStill: stills.load, seconds: at }));
      const theirs = await decodePng(Buffer.from(shown[index] ?? '', 'base64'));
      const agreement = psnr(ours, theirs);
      worst = Math.min(worst, agreement);
      found.push(`${at.toFixed(2)} s: ${agreement.toFixed(1)} dB`);
    }
    if (process.env.SHOW_PSNR) console.log(`${name}: ${found.join(', ')}`);
    expect(worst, found.join(', ')).toBeGreaterThanOrEqual(LEAST);
  },
);

test('every camera move, effect, overlay and transition is drawn alike', { timeout: 240_000 }, async () => {
  const size: Size = { width: 480, height: 270 };
  const apart: string[] = [];
  for (const { name, moments, board: made } of presets) {
    const board = made(stills);
    const clip = { ...board, size, fps: 30 };
    const shown = await page.evaluate(([given, at]) => window.pictures.at(given, at), [
      clip,
      moments,
    ] as const);
    for (const [index, at] of moments.entries()) {
      const ours = await decodePng(await renderPoster({ board, size, loadStill: stills.load, seconds: at }));
      const agreement = psnr(ours, await decodePng(Buffer.from(shown[index] ?? '', 'base64')));
      if (process.env.SHOW_PSNR) console.log(`${name} at ${at}: ${agreement.toFixed(1)} dB`);
      if (agreement < LEAST) apart.push(`${name} at ${at.toFixed(2)} s: ${agreement.toFixed(1)} dB`);
    }
  }
  expect(apart).toEqual([]);
});
