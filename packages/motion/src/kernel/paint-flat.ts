import type { Rect } from '@animatic/schema';
import { overlap } from './axis.ts';
import type { Memory } from './memory.ts';
import type { Bitmap, PaintOptions, PremultipliedColor } from './pixel-types.ts';
import { around, isEmpty, maskAt, meet, opacityOf, paintable, type Region } from './region.ts';
import type { SourcePixels } from './source-pixels.ts';

export function clear(memory: Memory, target: Bitmap, rect?: Rect): void {
  const region = paintable(target, { clip: rect });
  if (isEmpty(region)) return;
  const bytes = (region.x1 - region.x0) * 4;
  const row = memory.scratch(0, bytes);
  memory.bytes(row, bytes).fill(0);
  memory.wasm.copyRows(row, 0, pixelAt(target, region), target.width * 4, bytes, region.y1 - region.y0);
}

export function copy(
  memory: Memory,
  target: Bitmap,
  source: SourcePixels,
  x: number,
  y: number,
  clip?: Rect,
): void {
  const place = { x0: x, y0: y, x1: x + source.width, y1: y + source.height };
  const region = meet(paintable(target, { clip }), place);
  if (isEmpty(region)) return;
  memory.wasm.copyRows(
    source.at + (region.y0 - y) * source.stride + (region.x0 - x) * 4,
    source.stride,
    pixelAt(target, region),
    target.width * 4,
    (region.x1 - region.x0) * 4,
    region.y1 - region.y0,
  );
}

/** Paints a whole-pixel move. */
export function paintMoved(
  memory: Memory,
  target: Bitmap,
  source: SourcePixels,
  x: number,
  y: number,
  options: PaintOptions,
): void {
  const opacity = opacityOf(options);
  if (opacity === 255 && source.opaque && !options.mask) {
    copy(memory, target, source, x, y, options.clip);
    return;
  }
  const place = { x0: x, y0: y, x1: x + source.width, y1: y + source.height };
  const region = meet(paintable(target, options), place);
  if (isEmpty(region) || opacity === 0) return;
  memory.wasm.blendRows(
    source.at + (region.y0 - y) * source.stride + (region.x0 - x) * 4,
    source.stride,
    pixelAt(target, region),
    target.width * 4,
    region.x1 - region.x0,
    region.y1 - region.y0,
    opacity,
    maskAt(options.mask, region.x0, region.y0),
    options.mask?.width ?? 0,
  );
}

export function fill(
  memory: Memory,
  target: Bitmap,
  rect: Rect,
  { r, g, b, a }: PremultipliedColor,
  options: PaintOptions,
): void {
  const region = meet(paintable(target, options), around(rect));
  const opacity = opacityOf(options);
  if (isEmpty(region) || opacity === 0) return;
  const count = region.x1 - region.x0;
  const row = memory.scratch(0, count * 4);
  const bytes = memory.bytes(row, count * 4);
  bytes.set([r, g, b, a]);
  for (let filled = 4; filled < bytes.length; filled *= 2)
    bytes.copyWithin(filled, 0, Math.min(filled, bytes.length - filled));
  const covered = (x: number) => overlap(x, rect.x, rect.x + rect.width);
  const ends = new Set([region.x0, region.x1 - 1]);
  let whole = a === 255;
  for (const x of ends) {
    const cover = covered(x);
    if (cover > 0.999) continue;
    whole = false;
    bytes.set(
      [r, g, b, a].map((value) => Math.round(value * cover)),
      (x - region.x0) * 4,
    );
  }
  const band = (y0: number, y1: number, cover: number) => {
    const share = Math.round(opacity * Math.min(1, cover));
    if (y1 <= y0 || share === 0) return;
    const at = target.at + (y0 * target.width + region.x0) * 4;
    if (whole && share === 255 && !options.mask)
      memory.wasm.copyRows(row, 0, at, target.width * 4, count * 4, y1 - y0);
    else
      memory.wasm.blendRows(
        row,
        0,
        at,
        target.width * 4,
        count,
        y1 - y0,
        share,
        maskAt(options.mask, region.x0, y0),
        options.mask?.width ?? 0,
      );
  };
  const down = (y: number) => {
    const cover = overlap(y, rect.y, rect.y + rect.height);
    return cover > 0.999 ? 1 : cover;
  };
  band(region.y0, region.y0 + 1, down(region.y0));
  band(region.y0 + 1, region.y1 - 1, 1);
  if (region.y1 - 1 > region.y0) band(region.y1 - 1, region.y1, down(region.y1 - 1));
}

/** Adds the source's bytes to the target's where they lie, up to 255. */
export function add(memory: Memory, target: Bitmap, source: Bitmap, clip?: Rect): void {
  const region = meet(paintable(target, { clip }), paintable(source, {}));
  if (isEmpty(region)) return;
  memory.wasm.addRows(
    pixelAt(source, region),
    source.width * 4,
    pixelAt(target, region),
    target.width * 4,
    (region.x1 - region.x0) * 4,
    region.y1 - region.y0,
  );
}

function pixelAt(target: Bitmap, { x0, y0 }: Region): number {
  return target.at + (y0 * target.width + x0) * 4;
}
