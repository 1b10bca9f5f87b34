import { decodeStill } from '@animatic/motion/node';
import type { Color } from '@animatic/schema';

/** How much of a picture's edge has to be of one colour, so that it is taken for the frame's background. */
const SHARE = 0.5;
const STEPS = 64;
/** Colours that lie in one box of so many levels count as one: JPEGs waver. */
const BOX = 8;

/**
 * The colour that a picture's edge mostly has: what the frame's own background is, as far as its pixels say. It tones the
 * ground of a clip of another shape.
 *
 * @returns undefined where the edge is of many colours, or not opaque
 */
export async function edgeColor(bytes: Uint8Array): Promise<Color | undefined> {
  const canvas = await decodeStill(bytes);
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const boxes = new Map<number, { count: number; sum: [number, number, number] }>();
  let seen = 0;
  for (let step = 0; step <= STEPS; step++) {
    const x = Math.round((step / STEPS) * (width - 1));
    const y = Math.round((step / STEPS) * (height - 1));
    for (const pixel of [x, (height - 1) * width + x, y * width, y * width + width - 1]) {
      const [r = 0, g = 0, b = 0, a = 0] = data.subarray(pixel * 4, pixel * 4 + 4);
      if (a < 255) return undefined;
      const key = (Math.floor(r / BOX) << 10) | (Math.floor(g / BOX) << 5) | Math.floor(b / BOX);
      const box = boxes.get(key) ?? { count: 0, sum: [0, 0, 0] };
      box.count++;
      box.sum = [box.sum[0] + r, box.sum[1] + g, box.sum[2] + b];
      boxes.set(key, box);
      seen++;
    }
  }
  const [most] = [...boxes.values()].sort((a, b) => b.count - a.count);
  if (!most || most.count < seen * SHARE) return undefined;
  const [r, g, b] = most.sum.map((sum) => Math.round(sum / most.count) / 255);
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0, a: 1 };
}
