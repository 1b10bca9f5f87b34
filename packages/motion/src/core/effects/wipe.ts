import { arrival, type Effect, PASSING } from './effect.ts';
import { pose } from './pose.ts';
import { lengthTowards } from './sides.ts';

/** The soft edge: a share of the way, at most so many pixels of a 1080p clip. */
const SOFT = 0.35;
const SOFTEST = 160;

export const wipe: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: PASSING, leave: 'travel' },
  pose(move, share) {
    const from = move.from ?? 'left';
    const length = lengthTowards(move.bounds, from);
    const feather = Math.min(length * SOFT, SOFTEST * move.pixel);
    return pose({ cuts: [{ kind: 'wipe', box: move.bounds, from, share: arrival(move, share), feather }] });
  },
};
