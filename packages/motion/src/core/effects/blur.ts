import { inflate } from '../geometry.ts';
import { arrival, type Effect, type LayerMove, opacityAt } from './effect.ts';
import { pose } from './pose.ts';

/** Radius (a Gaussian's sigma) at 1080p. */
const RADIUS = 14;
/** Slower to clear than taste.md's E: under that the blur would be over after four frames. */
const CLEARING = { bezier: [0.22, 0.6, 0.35, 1] } as const satisfies LayerMove['easing'];

export const blur: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: { bezier: [...CLEARING.bezier] }, leave: 'exit' },
  needs: 'blur',
  pose: (move, share) =>
    pose({
      opacity: opacityAt(share),
      blur: Math.max(0, RADIUS * move.pixel * (1 - arrival(move, share))),
    }),
  reach: ({ bounds, pixel }) => inflate(bounds, Math.ceil(RADIUS * pixel * 3)),
  softest: ({ pixel }) => RADIUS * pixel,
};
