import type { Direction, Rect } from '@animatic/schema';
import { arrival, type Effect, opacityAt, PASSING } from './effect.ts';
import { moved, pose } from './pose.ts';
import { bandOf, lengthTowards, TOWARDS } from './sides.ts';

/** Bars stand on their baseline: they come up from behind it, their rounded tops exact all the way. */
export const grow: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  pose(move, share) {
    const from = move.from ?? 'down';
    const come = arrival(move, share);
    const band = bandOf(from, move, come);
    const away = lengthTowards(band, from) * (1 - come);
    const { x, y } = TOWARDS[from];
    const corners: [number, number, number, number] = [0, 0, 0, 0];
    return pose({
      matrix: moved(x * away, y * away),
      cuts: [{ kind: 'box', box: open(band, from), corners }],
    });
  },
};

/** A band, open on the side that its bar grows to: what overshoots is not cut. */
function open(band: Rect, from: Direction): Rect {
  const { x, y } = TOWARDS[from];
  const length = lengthTowards(band, from);
  return {
    x: band.x - (x > 0 ? length : 0),
    y: band.y - (y > 0 ? length : 0),
    width: band.width + Math.abs(x) * length,
    height: band.height + Math.abs(y) * length,
  };
}

/** A pixel of feather or two: a line's leading end is crisp, not torn. */
const TIP = 3;

/** Lines are drawn as a pen would, at an even way along. */
export const draw: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: PASSING, leave: 'travel' },
  needs: 'extent',
  pose(move, share) {
    const from = move.from ?? 'left';
    return pose({
      cuts: [
        { kind: 'wipe', box: move.bounds, from, share: arrival(move, share), feather: TIP * move.pixel },
      ],
    });
  },
};

/** The share after which what stands from the first is there whole: a ring's label, a count's currency. */
const THERE = 0.12;

/** Rings fill clockwise from twelve. */
export const fill: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: PASSING, leave: 'travel' },
  needs: 'extent',
  pose: (move, share) =>
    pose({
      opacity: opacityAt((share / THERE) * 0.6),
      cuts: [{ kind: 'sector', box: move.box, share: Math.min(1, arrival(move, share)) }],
    }),
};

/** A number on its way up to what it says. */
export const count: Effect = {
  phases: ['enter'],
  easing: { enter: { bezier: [0.2, 0.7, 0.25, 1] } },
  needs: 'digits',
  pose: (move, share) =>
    pose({
      opacity: opacityAt((share / THERE) * 0.6),
      cuts: [{ kind: 'digits', share: arrival(move, share) }],
    }),
};
