import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharp } from '../picture-loaders.ts';
import { fitStill } from './fit-still.ts';
import { innerPixels } from './inner-box.ts';
import { greyClock, pixelOf, type VideoShelf, videoShelf } from './testing.ts';
import { toStill } from './to-still.ts';
import { lastFrame, posterOf } from './video-still.ts';

let shelf: VideoShelf;
beforeAll(async () => {
  shelf = await videoShelf();
});
afterAll(() => shelf.clear());

const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } });
async function decoded(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => pixelOf(data, info.width, x, y);
  return { width: info.width, height: info.height, at, data };
}

/** A phone's frame: teal, with a red bar at its left and a white spot in its middle. */
const phone = () =>
  plain(200, 400, '#008080')
    .composite([
      { input: { create: { width: 20, height: 400, channels: 4, background: '#ff0000' } }, left: 0, top: 0 },
      {
        input: { create: { width: 40, height: 40, channels: 4, background: '#ffffff' } },
        left: 80,
        top: 180,
      },
    ])
    .png()
    .toBuffer();

test('a letterboxed still has the model’s size and its own edges’ colour around it', async () => {
  const { png, inner } = await fitStill(await phone(), { width: 640, height: 360 }, 'letterbox');
  const { width, height, at } = await decoded(png);
  expect([width, height]).toEqual([640, 360]);
  expect(inner).toEqual({ x: 230 / 640, y: 0, width: 180 / 640, height: 1 });
  expect(at(5, 180)).toEqual([0, 128, 128]);
  expect(at(635, 180)).toEqual([0, 128, 128]);
  expect(at(320, 180)).toEqual([255, 255, 255]);
  expect(at(235, 180)).toEqual([255, 0, 0]);
});

test('extended edges go on as they end', async () => {
  const { png } = await fitStill(await phone(), { width: 640, height: 360 }, 'extend-edge');
  const { at } = await decoded(png);
  expect(at(5, 180)).toEqual([255, 0, 0]);
  expect(at(635, 180)).toEqual([0, 128, 128]);
});

test('a crop is cut around the middle and fills the size', async () => {
  const { png, inner } = await fitStill(await phone(), { width: 640, height: 360 }, 'crop');
  const { width, height, at } = await decoded(png);
  expect([width, height]).toEqual([640, 360]);
  expect(inner).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  expect(at(320, 180)).toEqual([255, 255, 255]);
});

test('tiles are put together without a seam', async () => {
  const tile = async (x: number, y: number, color: string) => ({
    bytes: await plain(300, 200, color).png().toBuffer(),
    x,
    y,
    width: 300,
    height: 200,
  });
  const tiles = [
    await tile(0, 0, '#ff0000'),
    await tile(300, 0, '#00ff00'),
    await tile(0, 200, '#0000ff'),
    await tile(300, 200, '#ffff00'),
  ];
  const { png } = await fitStill(
    { width: 600, height: 400, tiles },
    { width: 600, height: 400 },
    'letterbox',
  );
  const { at } = await decoded(png);
  expect([at(299, 199), at(300, 199), at(299, 200), at(300, 200)]).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 0],
  ]);
});

test('what is clear in a still stands on its edges’ colour; a still with clear edges on white', async () => {
  const ring = await plain(100, 100, '#0000')
    .composite([{ input: await plain(60, 60, '#336699').png().toBuffer(), left: 20, top: 20 }])
    .png()
    .toBuffer();
  const { png } = await fitStill(ring, { width: 200, height: 100 }, 'letterbox');
  const { at, data } = await decoded(png);
  expect(at(100, 50)).toEqual([0x33, 0x66, 0x99]);
  expect(at(2, 2)).toEqual([255, 255, 255]);
  expect(data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
});

test.each([
  [
    { width: 375, height: 812 },
    { width: 1280, height: 720 },
  ],
  [
    { width: 1920, height: 1080 },
    { width: 832, height: 480 },
  ],
  [
    { width: 1000, height: 1000 },
    { width: 1024, height: 1792 },
  ],
  [
    { width: 10, height: 4000 },
    { width: 1280, height: 720 },
  ],
])('a still of %o lies on even pixels within %o', (still, size) => {
  const { x, y, width, height } = innerPixels(still, size);
  for (const side of [x, y, width, height]) expect(Math.abs(side % 2)).toBe(0);
  expect(x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height).toBe(true);
  expect(width === size.width || height === size.height).toBe(true);
});

test('a broken still is said so', async () => {
  const bytes = (await phone()).subarray(0, 200);
  await expect(fitStill(bytes, { width: 64, height: 64 }, 'crop')).rejects.toMatchObject({
    code: 'image_broken',
  });
});

test('a model’s PNG and JPEG stay as they are', async () => {
  const png = await plain(64, 48, '#abcdef').png().toBuffer();
  const jpeg = await plain(64, 48, '#abcdef').jpeg().toBuffer();
  expect(await toStill(png)).toEqual({ bytes: png, type: 'image/png', width: 64, height: 48 });
  expect(await toStill(jpeg)).toEqual({ bytes: jpeg, type: 'image/jpeg', width: 64, height: 48 });
});

test('a model’s WebP becomes a PNG with its clear parts', async () => {
  const webp = await plain(64, 48, '#ff000080').webp({ lossless: true }).toBuffer();
  const still = await toStill(webp);
  expect(still).toMatchObject({ type: 'image/png', width: 64, height: 48 });
  expect((await sharp(still.bytes).metadata()).hasAlpha).toBe(true);
});

test('a model’s picture that is larger than a still may be is made smaller', async () => {
  const still = await toStill(await plain(5000, 2500, '#222').png().toBuffer());
  expect(still).toMatchObject({ width: 4096, height: 2048 });
});

test('a turned JPEG is set upright', async () => {
  const jpeg = await plain(64, 48, '#abc').jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await toStill(jpeg)).toMatchObject({ width: 48, height: 64 });
});

test.each([
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not_an_image'],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'not_an_image'],
])('%s from a model is refused', async (_what, bytes, code) => {
  await expect(toStill(bytes)).rejects.toMatchObject({ code });
});

test('a PNG from a model that was cut short is refused', async () => {
  const png = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#123',
      noise: { type: 'gaussian', mean: 100, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  await expect(toStill(png.subarray(0, png.length / 2))).rejects.toMatchObject({ code: 'image_broken' });
});

test('the last frame of a video is its last', async () => {
  const path = await shelf.make('clock.mp4', ...greyClock('64x36', 24, 2, 5));
  const { at, width, height } = await decoded(await lastFrame(path, { ffmpeg: shelf.ffmpeg }));
  expect([width, height]).toEqual([64, 36]);
  expect(Math.round((at(30, 15)[0] ?? 0) / 5)).toBe(47);
});

test('a poster is a frame from within, as large as it is wanted', async () => {
  const path = await shelf.make('clock3.mp4', ...greyClock('64x36', 24, 3, 3));
  const { at, width, height } = await decoded(await posterOf(path, { ffmpeg: shelf.ffmpeg, longest: 32 }));
  expect([width, height]).toEqual([32, 18]);
  expect(Math.round((at(15, 8)[0] ?? 0) / 3)).toBe(24);
});
