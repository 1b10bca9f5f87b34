import type { Rect } from '@animatic/schema';
import { clamp } from '../geometry.ts';

/** A side of a window may be as short as this share of its length, where that spares a layer's edge. */
const SHORTEST = 0.82;
/** Frame pixels between a layer's edge and the window's, best first. */
const GAPS = [16, 8, 3];
/** What a cut layer costs, in shares of the window's side. */
const CUT = 0.3;
const SHORT = 0.6;
const ASIDE = 0.5;
/** What reaches over so much of the frame is its ground. */
const GROUND = 0.9;

/** A stretch along one side of the frame, frame pixels. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Where a window lies along one side of its frame: around what matters, along whole layers' edges where there are any,
 * as long as it may be, or a little shorter.
 *
 * @param side the frame's length
 * @param most the window's longest
 * @param matters what it must show; not longer than `most`
 * @param layers what it should rather not cut through
 * @example cropAlong(1440, 720, { from: 96, to: 516 }, []) // { from: 0, to: 720 }
 */
export function cropAlong(side: number, most: number, matters: Span, layers: readonly Span[]): Span {
  if (most >= side) return { from: 0, to: side };
  const parts = layers.filter(({ from, to }) => to - from > 2 && to - from < side * GROUND);
  const cutsAt = (at: number) => parts.filter(({ from, to }) => from < at - 0.5 && to > at + 0.5).length;
  const edges = parts.flatMap(({ from, to }) => GAPS.flatMap((gap) => [from - gap, to + gap]));
  const centre = (matters.from + matters.to) / 2;
  const middle = clamp(clamp(centre - most / 2, 0, side - most), matters.to - most, matters.from);
  const placed = (places: number[], low: number, high: number) =>
    [...new Set(places)]
      .filter((at) => at >= low - 0.01 && at <= high + 0.01)
      .map((at) => ({ at, cuts: cutsAt(at) }));
  const begins = placed([middle, 0, side - most, ...edges, ...edges.map((at) => at - most)], 0, matters.from);
  const ends = placed(
    [middle + most, most, side, ...edges, ...edges.map((at) => at + most)],
    matters.to,
    side,
  );
  let best: Span = { from: middle, to: middle + most };
  let lowest = Number.POSITIVE_INFINITY;
  for (const begin of begins)
    for (const end of ends) {
      const length = end.at - begin.at;
      if (length > most + 0.01 || length < most * SHORTEST) continue;
      const aside = Math.abs((begin.at + end.at) / 2 - centre);
      const cost = (begin.cuts + end.cuts) * CUT + ((most - length) * SHORT + aside * ASIDE) / most;
      if (cost >= lowest - 1e-9) continue;
      lowest = cost;
      best = { from: begin.at, to: end.at };
    }
  return best;
}

/** A rectangle's reach from left to right, and from top to bottom. */
export const across = ({ x, width }: Rect): Span => ({ from: x, to: x + width });
export const down = ({ y, height }: Rect): Span => ({ from: y, to: y + height });
