import type { Reading } from './act.ts';
import { ahead } from './ahead.ts';
import { close } from './close-act.ts';

/** A comma or an “and”: does the act go on? */
export function soft(r: Reading, index: number, as: 'comma' | 'and'): void {
  const { cur } = r;
  const next = ahead(r, index);
  const started = cur.head !== undefined || cur.nps.length > 0;
  if (cur.condition || r.leading) {
    if (cur.head || cur.nps.length > 0 || cur.mods.seconds !== undefined) close(r, 'comma');
    else if (cur.condition) close(r, 'then');
    return;
  }
  if (!started || next.except) return;
  // “…, and, last, the ring fills”: it leads what follows.
  const bare = !next.head && !next.np;
  if (bare && cur.head && cur.head.is !== 'rest' && r.items[index + 1]?.kind === 'seconds') {
    close(r, as);
    return;
  }
  if (bare && cur.head && (next.place || (as === 'and' && r.items[index + 1]?.kind === 'break'))) {
    close(r, as);
    return;
  }
  if (next.head) {
    const about = cur.nps.every(({ what }) => what === 'whole' || what === 'it');
    if (!cur.head && about && cur.mods.seconds !== undefined) {
      close(r, as);
      return;
    }
    // “The headline, the hero and the cards rise.”
    if (!cur.head && !cur.mods.place && !cur.particle && cur.mods.order === undefined && next.npFirst) return;
    if (!cur.head && !next.npFirst && cur.mods.place === undefined && cur.nps.every((np) => np.prep !== null))
      return;
    close(r, as);
    return;
  }
  if (!next.np) return;
  if (!cur.head) {
    if (cur.mods.place || next.place || cur.particle || cur.mods.from || cur.mods.order) close(r, as);
    return;
  }
  const list = cur.nps.some((np) => np.after) || (cur.nps.length === 0 && as === 'and');
  if (!list || next.place || cur.mods.place === 'start' || cur.head.is === 'rest') close(r, as);
  else if (as === 'comma' && cur.head.is === 'camera') close(r, as);
  else r.prep = cur.nps.at(-1)?.prep ?? null;
}

export function join(r: Reading, how: 'then' | 'while' | 'when' | 'before' | 'and', index: number): void {
  const { cur } = r;
  if (how === 'and') {
    soft(r, index, 'and');
    return;
  }
  const empty = cur.from < 0;
  if (how === 'then') {
    close(r, 'then');
    r.cur.join = 'then';
  } else if (how === 'while') {
    const before = r.acts.at(-1);
    if (empty && before?.sentence === r.sentence) cur.join = 'while';
    else if (empty) r.leading = 'while';
    else close(r, 'while');
  } else if (how === 'before') {
    if (empty) r.leading = 'before';
    else close(r, 'then');
  } else {
    if (!empty) close(r, 'then');
    r.cur.condition = true;
  }
}
