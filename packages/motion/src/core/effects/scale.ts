import type { Rect } from '@animatic/schema';
import { type Affine, middle } from '../geometry.ts';
import { arrival, type Effect, type LayerMove, opacityAt } from './effect.ts';
import { grown, pose } from './pose.ts';

/** A layer that is drawn smaller grows by this much at first: less would not be seen, more would be a toy. */
const SCALE_FROM = 0.88;
const POP_FROM = 0.72;
/** taste.md: the pop overshoots by 6 % of its way at most. */
const OVERSHOOT = 0.06;

function sizeAt(move: LayerMove, from: number, share: number): Affine {
  const size = from + (1 - from) * arrival(move, share);
  return grown(Math.max(0.001, size), middle(move.box));
}

/** A layer's bounds when it is drawn `by` times as large about its middle. */
export function boundsGrown({ bounds, box }: Pick<LayerMove, 'bounds' | 'box'>, by: number): Rect {
  if (by <= 1) return bounds;
  const about = middle(box);
  return {
    x: about.x + (bounds.x - about.x) * by,
    y: about.y + (bounds.y - about.y) * by,
    width: bounds.width * by,
    height: bounds.height * by,
  };
}

const largestScale = ({ amount = SCALE_FROM }: LayerMove) => Math.max(1, amount);

export const scale: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  pose: (move, share) =>
    pose({ opacity: opacityAt(share), matrix: sizeAt(move, move.amount ?? SCALE_FROM, share) }),
  reach: (move) => boundsGrown(move, largestScale(move)),
  largest: largestScale,
};

/** The share of its time after which a spring has come near: what pops is whole by then. */
const POP_OPAQUE = 0.3;

const largestPop = ({ amount = POP_FROM }: LayerMove) => 1 + Math.abs(1 - amount) * OVERSHOOT;

export const pop: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'pop', leave: 'exit' },
  pose: (move, share) =>
    pose({
      opacity: opacityAt(move.phase === 'leave' ? share : share * (0.6 / POP_OPAQUE)),
      matrix: sizeAt(move, move.amount ?? POP_FROM, share),
    }),
  reach: (move) => boundsGrown(move, Math.max(largestScale(move), largestPop(move))),
  largest: (move) => Math.max(largestPop(move), move.amount ?? 1),
};
