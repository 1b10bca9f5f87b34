import type { Span } from '../api.ts';
import { type Act, fresh, type Mods, type Np, type Reading, touch } from './act.ts';
import { butAfterAll, clauseAhead, ends, isHead } from './ahead.ts';
import { close } from './close-act.ts';
import { head } from './read-head.ts';
import { join, soft } from './read-join.ts';
import type { Item } from './scan.ts';

/** Puts the pieces of a direction together into acts: heads with what they are about and how. */
export function actsOf(items: readonly Item[]): Act[] {
  const r: Reading = {
    items,
    acts: [],
    cur: fresh('sentence', 0),
    prep: null,
    excepting: false,
    sentence: 0,
    leading: null,
    nextSeconds: null,
  };
  items.forEach((item, index) => {
    read(r, item, index);
  });
  close(r, 'sentence');
  return r.acts;
}

function read(r: Reading, item: Item, index: number): void {
  if (item.kind === 'break') {
    // “Hero: scale in.”
    if (item.topic && !r.cur.head && !r.cur.condition && typeof r.cur.nps[0]?.what === 'object') return;
    if (!item.hard) soft(r, index, 'comma');
    else {
      close(r, 'sentence');
      r.sentence += 1;
      r.cur.sentence = r.sentence;
      r.leading = null;
    }
    return;
  }
  // “Once” is how often at the end, else when.
  const when =
    item.kind === 'lex' &&
    item.lex.is === 'repeat' &&
    !ends(r, index) &&
    item.others.find((one) => one.is === 'join');
  if (when && when.is === 'join') {
    join(r, when.how, index);
    return;
  }
  if (
    item.kind === 'lex' &&
    item.lex.is === 'join' &&
    !(butAfterAll(r, item, index) || (r.excepting && item.lex.how === 'and'))
  ) {
    join(r, item.lex.how, index);
    return;
  }
  if (item.kind === 'lex') word(r, item, index);
  else if (item.kind === 'np')
    noun(r, { what: item.target, mention: item.mention, from: item.from, to: item.to });
  else if (item.kind === 'missing')
    noun(r, { what: 'missing', mention: false, from: item.from, to: item.to });
  else if (item.kind === 'unknown') {
    touch(r, item);
    // “Count up from 0 to 84.”
    const counts =
      r.cur.head?.is === 'effect' && (r.cur.head.effect === 'count' || r.cur.head.effect === 'fill');
    if (!(item.number && counts)) r.cur.unknown.push({ from: item.from, to: item.to });
  } else if (item.kind === 'seconds') seconds(r, item, index);
  else if (item.kind === 'zoom') mod(r, item, 'zoom', item.zoom);
}

export function noun(r: Reading, np: Span & Pick<Np, 'what' | 'mention'>): void {
  touch(r, np);
  // “After the headline the cards rise.”
  const first = r.cur.nps[0];
  if (
    r.cur.condition &&
    !r.cur.head &&
    first &&
    r.prep === null &&
    r.cur.nps.length === 1 &&
    np.from - first.to < 2
  )
    close(r, 'then');
  const made: Np = { ...np, prep: r.prep, after: r.cur.head !== undefined };
  // “From the top of the table” is a side.
  const side = r.cur.modWords.at(-1);
  if (
    r.prep === 'of' &&
    side &&
    (side.name === 'from' || side.name === 'to') &&
    np.from - side.words.to < 6
  ) {
    r.prep = null;
    return;
  }
  // “The revenue chart”: two names without anything between are one, the second says what it is.
  const before = r.excepting ? undefined : r.cur.nps.at(-1);
  if (
    before &&
    typeof before.what === 'object' &&
    !before.mention &&
    !np.mention &&
    typeof np.what === 'object' &&
    np.from - before.to < 2 &&
    r.prep === null
  ) {
    r.cur.nps.pop();
    made.from = before.from;
    made.prep = before.prep;
    made.after = before.after;
  }
  // “But not from the side.”
  if (r.excepting && made.prep === 'from') return;
  if (r.excepting) r.cur.except.push(made);
  else r.cur.nps.push(made);
  r.prep = null;
}

