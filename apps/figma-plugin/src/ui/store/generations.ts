import type { Generation } from '@animatic/schema';
import type { StoredShot, StoredTake } from '../../protocol/index.ts';

/** Takes that a shot remembers: older ones stay on the server. */
const MOST_TAKES = 24;

/** A shot with what was asked for it now, newest first; one that is known already keeps its place. */
export function withTakes(shot: StoredShot, takes: readonly StoredTake[] | undefined): StoredShot {
  const known = new Set(shot.takes.map(({ generation }) => generation));
  const fresh = takes?.filter(({ generation }) => !known.has(generation)) ?? [];
  if (fresh.length === 0) return shot;
  return { ...shot, takes: [...fresh, ...shot.takes].slice(0, MOST_TAKES) };
}

/** Snapshots over those that were known; the same object where none of them is news. */
export function merged(
  before: Readonly<Record<string, Generation>>,
  fresh: readonly Generation[],
): Readonly<Record<string, Generation>> {
  const news = fresh.filter((each) => {
    const known = before[each.id];
    return !known || JSON.stringify(known) !== JSON.stringify(each);
  });
  if (news.length === 0) return before;
  return { ...before, ...Object.fromEntries(news.map((each) => [each.id, each])) };
}
