import type { Effect } from './effect.ts';
import { pose } from './pose.ts';

/** Letter by letter at an even pace, as somebody types. */
export const type: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'linear', leave: 'linear' },
  needs: 'letters',
  pose: (_move, share) => pose({ cuts: [{ kind: 'letters', share }] }),
};

/** Word by word; each comes up a little as it appears. */
export const words: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'linear', leave: 'linear' },
  needs: 'words',
  pose: (_move, share) => pose({ cuts: [{ kind: 'words', share }] }),
};
