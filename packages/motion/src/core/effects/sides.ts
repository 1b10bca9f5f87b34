import type { Direction, Rect } from '@animatic/schema';
import { ease } from '../easing.ts';
import { bottom, middle, right } from '../geometry.ts';
import type { Standing } from './effect.ts';

/** The way from a layer's place towards a side, as a unit step. */
export const TOWARDS: Record<Direction, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How long a box is along the axis of a side. */
export function lengthTowards(box: Rect, side: Direction): number {
  return side === 'left' || side === 'right' ? box.width : box.height;
}

/** Frame pixels between a layer's box and a side of the window it shows in. */
export function gapTo(side: Direction, { box, window }: Pick<Standing, 'box' | 'window'>): number {
  if (side === 'left') return box.x - window.x;
  if (side === 'right') return right(window) - right(box);
  return side === 'up' ? box.y - window.y : bottom(window) - bottom(box);
}

/** How far a layer must go to leave its window on a side, shadows included. */
export function wayOut(side: Direction, { bounds, window }: Pick<Standing, 'bounds' | 'window'>): number {
  if (side === 'left') return right(bounds) - window.x;
  if (side === 'right') return right(window) - bounds.x;
  return side === 'up' ? bottom(bounds) - window.y : bottom(window) - bounds.y;
}

/** A layer is docked to a side that is nearer than this share of the window. */
const DOCKED = 0.045;

/** Whether a layer stands at a side of its window, as drawers, sheets and toasts do, and leaves some of it free. */
export function isDocked(side: Direction, layer: Pick<Standing, 'box' | 'window'>): boolean {
  const whole = lengthTowards(layer.window, side);
  return gapTo(side, layer) <= whole * DOCKED && lengthTowards(layer.box, side) < whole * 0.9;
}

const SIDES: readonly Direction[] = ['right', 'left', 'down', 'up'];

/** The side a layer comes from where nobody has said: the one it stands at, else the nearer of left and right. */
export function sideOf(layer: Pick<Standing, 'box' | 'window' | 'from'>): Direction {
  if (layer.from) return layer.from;
  const docked = SIDES.filter((side) => isDocked(side, layer));
  // A bar along an edge touches three sides: it comes from the one it lies along.
  const along = docked.sort((a, b) => lengthTowards(layer.box, a) - lengthTowards(layer.box, b))[0];
  return along ?? (middle(layer.box).x <= middle(layer.window).x ? 'left' : 'right');
}

/**
 * What a layer shows of itself on its way out from behind its edge on a side: all of its bounds, but for the side it
 * comes from. There its own edge cuts it at first; the shadow beyond comes last.
 */
export function bandOf(
  side: Direction,
  { box, bounds }: Pick<Standing, 'box' | 'bounds'>,
  share: number,
): Rect {
  const beyond = 1 - ease('drift', share);
  const cut = {
    left: Math.max(0, box.x - bounds.x) * beyond,
    right: Math.max(0, right(bounds) - right(box)) * beyond,
    up: Math.max(0, box.y - bounds.y) * beyond,
    down: Math.max(0, bottom(bounds) - bottom(box)) * beyond,
  }[side];
  const { x, y, width, height } = bounds;
  if (side === 'left') return { x: x + cut, y, width: width - cut, height };
  if (side === 'right') return { x, y, width: width - cut, height };
  return side === 'up'
    ? { x, y: y + cut, width, height: height - cut }
    : { x, y, width, height: height - cut };
}
