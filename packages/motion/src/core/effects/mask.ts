import { arrival, type Effect } from './effect.ts';
import { pose } from './pose.ts';

/** Comes up from behind its own edge: a picture as one, a text line by line. */
export const mask: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  needs: 'lines',
  pose: (move, share) =>
    pose({
      cuts: [{ kind: 'lines', box: move.bounds, from: move.from ?? 'down', share: arrival(move, share) }],
    }),
};
