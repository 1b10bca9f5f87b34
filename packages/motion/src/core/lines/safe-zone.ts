import type { Rect, Size } from '@animatic/schema';

/** Shares of the view that players and feeds lay their own controls over: left and right, top, bottom. */
const WIDE = { side: 0.05, top: 0.05, bottom: 0.05 };
const SQUARE = { side: 0.06, top: 0.06, bottom: 0.08 };
/** A tall clip in a feed: its account's name above, its caption and buttons below. */
const TALL = { side: 0.06, top: 0.1, bottom: 0.16 };

/**
 * The part of a view that nobody else draws over, in whole pixels.
 *
 * @example safeZone({ width: 1080, height: 1920 }) // { x: 65, y: 192, width: 950, height: 1421 }
 */
export function safeZone({ width, height }: Size): Rect {
  const ratio = width / height;
  const { side, top, bottom } = ratio > 1.2 ? WIDE : ratio > 0.7 ? SQUARE : TALL;
  const x = Math.round(width * side);
  const y = Math.round(height * top);
  return { x, y, width: width - x * 2, height: height - y - Math.round(height * bottom) };
}