function mod<K extends keyof Mods>(r: Reading, words: Span, name: K, value: Mods[K] & {}): void {
  touch(r, words);
  const { cur } = r;
  const before = cur.mods[name];
  const tears = name === 'pace' || name === 'to' || name === 'from' || name === 'strength';
  if (tears && before !== undefined && before !== value) {
    const first = cur.modWords.find((one) => one.name === name)?.words ?? words;
    cur.torn.push({ from: first.from, to: words.to });
    delete cur.mods[name];
    return;
  }
  cur.mods[name] = value;
  r.cur.modWords.push({ name, words: { from: words.from, to: words.to } });
}

export function seconds(r: Reading, item: Item & { kind: 'seconds' }, index: number): void {
  const next = r.items[index + 1];
  const apart = next?.kind === 'lex' && next.others.some((lex) => lex.is === 'apart');
  const long = next?.kind === 'lex' && next.others.some((lex) => lex.is === 'long');
  const before = r.items[index - 1];
  const gap = before?.kind === 'lex' && before.lex.is === 'apart';
  const lasts = before?.kind === 'lex' && before.others.some((lex) => lex.is === 'long');
  mod(r, item, apart || gap ? 'apart' : 'seconds', Math.min(60, item.seconds));
  if (long || lasts) mod(r, item, 'long', true);
  if (before?.kind === 'lex' && before.lex.is === 'prep') r.cur.mods.led = true;
}

function word(r: Reading, item: Item & { kind: 'lex' }, index: number): void {
  const { lex } = item;
  const { cur } = r;
  if (butAfterAll(r, item, index) || lex.is === 'except') {
    touch(r, item);
    if (cur.nps.length === 0 && !cur.head) reopen(r);
    r.excepting = true;
    return;
  }
  if (isHead(lex)) {
    head(r, item, lex, index);
    return;
  }
  if (lex.is === 'small' || lex.is === 'long' || lex.is === 'apart') return;
  if (lex.is === 'camera-noun') {
    cur.camera = true;
    touch(r, item);
  } else if (
    lex.is === 'prep' &&
    ends(r, index) &&
    cur.nps.length > 0 &&
    item.others.some((one) => one.is === 'particle' && one.way === 'in')
  ) {
    cur.particle = 'in';
    touch(r, item);
  } else if (lex.is === 'prep') {
    if (lex.prep === 'with' && cur.head && clauseAhead(r, index)) close(r, 'while');
    r.prep = lex.prep;
  } else if (lex.is === 'not') {
    if (cur.head && !cur.not && cur.head.is !== 'motion') close(r, 'comma');
    r.cur.not = { from: item.from, to: item.to };
    touch(r, item);
  } else if (lex.is === 'only') {
    r.cur.only = true;
    touch(r, item);
  } else if (lex.is === 'particle') {
    // “…, then out.”
    const back = lex.way === 'out' && cur.join === 'then' && ends(r, index);
    if (cur.nps.length > 0 || cur.head || back) {
      cur.particle = lex.way;
      touch(r, item);
    }
    // “In” and “on” may also lead a name.
    r.prep = lex.way === 'in' ? 'on' : r.prep;
  } else if (lex.is === 'it' || lex.is === 'all' || lex.is === 'others' || lex.is === 'whole')
    noun(r, { what: lex.is, mention: false, from: item.from, to: item.to });
  else if (lex.is === 'pace') mod(r, item, 'pace', lex.pace);
  else if (lex.is === 'easing') mod(r, item, 'easing', lex.easing);
  else if (lex.is === 'strength') mod(r, item, 'strength', lex.strength);
  else if (lex.is === 'temper') mod(r, item, 'temper', lex.temper);
  else if (lex.is === 'repeat') mod(r, item, 'times', lex.times);
  else if (lex.is === 'place') mod(r, item, 'place', lex.at);
  else if (lex.is === 'side') {
    mod(r, item, lex.as, lex.side);
    if (lex.out) r.cur.particle = 'out';
  } else if (lex.is === 'order') {
    const { to, is: _, ...order } = lex;
    mod(r, item, 'order', { ...cur.mods.order, ...order });
    if (to) mod(r, item, 'way', to);
  }
}

/** “The cards rise, except the second one”: it is about the act that was closed. */
function reopen(r: Reading): void {
  const last = r.acts.at(-1);
  if (!last || last.sentence !== r.sentence) return;
  r.acts.pop();
  r.cur = last;
}
