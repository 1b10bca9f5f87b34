import { type Head, type Reading, touch } from './act.ts';
import { clauseAhead, ends, subject } from './ahead.ts';
import { close } from './close-act.ts';
import type { Item } from './scan.ts';

export function head(r: Reading, item: Item & { kind: 'lex' }, lex: Head, index: number): void {
  const { cur } = r;
  const set = (to: Head) => {
    r.cur.head = to;
    r.cur.headWords = { from: item.from, to: item.to };
    touch(r, item);
    r.prep = null;
  };
  const goes =
    lex.is === 'still' &&
    lex.keep &&
    cur.nps.length > 0 &&
    item.others.find((one) => one.is === 'effect' && one.phase === 'leave');
  if (goes && goes.is === 'effect') {
    head(r, item, goes, index);
    return;
  }
  if (lex.is === 'still' && lex.keep) {
    if (cur.head) close(r, 'comma');
    r.cur.keep = true;
    touch(r, item);
    return;
  }
  if (!cur.head) {
    set(lex);
    return;
  }
  const was = cur.head;
  const asLayer = lex.is === 'camera' ? lex.layer : lex.is === 'effect' ? lex : undefined;
  if (was.is === 'effect' && asLayer) {
    if (was.weak && !asLayer.weak) set(was.phase === 'leave' ? { ...asLayer, phase: 'leave' } : asLayer);
    else if (asLayer.weak || asLayer.effect === 'fade' || asLayer.effect === was.effect) touch(r, item);
    else if (was.effect === 'fade') set(asLayer);
    else {
      close(r, 'and', subject(r, index));
      set(lex);
    }
    return;
  }
  // “Show the price close up.”
  if (was.is === 'camera' && was.shows && lex.is === 'camera' && lex.move === 'push-in' && ends(r, index)) {
    set(lex);
    return;
  }
  // “Come alive with a gentle zoom.”
  if (was.is === 'effect' && was.nature && lex.is === 'camera' && r.prep === 'with') {
    set(lex);
    return;
  }
  // “Nudge in on”: the second says more.
  if (was.is === 'camera' && was.move === 'go' && lex.is === 'camera') {
    set(lex);
    return;
  }
  // “Fade everything but the chart into the background.”
  if (was.is === 'effect' && was.effect === 'fade' && lex.is === 'overlay' && lex.effect === 'dim') {
    set(lex);
    return;
  }
  if (was.is === 'camera' && was.layer && lex.is === 'effect') {
    set(lex.weak && was.move !== 'go' ? was : lex);
    return;
  }
  if (was.is === 'motion' && lex.is !== 'still' && lex.is !== 'motion') {
    set(lex);
    return;
  }
  // “Pull back to reveal the screen”, “push in to show the total”: what for, not what.
  if (was.is === 'camera' && lex.is === 'effect' && lex.weak && !clauseAhead(r, index)) {
    touch(r, item);
    r.prep = 'to';
    return;
  }
  if (was.is === 'rest' && lex.is === 'rest') {
    touch(r, item);
    return;
  }
  if (was.is === 'rest' && lex.is === 'still') {
    set({ is: 'still', about: 'camera' });
    return;
  }
  if (was.is === 'still' && lex.is === 'still') {
    touch(r, item);
    return;
  }
  if (lex.is === 'motion') {
    touch(r, item);
    return;
  }
  close(r, 'and', subject(r, index));
  set(lex);
}
