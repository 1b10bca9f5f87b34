/** What of a clip moves, frame by frame. */
export interface Calm {
  /** The share of frames in which no layer is in motion. */
  resting: number;
  /** The most families that were in motion at once. */
  families: number;
  /** The frames in which more than one was. */
  together: number;
}

/**
 * Fidgeting: how many families of layers move at once, and for how long nothing does.
 *
 * @param poses for each frame, each layer's pose as text; a layer whose text changed since the frame before has moved
 * @param familyOf the family that a layer belongs to
 * @example calm(poses, (layer) => families.get(layer) ?? layer).families <= 1
 */
export function calm(
  poses: ReadonlyArray<ReadonlyMap<string, string>>,
  familyOf: (layer: string) => string,
): Calm {
  let resting = 0;
  let families = 0;
  let together = 0;
  for (const [index, now] of poses.entries()) {
    const before = poses[index - 1] ?? now;
    const moved = new Set<string>();
    for (const layer of new Set([...now.keys(), ...before.keys()]))
      if (now.get(layer) !== before.get(layer)) moved.add(familyOf(layer));
    families = Math.max(families, moved.size);
    if (moved.size > 1) together++;
    if (moved.size === 0) resting++;
  }
  return { resting: resting / Math.max(1, poses.length), families, together };
}
