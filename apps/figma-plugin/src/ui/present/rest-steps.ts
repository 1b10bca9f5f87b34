/** What Space does: from where to where it plays, or goes at once. */
export interface Step {
  /** Where it begins; null for where it is. */
  from: number | null;
  to: number;
  /** Without playing. */
  jump: boolean;
}

/** Seconds by which two moments may differ and still be the same. */
const SAME = 0.02;

/**
 * The next step of a presentation: a shot that plays goes to its rest at once, one that rests passes into the next;
 * after the last one it begins anew. Null without any shot.
 *
 * @param rests when each shot rests, seconds
 * @example nextStep([2.4, 5.1], [0, 2.5], 2.4, false) // { from: null, to: 5.1, jump: false }
 */
export function nextStep(
  rests: readonly number[],
  starts: readonly number[],
  time: number,
  playing: boolean,
): Step | null {
  const [first] = rests;
  if (first === undefined) return null;
  const ahead = rests.find((rest) => rest > time + SAME);
  if (ahead === undefined) return { from: starts[0] ?? 0, to: first, jump: false };
  return { from: null, to: ahead, jump: playing };
}

/** The rest before a time; the first one where there is none. */
export function previousRest(rests: readonly number[], time: number): number {
  return rests.findLast((rest) => rest < time - SAME) ?? rests[0] ?? 0;
}
