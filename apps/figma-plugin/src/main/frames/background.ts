import type { Color } from '@animatic/schema';
import { fillsOf } from '../looks.ts';

/** The colour that a frame reads as: its topmost plain fill, a gradient's mean, or else the page's. */
export function backgroundOf(frame: SceneNode, page: PageNode | null): Color | null {
  return topColor(fillsOf(frame)) ?? topColor(page?.backgrounds ?? []);
}

function topColor(paints: readonly Paint[]): Color | null {
  for (const paint of [...paints].reverse()) {
    if ((paint.opacity ?? 1) < 0.99) continue;
    if (paint.type === 'SOLID') return { r: paint.color.r, g: paint.color.g, b: paint.color.b, a: 1 };
    if ('gradientStops' in paint) return mean(paint.gradientStops);
    return null;
  }
  return null;
}

function mean(stops: readonly ColorStop[]): Color | null {
  if (stops.length === 0) return null;
  const sum = stops.reduce(
    (total, { color }) => ({ r: total.r + color.r, g: total.g + color.g, b: total.b + color.b }),
    { r: 0, g: 0, b: 0 },
  );
  return { r: sum.r / stops.length, g: sum.g / stops.length, b: sum.b / stops.length, a: 1 };
}
