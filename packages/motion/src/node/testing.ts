import { createHash } from 'node:crypto';
import type { Picture } from '@animatic/schema';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** Stills by hash, made on the spot. */
export interface StillBox {
  put(canvas: Canvas): Picture;
  load(hash: string): Promise<Buffer>;
}

export function stillBox(): StillBox {
  const stills = new Map<string, Buffer>();
  return {
    put(canvas) {
      const bytes = canvas.toBuffer('image/png');
      const still = createHash('sha256').update(bytes).digest('hex');
      stills.set(still, bytes);
      const { width, height } = canvas;
      return { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
    },
    async load(hash) {
      const bytes = stills.get(hash);
      if (!bytes) throw new Error(`no still ${hash}`);
      return bytes;
    },
  };
}

export function drawn(width: number, height: number, draw: (context: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(width, height);
  draw(canvas.getContext('2d'));
  return canvas;
}

/** A pixel's straight RGBA. */
export function pixelAt(canvas: Canvas, x: number, y: number): number[] {
  return [...canvas.getContext('2d').getImageData(x, y, 1, 1).data];
}
