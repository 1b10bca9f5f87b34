import type { Effect } from './effect.ts';
import { arrival } from './effect.ts';
import { pose } from './pose.ts';

export const fade: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'travel', leave: 'travel' },
  pose: (move, share) => pose({ opacity: arrival(move, share) }),
};
