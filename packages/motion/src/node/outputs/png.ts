import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Size } from '@animatic/schema';

const deflated = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** PNG's filter 2: each byte less the one above it, which suits screens best (PNG, 9.2). */
const UP = 2;
/** Past 4 the files hardly get smaller and the time doubles. */
const LEVEL = 4;

/**
 * Straight RGBA as a PNG: 8 bits, sRGB, without the alpha channel where everything is opaque. Deflating happens off
 * this thread, so that the next frame can be drawn meanwhile; the pixels are read before this returns a promise.
 *
 * @example await writeFile('frame.png', await encodePng(frame.data, { width: 1920, height: 1080 }));
 */
export async function encodePng(rgba: Uint8Array, { width, height }: Size): Promise<Buffer> {
  const opaque = isOpaque(rgba);
  const rows = opaque ? filtered(rgba, width, height, 3) : filtered(rgba, width, height, 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = opaque ? 2 : 6;
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('sRGB', Buffer.from([0])),
    ...chunk('IDAT', await deflated(rows, { level: LEVEL })),
    ...chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function filtered(rgba: Uint8Array, width: number, height: number, channels: 3 | 4): Buffer {
  const rows = Buffer.allocUnsafe(height * (1 + width * channels));
  const above = width * 4;
  let to = 0;
  for (let y = 0; y < height; y++) {
    rows[to++] = y === 0 ? 0 : UP;
    let from = y * above;
    for (let x = 0; x < width; x++, from += 4)
      for (let channel = 0; channel < channels; channel++) {
        const at = from + channel;
        rows[to++] = (rgba[at] ?? 0) - (y === 0 ? 0 : (rgba[at - above] ?? 0));
      }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer[] {
  const name = Buffer.from(type, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data, crc32(name)));
  return [length, name, data, sum];
}
