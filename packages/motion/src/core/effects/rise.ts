import { shifted, union } from '../geometry.ts';
import { arrival, type Effect, opacityAt } from './effect.ts';
import { moved, pose } from './pose.ts';

/** taste.md: travel is 24 px at 1080p. */
const TRAVEL = 24;

export const rise: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  travel: TRAVEL,
  pose: (move, share) =>
    pose({ opacity: opacityAt(move, share), matrix: moved(0, move.travel * (1 - arrival(move, share))) }),
  reach: ({ bounds, travel }) => union(bounds, shifted(bounds, 0, travel)),
};
