import { paintGround } from '@animatic/motion';
import type { Size } from '@animatic/schema';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Drawn, DrawnScene, ViewBox } from './drawn.ts';
import { skiaHost } from './skia-host.ts';

/** Samples a pixel's side: what is drawn so much larger is averaged, so that no filter's taste is in it. */
const FINE = 4;

/**
 * The luma of one frame drawn exactly: the bitmaps as they were captured, enlarged by a cubic filter to 16 samples a
 * pixel and averaged over each pixel's area, in floats; BT.709, limited range.
 */
export function exactLuma(
  { frames, bitmaps }: DrawnScene,
  index: number,
  { width, height }: Size,
): Float32Array {
  const canvas = createCanvas(width * FINE, height * FINE);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  drawAll(context, frames[index] ?? [], bitmaps);
  const luma = averaged(canvas, width, height);
  // Not on V8's heap: it would wait long before it is collected.
  canvas.width = 1;
  canvas.height = 1;
  return luma;
}

function draw(context: SKRSContext2D, item: Drawn, bitmaps: DrawnScene['bitmaps']): void {
  context.save();
  context.setTransform(FINE, 0, 0, FINE, 0, 0);
  for (const clip of item.clips) {
    outline(context, clip);
    context.clip();
  }
  if (item.kind === 'group') drawTogether(context, item.opacity, (on) => drawAll(on, item.items, bitmaps));
  else if (item.kind === 'ground') drawTogether(context, item.opacity, (on) => drawGround(on, item));
  else {
    const bitmap = bitmaps.get(item.file);
    if (!bitmap) throw new Error(`there is no bitmap ${item.file}`);
    context.globalAlpha *= item.opacity;
    context.transform(...item.matrix);
    context.drawImage(bitmap, 0, 0);
  }
  context.restore();
}

function drawAll(context: SKRSContext2D, items: readonly Drawn[], bitmaps: DrawnScene['bitmaps']): void {
  for (const item of items) draw(context, item, bitmaps);
}

/** A vector shape, by our own painter, at the fine scale. */
function drawGround(
  context: SKRSContext2D,
  { ground, box, matrix }: Extract<Drawn, { kind: 'ground' }>,
): void {
  const [a, b, c, d, e, f] = matrix.map((value) => value * FINE);
  const base = { a: a ?? 1, b: b ?? 0, c: c ?? 0, d: d ?? 1, e: e ?? 0, f: f ?? 0 };
  paintGround(skiaHost, context, ground, box, base, () => {
    throw new Error('no ground is filled with a picture');
  });
}

/** On a sheet of its own where it is translucent as a whole. */
function drawTogether(context: SKRSContext2D, opacity: number, paint: (on: SKRSContext2D) => void): void {
  if (opacity >= 1) {
    paint(context);
    return;
  }
  const sheet = createCanvas(context.canvas.width, context.canvas.height);
  const own = sheet.getContext('2d');
  own.imageSmoothingQuality = 'high';
  paint(own);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha *= opacity;
  context.drawImage(sheet, 0, 0);
  sheet.width = 1;
  sheet.height = 1;
}

function outline(context: SKRSContext2D, { x, y, width, height, corners }: ViewBox): void {
  context.beginPath();
  context.roundRect(x, y, width, height, [...corners]);
}

function averaged(canvas: Canvas, width: number, height: number): Float32Array {
  const data = canvas.data();
  const luma = new Float32Array(width * height);
  const row = width * FINE * 4;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let v = 0; v < FINE; v++) {
        let at = (y * FINE + v) * row + x * FINE * 4;
        for (let u = 0; u < FINE; u++, at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      // ITU-R BT.709, section 3; 219 levels above 16.
      const sum = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      luma[y * width + x] = 16 + (sum / (FINE * FINE)) * (219 / 255);
    }
  return luma;
}
