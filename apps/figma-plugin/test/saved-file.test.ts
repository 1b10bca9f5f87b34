import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { locateFfmpeg, openFrames } from '@animatic/motion/node';
import { motionSchema, type Size, transitionSchema } from '@animatic/schema';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestBoard } from '../../../test/golden/support/clip.ts';
import { capture, familyOf, stillsInMemory } from '../../../test/golden/support/screen.ts';
import { product, shop } from '../../../test/golden/support/shop.ts';
import { launchChromium } from '../../../test/support/browser.ts';
import type { PageClip, SavedInPage } from './picture-page.ts';
import { servePictures } from './serve-pictures.ts';

const run = promisify(execFile);
const stills = stillsInMemory();
const size: Size = { width: 480, height: 270 };
const fps = 12;
let browser: Browser;
let served: Awaited<ReturnType<typeof servePictures>>;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-saved-'));
  served = await servePictures(stills.load);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(served.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

const board = (): TestBoard => ({
  shots: [
    capture(stills, shop, {
      id: 'one',
      duration: 2,
      motion: motionSchema.parse({
        layers: [
          {
            layers: familyOf(shop, shop.pieces.find(({ family }) => family)?.family ?? ''),
            effect: 'rise',
            at: 0.2,
            duration: 0.5,
            stagger: 0.1,
          },
        ],
      }),
      transition: transitionSchema.parse({ kind: 'push', duration: 0.5 }),
    }),
    capture(stills, product, { id: 'two', duration: 1.5 }),
  ],
});

async function save(clip: Partial<PageClip>, stopAt?: number): Promise<SavedInPage | 'cancelled'> {
  return page.evaluate(([given, at]) => window.pictures.save(given, at), [
    { ...board(), size, fps, ...clip },
    stopAt,
  ] as const);
}
async function saved(clip: Partial<PageClip> = {}) {
  const found = await save(clip);
  if (found === 'cancelled') throw new Error('It was cancelled.');
  const bytes = Buffer.from(found.bytes, 'base64');
  const file = join(folder, `${Math.random().toString(36).slice(2)}.${found.type.slice(6)}`);
  await writeFile(file, bytes);
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('There is no video in the file.');
  return { ...found, file, track };
}

/** Frames of a file as an independent decoder gives them. */
async function decoded(file: string, pixels: 'yuv420p' | 'rgba', codec: string[] = []): Promise<Buffer> {
  const args = ['-v', 'error', ...codec, '-i', file, '-pix_fmt', pixels, '-f', 'rawvideo', '-'];
  const { stdout } = await run(locateFfmpeg(), args, { encoding: 'buffer', maxBuffer: 1 << 28 });
  return stdout;
}

test('the file holds every frame at its time, tagged as BT.709, and its index comes first', async () => {
  const { track, progress, poster, type } = await saved();
  const stats = await track.computePacketStats();
  expect(stats.packetCount).toBe(36);
  expect(stats.averagePacketRate).toBeCloseTo(fps, 0);
  expect(await track.computeDuration()).toBeCloseTo(3, 1);
  expect([track.displayWidth, track.displayHeight]).toEqual([480, 270]);
  const { colorSpace } = (await track.getDecoderConfig()) ?? {};
  expect(colorSpace).toMatchObject({
    primaries: 'bt709',
    transfer: 'bt709',
    matrix: 'bt709',
    fullRange: false,
  });
  expect(progress).toEqual([36, 36]);
  expect(poster).toBe(true);
  expect(['video/mp4', 'video/webm']).toContain(type);
});

test('its frames are the server’s', { timeout: 60_000 }, async () => {
  const { file } = await saved();
  const ours = await decoded(file, 'yuv420p');
  const length = size.width * size.height * 1.5;
  expect(ours.length).toBe(36 * length);
  let worst = Number.POSITIVE_INFINITY;
  for await (const { data, index } of openFrames({ board: board(), size, fps, loadStill: stills.load })) {
    let sum = 0;
    for (let at = 0; at < length; at++) sum += ((data[at] ?? 0) - (ours[index * length + at] ?? 0)) ** 2;
    worst = Math.min(worst, 10 * Math.log10(255 ** 2 / Math.max(1e-9, sum / length)));
  }
  // An encoder lies between them, with a bitrate of its own.
  expect(worst).toBeGreaterThan(34);
});

test('on a transparent ground it is a WebM whose alpha is clear beside the screen and whole in it', async () => {
  const format = { aspect: '16:9', resolution: 480, fps, ground: 'transparent' } as const;
  const { file, type, codec } = await saved({ format });
  expect(type).toBe('video/webm');
  expect(codec).toMatch(/^vp09/);
  const frames = await decoded(file, 'rgba', ['-c:v', 'libvpx-vp9']);
  const alphaAt = (x: number, y: number) => frames[(y * size.width + x) * 4 + 3] ?? -1;
  expect(alphaAt(4, 4)).toBeLessThan(8);
  expect(alphaAt(240, 135)).toBeGreaterThan(247);
});

test('it stops where it is when it is cancelled', async () => {
  expect(await save({}, 5)).toBe('cancelled');
});

test('a size that no level of a codec takes is still saved, or refused in words', async () => {
  const shots = board()
    .shots.slice(1)
    .map((shot) => ({ ...shot, duration: 0.5 }));
  const { track } = await saved({ shots, size: { width: 2160, height: 3840 } });
  expect([track.displayWidth, track.displayHeight]).toEqual([2160, 3840]);
});
