import { shifted, union } from '../geometry.ts';
import { arrival, type Effect, opacityAt } from './effect.ts';
import { moved, pose } from './pose.ts';

/** taste.md: travel is 24 px at 1080p. */
const TRAVEL = 24;

/** Comes up, or falls away, over `way` times its travel. */
const upright = (way: 1 | -1): Effect => ({
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  travel: ({ pixel }) => TRAVEL * pixel,
  pose: (move, share) =>
    pose({
      opacity: opacityAt(share),
      matrix: moved(0, way * move.travel * (1 - arrival(move, share))),
    }),
  reach: ({ bounds, travel }) => union(bounds, shifted(bounds, 0, way * travel)),
});

export const rise = upright(1);
export const drop = upright(-1);
