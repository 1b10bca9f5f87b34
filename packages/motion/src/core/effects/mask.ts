import { arrival, type Effect } from './effect.ts';
import { pose } from './pose.ts';
import { bandOf } from './sides.ts';

/** Comes up from behind its own edge: a picture as one, a text line by line. */
export const mask: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  needs: 'lines',
  pose(move, share) {
    const from = move.from ?? 'down';
    const come = arrival(move, share);
    return pose({ cuts: [{ kind: 'lines', box: bandOf(from, move, come), from, share: come }] });
  },
};
