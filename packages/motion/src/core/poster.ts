import type { Timeline } from './timeline.ts';

/**
 * The moment that stands for a clip, in seconds: the first shot when everything in it has come to rest and the
 * camera is still near its whole picture.
 */
export function posterSeconds(timeline: Timeline): number {
  const shot = timeline.shots[0];
  if (!shot) return 0;
  const leaves = shot.end - (shot.transition?.seconds ?? 0);
  return Math.max(0, Math.min(shot.settled > 0 ? shot.settled + 0.05 : 0, leaves - 0.05));
}

/** The same for a clip that begins with footage: a third into it, at most a second, since first frames are often dark. */
export function footageSeconds(timeline: Timeline): number {
  const shot = timeline.shots[0];
  if (!shot) return 0;
  const alone = shot.end - (shot.transition?.seconds ?? 0) - shot.start;
  return Math.min(1, Math.max(0, alone) / 3);
}
