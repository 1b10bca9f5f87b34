import type { Rect, Shot } from '@animatic/schema';
import { union } from '../geometry.ts';
import { mattersIn, whole } from './matters.ts';

/**
 * What each shot's window must show. Frames of one size that grow into one another are seen through one window, which
 * shows what matters in all of them: else the picture would jump to another place on the way.
 *
 * @param loops the clip's end passes into its beginning
 * @example mattersOf(board.shots, false)
 */
export function mattersOf(
  shots: ReadonlyArray<Pick<Shot, 'size' | 'layers' | 'motion' | 'transition'>>,
  loops: boolean,
): Rect[] {
  const own = shots.map((shot) => mattersIn(shot));
  const group = shots.map((_, index) => index);
  const join = (a: number, b: number) => {
    const [from, to] = [group[a], group[b]];
    for (const [index, of] of group.entries()) if (of === from && to !== undefined) group[index] = to;
  };
  for (const [index, shot] of shots.entries()) {
    const next = index + 1 < shots.length ? index + 1 : loops ? 0 : index;
    const following = shots[next];
    if (shot.transition?.kind !== 'smart-animate' || !following) continue;
    const { width, height } = following.size;
    if (Math.abs(width - shot.size.width) < 0.5 && Math.abs(height - shot.size.height) < 0.5)
      join(index, next);
  }
  return shots.map((shot, index) => {
    const together = own.filter((_, other) => group[other] === group[index]);
    // A shot that says nothing of what matters goes along with those that do.
    const said = together.flatMap((matters) => matters ?? []);
    return said.length > 0 ? said.reduce(union) : whole(shot.size);
  });
}
