import { type Shot, shotStarts, transitionSeconds } from '@animatic/schema';

/** A run of shots that one engine makes in one go; frames are counted in the clip. */
export interface Segment {
  engine: Shot['engine'];
  /** The first and the last shot's place in the board. */
  first: number;
  last: number;
}

/**
 * Cuts a board into runs of shots of one engine, in order: motion shots render together, because a transition
 * needs both of its shots.
 */
export function planSegments(board: { shots: ReadonlyArray<Pick<Shot, 'engine'>> }): Segment[] {
  const segments: Segment[] = [];
  for (const [index, { engine }] of board.shots.entries()) {
    const open = segments.at(-1);
    if (open && open.engine === engine) open.last = index;
    else segments.push({ engine, first: index, last: index });
  }
  return segments;
}

/**
 * A segment's frames in the clip: from the first one's number up to, and without, `end`.
 *
 * @param fps frames a second
 */
export function segmentFrames(
  shots: ReadonlyArray<Pick<Shot, 'duration' | 'transition'>>,
  segment: Pick<Segment, 'first' | 'last'>,
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
