import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStill } from './check-still.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-still-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 40, b: 90, alpha: 0.5 } } });

async function check(bytes: Uint8Array) {
  const path = join(folder, 'upload.png');
  await writeFile(path, bytes);
  return checkStill(path);
}

/** A PNG of any declared size, its CRCs right, its pixels left out. */
function declaredPng(width: number, height: number): Buffer {
  const crcOf = (bytes: Buffer) => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(1024));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('takes a PNG and a JPEG and says how large they are', async () => {
  const png = await picture(30, 20).png().toBuffer();
  expect(await check(png)).toEqual({ type: 'image/png', width: 30, height: 20, bytes: png.length });
  expect(await check(await picture(7, 9).jpeg().toBuffer())).toMatchObject({ type: 'image/jpeg', width: 7 });
});

test.each([
  ['an SVG that is named .png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image_type'],
  ['an SVG behind an XML head', Buffer.from('<?xml version="1.0"?><svg/>'), 'image_type'],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'image_type'],
  ['plain text', Buffer.from('hello'), 'not_an_image'],
  ['nothing', Buffer.alloc(0), 'not_an_image'],
  ['only the first bytes of a PNG', declaredPng(10, 10).subarray(0, 8), 'image_broken'],
  ['a bomb of 30,000 pixels a side', declaredPng(30_000, 30_000), 'image_too_large'],
  ['a ribbon one pixel high and too long', declaredPng(4097, 1), 'image_too_large'],
  ['pixels that are missing', declaredPng(600, 400), 'image_broken'],
])('refuses %s', async (_, bytes, code) => {
  await expect(check(bytes)).rejects.toMatchObject({ code });
});

test('refuses a picture that was cut short', async () => {
  const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 256));
  const raw = { raw: { width: 200, height: 200, channels: 3 as const } };
  const png = await sharp(noise, raw).png().toBuffer();
  const jpeg = await sharp(noise, raw).jpeg().toBuffer();
  for (const bytes of [png, jpeg])
    await expect(check(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({ code: 'image_broken' });
});

test('opens no other decoder behind the magic bytes of a PNG', async () => {
  const gif = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .gif()
    .toBuffer();
  await expect(sharp(gif).metadata()).rejects.toThrow(/unsupported/);
});
