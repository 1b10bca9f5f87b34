import { type Shot, shotStarts, transitionSeconds } from '@animatic/schema';

/** A run of shots that is drawn in one go: the first and the last one's place in the board. */
export interface Segment {
  first: number;
  last: number;
}

/**
 * A segment's frames in the clip: from the first one's number up to, and without, `end`.
 *
 * @param fps frames a second
 */
export function segmentFrames(
  shots: ReadonlyArray<Pick<Shot, 'duration' | 'transition'>>,
  segment: Segment,
  fps: number,
): { begin: number; end: number } {
  const starts = shotStarts(shots);
  const beginAt = starts[segment.first] ?? 0;
  const last = shots[segment.last];
  const isLast = segment.last === shots.length - 1;
  const endAt =
    (starts[segment.last] ?? 0) +
    (last?.duration ?? 0) -
    (isLast ? 0 : transitionSeconds(shots, segment.last));
  return { begin: Math.round(beginAt * fps), end: Math.round(endAt * fps) };
}
