import type { Bitmap } from '../canvas.ts';
import type { BitmapName, DrawItem } from '../draw-list.ts';
import type { Affine } from '../geometry.ts';
import { shotsAt } from '../loop.ts';
import type { Prepared } from '../paint/aids.ts';
import { choose } from '../paint/paint-pieces.ts';
import { sample } from '../sample.ts';
import type { Timeline } from '../timeline.ts';

/** What a bitmap would be in one of its sizes, before it is made. */
export type Planned = Prepared<Bitmap>;

/** Leaves of a bitmap's sizes those that are ever painted from. */
export type Needed = <P extends Planned>(keys: readonly string[], sizes: P[]) => P[];

interface Use {
  matrices: Affine[];
  /** Cut or blurred: its parts are painted by matrices of their own. */
  inParts: boolean;
}

/**
 * Looks through all frames in which shots are painted, to make only the sizes of their bitmaps that will be: half of
 * them never are. What is painted does not change by it, since it is chosen from the same sizes less those that nobody
 * chooses.
 *
 * @param moments seconds of all frames that are painted, or more of them
 */
export function neededIn(
  timeline: Timeline,
  shots: ReadonlySet<number>,
  moments: readonly number[],
  keyOf: (name: BitmapName) => string,
): Needed {
  const uses = new Map<string, Use>();
  const note = (item: DrawItem) => {
    if (item.kind === 'group') item.items.forEach(note);
    if (item.kind !== 'bitmap' || !shots.has(item.bitmap.shot)) return;
    const key = keyOf(item.bitmap);
    const use = uses.get(key) ?? { matrices: [], inParts: false };
    use.matrices.push(item.matrix);
    use.inParts ||= item.cuts.length > 0 || item.blur > 0;
    uses.set(key, use);
  };
  for (const seconds of moments)
    if (shotsAt(timeline, seconds).some(({ index }) => shots.has(index)))
      sample(timeline, seconds).items.forEach(note);
  return (keys, sizes) => {
    const found = keys.flatMap((key) => uses.get(key) ?? []);
    if (found.some(({ inParts }) => inParts)) return sizes;
    const chosen = new Set<Planned | undefined>(
      found.flatMap(({ matrices }) => matrices.map((matrix) => choose(sizes, matrix)?.prepared)),
    );
    return sizes.filter((size) => chosen.has(size));
  };
}
