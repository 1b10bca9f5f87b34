import { createHash } from 'node:crypto';
import { decodeStill } from '@animatic/motion/node';
import { MAX_STILL_SIDE, type Picture, type Sha256 } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';

/** What is decoded of one picture at most: a page of 2880 × 24 000. */
export const MAX_PICTURE_PIXELS = 70_000_000;

/**
 * Cuts a picture that is too large for one still, as the plugin does, so that a tall page keeps its sharpness.
 *
 * @param keep is given each tile's PNG
 */
export async function tileStill(
  bytes: Uint8Array,
  keep: (hash: Sha256, png: Uint8Array) => void,
): Promise<Picture> {
  const whole = await decodeStill(bytes);
  const { width, height } = whole;
  const tiles: Picture['tiles'] = [];
  for (let y = 0; y < height; y += MAX_STILL_SIDE)
    for (let x = 0; x < width; x += MAX_STILL_SIDE) {
      const size = {
        width: Math.min(MAX_STILL_SIDE, width - x),
        height: Math.min(MAX_STILL_SIDE, height - y),
      };
      const canvas = createCanvas(size.width, size.height);
      canvas.getContext('2d').drawImage(whole, -x, -y);
      const png = await canvas.encode('png');
      const still = createHash('sha256').update(png).digest('hex');
      keep(still, png);
      tiles.push({ still, x, y, ...size });
    }
  return { width, height, tiles };
}

/** A PNG's size as its header says it; undefined for anything else (PNG, 11.2.2). */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const head = Buffer.from(bytes.subarray(0, 24));
  if (head.length < 24 || head.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}
