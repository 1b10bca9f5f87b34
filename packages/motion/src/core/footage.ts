import type { Shot, Size } from '@animatic/schema';
import { type Choreographed, choreograph } from './choreograph.ts';
import type { Timeline } from './timeline.ts';

/** Which shots, by their place in the board, are drawn from footage instead of their still. */
export type HasFootage = (shot: number) => boolean;

/**
 * A board some of whose shots are footage, choreographed. Footage moves by itself: the camera holds without drift, no
 * layer moves, nothing is drawn over it. It stands where its shot's still would, with the same transitions and lines.
 *
 * @returns the timeline and the shots that it is made of: those of footage need no still
 * @example const { timeline, shots } = choreographFootage(board, size, (shot) => shot === 1);
 */
export function choreographFootage(
  board: Choreographed,
  size: Size,
  has: HasFootage,
): { timeline: Timeline; shots: readonly Shot[] } {
  const shots = board.shots.map((shot, index) => (has(index) ? asFootage(shot) : shot));
  const timeline = choreograph({ ...board, shots }, size);
  // A video has no clear parts: where it fills the view, no ground lies behind it.
  const opaque = timeline.shots.map((shot) => (has(shot.index) ? { ...shot, opaque: true } : shot));
  return { timeline: { ...timeline, shots: opaque }, shots };
}

/** Next to nothing was captured, so that a tall frame stands whole on its ground: nobody travels over footage. */
const NOTHING = { width: 1, height: 1, tiles: [] };

function asFootage({ viewport: _, ...shot }: Shot): Shot {
  return {
    ...shot,
    still: NOTHING,
    layers: [],
    motion: { camera: [{ move: 'hold', at: 0 }], layers: [], overlays: [], scroll: [] },
  };
}
