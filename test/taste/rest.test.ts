import { choreograph, sample } from '@animatic/motion';
import { describe, expect, test } from 'vitest';
import { bank, bankCard } from '../golden/support/bank.ts';
import { decodePng, paintedAt } from '../golden/support/clip.ts';
import { dashboard } from '../golden/support/dashboard.ts';
import { capture, drawScreen, type Screen, stillsInMemory } from '../golden/support/screen.ts';
import { product, shop } from '../golden/support/shop.ts';
import { specimen } from '../golden/support/specimen.ts';
import { lumaOfI420 } from '../measure/i420.ts';
import { cropped, lumaOf } from '../measure/picture.ts';
import { psnrOfPlanes } from '../measure/psnr.ts';
import { ssim } from '../measure/ssim.ts';
import { capturedSample, decoded, fromDisk, inView, scaledTo, viewOf } from './support.ts';

const stills = stillsInMemory();
/** Every screen in a clip of about its own shape, and a phone's in one of another. */
const places: [string, Screen, { width: number; height: number }][] = [
  ['specimen', specimen, { width: 480, height: 270 }],
  ['dashboard', dashboard, { width: 640, height: 360 }],
  ['bank', bank, { width: 640, height: 360 }],
  ['bank card', bankCard, { width: 360, height: 450 }],
  ['shop', shop, { width: 360, height: 640 }],
  ['product', product, { width: 360, height: 360 }],
];

test('the captured sample’s stills are themselves, scaled by a good filter', async () => {
  const size = { width: 640, height: 360 };
  const { shots } = await capturedSample();
  for (const { motion: _, transition: __, ...shot } of shots) {
    const board = { shots: [{ ...shot, duration: 0.5 }] };
    const view = viewOf(sample(choreograph(board, size), 0));
    const region = inView(view, { x: 16, y: 16, width: shot.size.width - 32, height: shot.size.height - 32 });
    const seen = cropped(lumaOf(await paintedAt(board, fromDisk, 0, size)), region);
    const still = lumaOf(await decodePng(await fromDisk.load(shot.still.tiles[0]!.still)));
    const width = Math.round(shot.size.width * view.a);
    const height = Math.round(shot.size.height * view.d);
    const part = { ...region, x: region.x - Math.round(view.e), y: region.y - Math.round(view.f) };
    expect(psnrOfPlanes(seen, cropped(scaledTo(still, width, height), part))).toBeGreaterThanOrEqual(45);
  }
});

describe.each(places)('%s at rest', (_name, screen, size) => {
  const board = { shots: [capture(stills, screen, { duration: 0.5 })] };
  const view = viewOf(sample(choreograph(board, size), 0));
  // A little inside: rounded corners are not the still's own.
  const inner = { x: 12, y: 12, width: screen.width - 24, height: screen.height - 24 };
  const region = inView(view, inner);

  async function scaledStill() {
    const still = await decodePng(drawScreen(screen, 2).toBuffer('image/png'));
    const width = Math.round(screen.width * view.a);
    const height = Math.round(screen.height * view.d);
    const part = { ...region, x: region.x - Math.round(view.e), y: region.y - Math.round(view.f) };
    return cropped(scaledTo(lumaOf(still), width, height), part);
  }

  test('is the still scaled by a good filter', async () => {
    const seen = cropped(lumaOf(await paintedAt(board, stills, 0, size)), region);
    expect(psnrOfPlanes(seen, await scaledStill())).toBeGreaterThanOrEqual(45);
  });

  test('keeps its structure through the encoder', async () => {
    const { frames } = await decoded(board, stills, { size, fps: 12 });
    expect(ssim(cropped(lumaOfI420(frames[0]!), region), await scaledStill())).toBeGreaterThanOrEqual(0.985);
  });
});
