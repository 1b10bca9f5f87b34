import { intersection, shifted, union } from '../geometry.ts';
import { arrival, type Effect, type LayerMove, opacityAt, type Standing } from './effect.ts';
import { moved, pose } from './pose.ts';
import { isDocked, sideOf, TOWARDS, wayOut } from './sides.ts';

/** taste.md: travel is at most 60 px at 1080p. */
const TRAVEL = 60;

/**
 * What stands at its window's edge comes in from behind it, whole; anything else comes a short way and fades. A family
 * comes in one way: whole only where all of it stands at the edge.
 */
function wayOf(layer: Standing, family: readonly Standing[]): number {
  const docked = family.every((one) => isDocked(sideOf(one), one));
  return docked ? wayOut(sideOf(layer), layer) : TRAVEL * layer.pixel;
}

function offset(move: LayerMove, by: number): { x: number; y: number } {
  const towards = TOWARDS[sideOf(move)];
  return { x: towards.x * move.travel * by, y: towards.y * move.travel * by };
}

export const slide: Effect = {
  phases: ['enter', 'leave'],
  easing: { enter: 'enter', leave: 'exit' },
  travel: wayOf,
  pose(move, share) {
    const { x, y } = offset(move, 1 - arrival(move, share));
    const whole = move.travel >= wayOut(sideOf(move), move) - 1e-6;
    return pose({ opacity: whole ? 1 : opacityAt(share), matrix: moved(x, y) });
  },
  reach(move) {
    const { x, y } = offset(move, 1);
    const path = union(move.bounds, shifted(move.bounds, x, y));
    return intersection(path, move.window) ?? move.bounds;
  },
};
