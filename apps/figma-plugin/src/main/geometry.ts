import type { Rect } from '@animatic/schema';

/** Figma's numbers carry rounding noise of about 1e-5; less than this is no pixel. */
const NOISE = 1e-3;

/** Whole page pixels that an export of this box covers. */
export function wholePixels(box: Rect): Rect {
  const x = Math.floor(box.x + NOISE);
  const y = Math.floor(box.y + NOISE);
  return {
    x,
    y,
    width: Math.max(1, Math.ceil(box.x + box.width - NOISE) - x),
    height: Math.max(1, Math.ceil(box.y + box.height - NOISE) - y),
  };
}

export function shifted(box: Rect, origin: { x: number; y: number }): Rect {
  return { x: round(box.x - origin.x), y: round(box.y - origin.y), width: box.width, height: box.height };
}

/** Four decimals: exact enough for pixels, short enough to send. */
export function round(value: number): number {
  const rounded = Math.round(value * 1e4) / 1e4;
  return rounded === 0 ? 0 : rounded;
}

export function roundedRect(box: Rect): Rect {
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}
