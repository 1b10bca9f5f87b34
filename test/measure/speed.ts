/** A move's speed at its ends, as shares of its peak. */
export interface EndSpeeds {
  first: number;
  last: number;
  /** Units a frame. */
  peak: number;
  /** The places between which it lies. */
  from: number;
  to: number;
}

/**
 * How fast something goes in the first and the last frame of a move, against its fastest frame. A move is what lies
 * between two rests.
 *
 * @param positions one place a frame, of any number of coordinates; rests at both ends may be part of them
 * @param seen how much of it can be seen in each frame, 0 to 1: what nobody sees has no speed
 * @returns one entry a move
 * @example endSpeeds(views.map(({ x, y }) => [x, y])).every(({ last }) => last <= 0.05)
 */
export function endSpeeds(
  positions: ReadonlyArray<readonly number[]>,
  seen?: readonly number[],
): EndSpeeds[] {
  const speeds = positions.slice(1).map((place, i) => {
    const way = Math.hypot(...place.map((value, axis) => value - (positions[i]?.[axis] ?? value)));
    return way * Math.min(seen?.[i] ?? 1, seen?.[i + 1] ?? 1);
  });
  const moves: EndSpeeds[] = [];
  let move: number[] = [];
  for (const [index, speed] of [...speeds, 0].entries()) {
    if (speed > RESTING) {
      move.push(speed);
      continue;
    }
    if (move.length > 0) {
      const peak = Math.max(...move);
      moves.push({
        first: move[0]! / peak,
        last: move.at(-1)! / peak,
        peak,
        from: index - move.length,
        to: index,
      });
    }
    move = [];
  }
  return moves;
}

/** Slower than this, units a frame, is rest: rounding. */
const RESTING = 1e-6;
