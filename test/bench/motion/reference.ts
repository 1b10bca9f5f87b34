import type { Size } from '@animatic/schema';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Drawn, DrawnScene, ViewBox } from './drawn.ts';

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
  for (const item of frames[index] ?? []) draw(context, item, bitmaps);
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
  if (item.kind === 'group') drawGroup(context, item, bitmaps);
  else {
    context.globalAlpha *= item.opacity;
    context.transform(...item.matrix);
    if (item.kind === 'box') {
      outline(context, { ...item, x: 0, y: 0 });
      context.fillStyle = item.fill;
      context.fill();
    } else {
      const bitmap = bitmaps.get(item.file);
      if (!bitmap) throw new Error(`there is no bitmap ${item.file}`);
      context.drawImage(bitmap, 0, 0);
    }
  }
  context.restore();
}

function drawGroup(
  context: SKRSContext2D,
  group: Extract<Drawn, { kind: 'group' }>,
  bitmaps: DrawnScene['bitmaps'],
): void {
  if (group.opacity >= 1) {
    for (const item of group.items) draw(context, item, bitmaps);
    return;
  }
  const sheet = createCanvas(context.canvas.width, context.canvas.height);
  const own = sheet.getContext('2d');
  own.imageSmoothingQuality = 'high';
  for (const item of group.items) draw(own, item, bitmaps);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha *= group.opacity;
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
