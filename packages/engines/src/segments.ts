import type { Shot } from '@animatic/schema';
import type { EngineRegistry } from './registry.ts';

/** A run of shots that renders together; places in the storyboard, both included. */
export interface Segment {
  engine: Shot['engine'];
  firstShot: number;
  lastShot: number;
}

/**
 * Cuts a storyboard into segments: neighbours of an engine that takes runs go together, since a transition needs the
 * layers of both; every other shot is its own.
 *
 * @example planSegments(board.shots, engines) // [{ engine: 'motion', firstShot: 0, lastShot: 2 }]
 */
export function planSegments(shots: ReadonlyArray<Pick<Shot, 'engine'>>, engines: EngineRegistry): Segment[] {
  const segments: Segment[] = [];
  for (const [index, shot] of shots.entries()) {
    const last = segments.at(-1);
    if (last && last.engine === shot.engine && engines[shot.engine].takesRuns) last.lastShot = index;
    else segments.push({ engine: shot.engine, firstShot: index, lastShot: index });
  }
  return segments;
}
