import { type Act, fresh, isEmpty, type Np, type Reading, touch } from './act.ts';

/** Ends the act; one of manner only belongs to the act before in its sentence, or to the whole direction. */
export function close(r: Reading, join: Act['join'], subject?: Np): void {
  const done = r.cur;
  r.cur = fresh(join, r.sentence);
  if (subject) {
    r.cur.nps.push({ ...subject, after: false });
    touch(r, subject);
  }
  r.prep = null;
  r.excepting = false;
  if (done.from < 0) {
    r.cur.join = done.join === 'then' || done.join === 'while' ? done.join : join;
    if (done.condition) r.cur.join = 'then';
    return;
  }
  if (!done.head && done.particle && done.nps.length > 0 && !done.condition)
    done.head =
      done.particle === 'out'
        ? { is: 'effect', effect: 'fade', phase: 'leave', weak: true }
        : { is: 'effect', effect: 'rise', weak: true };
  const { is } = r.acts.at(-1)?.head ?? {};
  if (!done.head && done.particle === 'out' && isEmpty(done) && !done.condition && done.join === 'then') {
    if (is === 'camera') done.head = { is, move: 'pull-out' };
    else if (is === 'effect') done.head = { is, effect: 'fade', phase: 'leave', weak: true };
  }
  const things = done.nps.some(({ what }) => typeof what === 'object' || what === 'others');
  if (done.keep && !done.head && (things || done.camera)) done.head = { is: 'still' };
  // “Stay wide for a second.”
  if (done.keep && !done.head && done.mods.seconds !== undefined) done.head = { is: 'rest' };
  const last = r.acts.findLast((act) => !act.not);
  if (
    isEmpty(done) &&
    !done.condition &&
    !done.not &&
    last &&
    last.sentence === done.sentence &&
    !isEmpty(last) &&
    done.unknown.length === 0
  ) {
    // “…, 5 seconds”: as long is the shot, unless it rests.
    if (done.mods.seconds !== undefined && !done.mods.led && last.head?.is !== 'rest') {
      r.acts.push({ ...done, sentence: -1 });
      r.cur.join = join;
      return;
    }
    merge(last, done);
    return;
  }
  if (r.leading === 'while') {
    r.cur.join = 'while';
    r.leading = null;
  } else if (r.leading === 'before') {
    // “Before A, B” is B, then A.
    done.join = 'then';
    r.acts.push({ ...done, before: true });
    r.leading = null;
    return;
  }
  if (done.condition) r.cur.join = 'then';
  r.acts.push(done);
}

/** “…, slowly, one by one.” */
function merge(into: Act, manner: Act): void {
  into.mods = { ...into.mods, ...manner.mods };
  into.modWords.push(...manner.modWords);
  into.to = Math.max(into.to, manner.to);
}
