import type { Direction, EasingName, StaggerOrder } from '@animatic/schema';
import type { Span } from '../api.ts';
import type { Target } from '../find/frame.ts';
import type { Lexeme, Pace, Strength, Temper } from '../language/language.ts';
import type { Item } from './items.ts';

type Of<K extends Lexeme['is']> = Extract<Lexeme, { is: K }>;
export type Head =
  | Of<'cannot'>
  | Of<'camera'>
  | Of<'effect'>
  | Of<'overlay'>
  | Of<'scroll'>
  | Of<'rest'>
  | Of<'still'>
  | Of<'motion'>;
export type Prep = Of<'prep'>['prep'];

/** A noun phrase as it stands in a clause; what it points at may depend on what was said before. */
export interface Np extends Span {
  what: Target | 'it' | 'all' | 'others' | 'whole' | 'missing';
  prep: Prep | null;
  /** With an `@` or in quotes: no doubt that a layer is meant. */
  mention: boolean;
  /** It stood after a head of its own: `after` where something of the act's head is said of it. */
  after: boolean;
}

/** How something is done. */
export interface Mods {
  pace?: Pace;
  strength?: Strength;
  easing?: EasingName;
  temper?: Temper;
  order?: { by?: StaggerOrder; each?: true; together?: true; reverse?: true };
  /** Where an order leads, for a camera: left to right. */
  way?: Direction;
  from?: Direction;
  to?: Direction;
  place?: 'start' | 'end' | 'last';
  seconds?: number;
  /** The seconds are the whole shot's. */
  long?: true;
  /** “Over two seconds”: the act's own, whatever else is said. */
  led?: true;
  /** Seconds between one and the next. */
  apart?: number;
  zoom?: number;
  /** How often. */
  times?: number;
}

/** One thing that a direction asks for. */
export interface Act extends Span {
  head?: Head;
  headWords?: Span;
  join: 'sentence' | 'and' | 'comma' | 'then' | 'while';
  nps: Np[];
  except: Np[];
  mods: Mods;
  /** Which words the manner came from. */
  modWords: { name: keyof Mods; words: Span }[];
  unknown: Span[];
  /** Said twice and differently. */
  torn: Span[];
  camera?: true;
  not?: Span;
  only?: true;
  keep?: true;
  particle?: 'in' | 'out' | 'up' | 'down';
  /** Once …: when, not what. */
  condition?: true;
  /** Before …: what comes after the act that follows. */
  before?: true;
  sentence: number;
}

interface Reading {
  items: readonly Item[];
  acts: Act[];
  cur: Act;
  prep: Prep | null;
  excepting: boolean;
  sentence: number;
  /** The act after this one happens at its time, or before it. */
  leading: 'while' | 'before' | null;
  nextSeconds: { seconds: number; words: Span } | null;
}

const fresh = (join: Act['join'], sentence: number): Act => ({
  join,
  nps: [],
  except: [],
  mods: {},
  modWords: [],
  unknown: [],
  torn: [],
  from: -1,
  to: -1,
  sentence,
});

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

const isHead = (lex: Lexeme): lex is Head =>
  lex.is === 'cannot' ||
  lex.is === 'camera' ||
  lex.is === 'effect' ||
  lex.is === 'overlay' ||
  lex.is === 'scroll' ||
  lex.is === 'rest' ||
  lex.is === 'still' ||
  lex.is === 'motion';

function butAfterAll(r: Reading, item: Item, index: number): boolean {
  if (item.kind !== 'lex' || !item.others.some((lex) => lex.is === 'except')) return false;
  // “Cards without animation” excludes no card.
  const next = r.items
    .slice(index + 1, index + 3)
    .find((one) => !(one.kind === 'lex' && one.lex.is === 'small'));
  if (next?.kind !== 'np' && next?.kind !== 'missing' && !(next?.kind === 'lex' && next.lex.is === 'it'))
    return false;
  const what = r.cur.nps.at(-1)?.what;
  return what === 'all' || what === 'others' || (typeof what === 'object' && what.many === true);
}

