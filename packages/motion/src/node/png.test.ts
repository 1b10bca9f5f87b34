import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { createPixelKernel } from '../kernel/pixel-kernel.ts';
import { seeded } from '../kernel/testing.ts';
import { decodePng } from './png.ts';

type Chunk = [name: string, data: Uint8Array];

const header = (width: number, height: number, rest = [8, 6, 0, 0, 0]): Chunk => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set(rest, 8);
  return ['IHDR', data];
};

/** Checksums are left out: nobody here looks at them. */
function png(...chunks: Chunk[]): Buffer {
  const parts: Uint8Array[] = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')];
  for (const [name, data] of [...chunks, ['IEND', new Uint8Array()] as Chunk]) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(name, 4, 'latin1');
    parts.push(head, data, Buffer.alloc(4));
  }
  return Buffer.concat(parts);
}

/** Rows of noise, each with the filter that `kindOf` says. */
function noise(width: number, height: number, kindOf: (row: number) => number): Buffer {
  const random = seeded(width * 31 + height);
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let at = 0; at < rows.length; at++) rows[at] = random() < 0.3 ? 0 : Math.floor(random() * 256);
  for (let row = 0; row < height; row++) rows[row * (width * 4 + 1)] = kindOf(row);
  return rows;
}

describe('a plain PNG', () => {
  it.each([
    [1, 1],
    [3, 7],
    [33, 20],
    [250, 300],
  ])('of %i × %i comes out as Skia has it, pixel by pixel', async (width, height) => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const shade = context.createLinearGradient(0, 0, width, height);
    shade.addColorStop(0, 'rgba(255, 40, 0, 0.1)');
    shade.addColorStop(1, 'rgba(0, 90, 255, 1)');
    context.fillStyle = shade;
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#1c8';
    context.fillRect(width / 3, height / 3, width / 2, height / 5);
    const bytes = canvas.toBuffer('image/png');
    const seen = createCanvas(width, height);
    seen.getContext('2d').drawImage(await loadImage(bytes), 0, 0);

    const kernel = createPixelKernel();
    const bitmap = await decodePng(kernel, bytes);
    expect(bitmap && Buffer.compare(kernel.view(bitmap), seen.data())).toBe(0);
  });

  it('is told to be opaque where it is', async () => {
    const canvas = createCanvas(20, 10);
    canvas.getContext('2d').fillRect(0, 0, 20, 10);
    const bitmap = await decodePng(createPixelKernel(), canvas.toBuffer('image/png'));
    expect(bitmap?.opaque).toBe(true);
  });

  it('comes out the same when its stream is cut into pieces', async () => {
    const rows = deflateSync(noise(40, 25, (row) => row % 5));
    const kernel = createPixelKernel();
    const whole = await decodePng(kernel, png(header(40, 25), ['IDAT', rows]));
    const pieces = Array.from({ length: rows.length }, (_, at): Chunk => ['IDAT', rows.subarray(at, at + 1)]);
    const cut = await decodePng(kernel, png(header(40, 25), ...pieces));
    expect(whole && cut && Buffer.compare(kernel.view(whole), kernel.view(cut))).toBe(0);
  });
});

describe('what is not plain is left to Skia', () => {
  const stream: Chunk = ['IDAT', deflateSync(noise(4, 4, () => 0))];
  it.each([
    ['a palette', png(header(4, 4, [8, 3, 0, 0, 0]), stream)],
    ['sixteen bits', png(header(4, 4, [16, 6, 0, 0, 0]), stream)],
    ['interlacing', png(header(4, 4, [8, 6, 0, 0, 1]), stream)],
    ['a colour profile', png(header(4, 4), ['iCCP', Buffer.from('any')], stream)],
    ['a gamma', png(header(4, 4), ['gAMA', Buffer.alloc(4)], stream)],
    ['no end', png(header(4, 4), stream).subarray(0, -12)],
    ['another format', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
  ])('%s', async (_, bytes) => {
    const kernel = createPixelKernel();
    expect(await decodePng(kernel, bytes)).toBeNull();
    expect(kernel.usage().used).toBe(0);
  });
});

describe('a broken PNG is refused, and leaves no memory behind', () => {
  it.each([
    ['rows are missing', png(header(4, 9), ['IDAT', deflateSync(noise(4, 4, () => 0))])],
    ['a filter that there is not', png(header(4, 4), ['IDAT', deflateSync(noise(4, 4, () => 5))])],
    ['a stream of nothing', png(header(4, 4), ['IDAT', Buffer.from('broken')])],
  ])('%s', async (_, bytes) => {
    const kernel = createPixelKernel();
    await expect(decodePng(kernel, bytes)).rejects.toThrow();
    expect(kernel.usage().used).toBe(0);
  });
});
