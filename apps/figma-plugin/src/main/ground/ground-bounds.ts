import type { Rect } from '@animatic/schema';
import type { GroundReading } from '../../protocol/capture.ts';
import { wholePixels } from '../geometry.ts';

/** A blur of radius r is a Gaussian of deviation r / 2: past three deviations nothing shows. */
const BLUR_REACH = 1.5;

/** Where a ground paints, whole page pixels: its box with stroke and shadows around it. */
export function groundBounds(box: Rect, { stroke, shadows }: GroundReading): Rect {
  const share = stroke?.align === 'OUTSIDE' ? 1 : stroke?.align === 'CENTER' ? 0.5 : 0;
  const [top, right, bottom, left] = (stroke?.weights ?? [0, 0, 0, 0]).map((weight) => weight * share);
  const own = outset(box, top ?? 0, right ?? 0, bottom ?? 0, left ?? 0);
  const painted = shadows
    .filter(({ type }) => type === 'DROP_SHADOW')
    .map(({ offset, radius, spread }) => {
      const by = Math.max(0, radius * BLUR_REACH + spread);
      const cast = outset(own, by, by, by, by);
      return { ...cast, x: cast.x + offset.x, y: cast.y + offset.y };
    });
  return wholePixels(painted.reduce(union, own));
}

function outset(box: Rect, top: number, right: number, bottom: number, left: number): Rect {
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
