import { middle } from '../geometry.ts';
import type { Effect, LayerMove } from './effect.ts';
import { grown, pose } from './pose.ts';
import { boundsGrown } from './scale.ts';

/** A badge swells by 8 %, larger things by at most so many pixels of a 1080p clip: a card that heaves is a toy. */
const MOST = 0.08;
const MOST_PIXELS = 14;
/** Seconds of one swelling; a longer pulse swells again. */
const ONE = 0.9;

function swelling({ amount, box, pixel }: LayerMove): number {
  if (amount !== undefined) return amount - 1;
  return Math.min(MOST, (MOST_PIXELS * pixel) / Math.max(1, box.width, box.height));
}

export const pulse: Effect = {
  phases: ['stay'],
  easing: { stay: 'linear' },
  pose(move, share) {
    const times = Math.max(1, Math.round(move.seconds / ONE));
    const by = Math.sin(Math.PI * share * times) ** 2;
    return pose({ matrix: grown(Math.max(0.001, 1 + swelling(move) * by), middle(move.box)) });
  },
  reach: (move) => boundsGrown(move, 1 + Math.max(0, swelling(move))),
  largest: (move) => 1 + Math.max(0, swelling(move)),
};