function touch(r: Reading, { from, to }: Span): void {
  if (r.cur.from < 0) r.cur.from = from;
  r.cur.to = Math.max(r.cur.to, to);
}

function noun(r: Reading, np: Span & Pick<Np, 'what' | 'mention'>): void {
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

function seconds(r: Reading, item: Item & { kind: 'seconds' }, index: number): void {
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
    if (cur.nps.length > 0 || cur.head) {
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

/** Nothing that could be named follows before the next pause. */
function ends(r: Reading, index: number): boolean {
  const next = r.items[index + 1];
  return (
    !next ||
    next.kind === 'break' ||
    (next.kind === 'lex' &&
      (next.lex.is === 'join' ||
        next.lex.is === 'place' ||
        next.lex.is === 'pace' ||
        next.lex.is === 'order'))
  );
}

/** “The cards rise, except the second one”: it is about the act that was closed. */
function reopen(r: Reading): void {
  const last = r.acts.at(-1);
  if (!last || last.sentence !== r.sentence) return;
  r.acts.pop();
  r.cur = last;
}

function head(r: Reading, item: Item & { kind: 'lex' }, lex: Head, index: number): void {
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
  if (was.is === 'camera' && lex.is === 'effect' && lex.weak && !npAhead(r, index, true)) {
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

/** “The headline fades in the cards rise”: a name right before a second head is its subject. */
function subject(r: Reading, index: number): Np | undefined {
  const last = r.cur.nps.at(-1);
  const between = r.items[index - 1];
  const beside =
    between?.to === last?.to ||
    (between?.kind === 'lex' && between.lex.is === 'small' && r.items[index - 2]?.to === last?.to);
  if (!last || !beside || !last.after || last.prep !== null || r.cur.nps.length < 2) return undefined;
  r.cur.nps.pop();
  return last;
}

/** Whether a noun phrase and then a head follow before the next pause. */
function clauseAhead(r: Reading, index: number): boolean {
  let np = false;
  for (const item of r.items.slice(index + 1, index + 9)) {
    if (item.kind === 'break' || (item.kind === 'lex' && item.lex.is === 'join')) return false;
    if (item.kind === 'np') np = true;
    if (np && item.kind === 'lex' && isHead(item.lex)) return true;
  }
  return false;
}

/** Whether a noun phrase of a layer that does something (and not a purpose) follows. */
function npAhead(r: Reading, index: number, withHead: boolean): boolean {
  return withHead && clauseAhead(r, index);
}

interface Ahead {
  head: boolean;
  /** A noun phrase before any head. */
  np: boolean;
  npFirst: boolean;
  except: boolean;
  place: boolean;
}

/** What lies between here and the next pause. */
function ahead(r: Reading, index: number): Ahead {
  const seen: Ahead = { head: false, np: false, npFirst: false, except: false, place: false };
  for (const item of r.items.slice(index + 1, index + 40)) {
    if (item.kind === 'break' || (item.kind === 'lex' && item.lex.is === 'join')) break;
    if (item.kind === 'np' || item.kind === 'missing') {
      if (!seen.head) seen.npFirst = true;
      seen.np = true;
    }
    if (item.kind !== 'lex') continue;
    const { lex } = item;
    if (isHead(lex)) seen.head = true;
    if (lex.is === 'it' || lex.is === 'all' || lex.is === 'others' || lex.is === 'whole') {
      if (!seen.head) seen.npFirst = true;
      seen.np = true;
    }
    if (lex.is === 'except') seen.except ||= !seen.np && !seen.head;
    if (lex.is === 'place') seen.place = true;
  }
  return seen;
}

/** A comma or an “and”: does the act go on? */
function soft(r: Reading, index: number, as: 'comma' | 'and'): void {
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

function join(r: Reading, how: 'then' | 'while' | 'when' | 'before' | 'and', index: number): void {
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

const isEmpty = (act: Act) => !act.head && act.nps.length === 0 && act.except.length === 0;

/** Ends the act; one of manner only belongs to the act before in its sentence, or to the whole direction. */
function close(r: Reading, join: Act['join'], subject?: Np): void {
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
