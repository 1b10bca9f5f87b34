import type { Timeline } from '../core/index.ts';

/** Seconds before something begins to leave. */
const SHORTLY = 1 / 60;

/**
 * When each shot of a clip rests: the last moment at which all that came stands and nothing leaves yet, seconds
 * from the clip's start.
 *
 * @example restsOf(timeline)[0]
 */
export function restsOf(timeline: Timeline): number[] {
  const { shots, loop } = timeline;
  return shots.map((shot, index) => {
    const isLast = index === shots.length - 1;
    const passes = shot.transition?.seconds ?? (isLast ? loop?.seconds : undefined) ?? 0;
    const leaving = shot.layers
      .flatMap((track) => track.moves)
      .filter((move) => move.phase === 'leave')
      .map((move) => shot.start + move.start);
    const end = Math.min(shot.end - passes, ...leaving);
    return Math.max(shot.start + Math.min(shot.settled, end - shot.start), end - SHORTLY);
  });
}
