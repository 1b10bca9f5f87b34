import type { Note, Span } from '../api.ts';
import { rowsOf } from '../find/families.ts';
import type { Frame, Target } from '../find/frame.ts';
import { everything, movable, without } from '../find/targets.ts';
import type { EffectWord } from '../language/language.ts';
import { type Act, actsOf, type Head, type Np } from './acts.ts';
import type { Intent, LayersIntent, Plan } from './intents.ts';
import { itemsOf } from './items.ts';
import { readCamera, together } from './read-camera.ts';
import { readLayers } from './read-layers.ts';

interface State {
  frame: Frame;
  text: string;
  plan: Plan;
  acts: Act[];
  /** What was spoken of last. */
  last: Target | undefined;
  /** What the camera looks at. */
  at: Target | undefined;
  moved: boolean;
  excluded: Target[];
  only: { target: Target; words: Span }[];
}

/** A shot holds at most twelve moves of the camera and 64 of layers: what is said beyond is not done. */
const MOST_INTENTS = 40;

/** Reads a direction. Nothing is made up: words that nothing was made of are given back as notes. */
export function readDirection(frame: Frame, text: string): Plan {
  const acts = listed(ordered(actsOf(itemsOf(frame, text))));
  const plan: Plan = { intents: [], notes: [] };
  const state: State = {
    frame,
    text,
    plan,
    acts,
    last: undefined,
    at: undefined,
    moved: false,
    excluded: [],
    only: [],
  };
  inherit(acts);
  for (const act of acts) {
    if (plan.intents.length < MOST_INTENTS) readAct(state, act);
    else {
      const words = { from: act.from, to: text.length };
      plan.notes.push({ kind: 'not-understood', words, text: frame.language.say.much(said(text, words)) });
      break;
    }
  }
  finish(state);
  plan.notes = joined(state);
  return plan;
}

/** Notes beside each other are one. */
function joined({ plan, text, frame }: State): Note[] {
  const { say } = frame.language;
  const out: Note[] = [];
  for (const one of [...plan.notes].sort((a, b) => a.words.from - b.words.from)) {
    const last = out.at(-1);
    if (last && one.words.to <= last.words.to) continue;
    const between = last ? text.slice(last.words.to, one.words.from) : '';
    const close =
      last &&
      last.kind !== 'contradiction' &&
      one.kind !== 'contradiction' &&
      /^\s*(?:[\p{L}']+\s+){0,2}$/u.test(between.slice(0, 40)) &&
      between.length < 20;
    if (!last || !close) {
      out.push(one);
      continue;
    }
    const words = { from: last.words.from, to: one.words.to };
    out[out.length - 1] = {
      kind: 'not-understood',
      words,
      text: say.unknown(text.slice(words.from, words.to).replace(/\s+/g, ' ').slice(0, 80)),
    };
  }
  return out;
}

/** “The cards rise once the headline is in”, “before the cards rise, zoom in”: as they happen. */
function ordered(acts: Act[]): Act[] {
  const out: Act[] = [];
  let later: Act | undefined;
  acts.forEach((act, index) => {
    const before = out.at(-1);
    const followed = acts[index + 1]?.sentence === act.sentence;
    if (act.before && followed) {
      later = { ...act, join: 'then' };
      return;
    }
    const trailing =
      act.condition && before && !before.condition && before.sentence === act.sentence && !followed;
    if (trailing) {
      out.pop();
      out.push({ ...act, join: before.join }, { ...before, join: 'then' });
    } else out.push(act);
    if (later) out.push(later);
    later = undefined;
  });
  return out;
}

/** “Hero, headline, cards, button”: nothing but names is the order they come in. */
function listed(acts: Act[]): Act[] {
  const names = acts.flatMap(({ nps }) => nps.filter(({ what }) => typeof what === 'object'));
  if (
    names.length < 2 ||
    acts.some(({ head, not, only, keep, camera }) => head || not || only || keep || camera)
  )
    return acts;
  return acts.flatMap((act): Act[] =>
    act.nps.length === 0
      ? [act]
      : act.nps.map((np, index) => ({
          ...act,
          nps: [np],
          unknown: index === 0 ? act.unknown : [],
          from: np.from,
          to: np.to,
          join: 'comma',
          head: { is: 'effect', effect: 'rise', weak: true },
        })),
  );
}

const isVerb = (head: Head | undefined) =>
  head !== undefined &&
  head.is !== 'cannot' &&
  head.is !== 'rest' &&
  head.is !== 'still' &&
  head.is !== 'motion';

/** What has no verb of its own does what was done before, or what will be done next. */
function inherit(acts: Act[]): void {
  let before: Act | undefined;
  for (const [index, act] of acts.entries()) {
    if (
      act.head ||
      (act.join !== 'then' && act.nps.every(({ what }) => what === 'whole')) ||
      act.nps.every(({ what }) => what === 'it' || (what === 'whole' && act.mods.seconds !== undefined)) ||
      act.condition ||
      act.only ||
      act.not
    ) {
      const moves = act.head?.is === 'motion' && !act.not && !act.only && !act.camera && act.nps.length > 0;
      if (isVerb(act.head)) before = act;
      else if (moves) before = { ...act, head: { is: 'effect', effect: 'rise', weak: true } };
      continue;
    }
    const donor =
      before ?? acts.slice(index + 1).find((one) => isVerb(one.head) && one.sentence === act.sentence);
    const head = donor?.head;
    if (head?.is === 'camera') {
      const starts = donor !== before && act.mods.place === 'start';
      act.head = { is: 'camera', move: starts ? 'start' : 'dolly' };
      if (act.mods.place === 'end' || act.mods.place === 'last') act.head = { is: 'camera', move: 'end' };
    } else if (head) act.head = head;
    else if (
      act.mods.place ||
      act.mods.order ||
      act.mods.from ||
      act.join === 'then' ||
      acts[index + 1]?.join === 'then'
    )
      act.head = { is: 'effect', effect: 'rise', weak: true };
  }
}

function said(text: string, { from, to }: Span): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

function note(state: State, kind: Note['kind'], words: Span): void {
  const { say } = state.frame.language;
  const short = said(state.text, words);
  const text =
    kind === 'names-nothing'
      ? say.missing(short)
      : kind === 'contradiction'
        ? say.against(short)
        : say.unknown(short);
  state.plan.notes.push({ kind, words: { from: words.from, to: words.to }, text });
}

function resolve(state: State, np: Np): Target | null {
  const { frame } = state;
  if (typeof np.what === 'object') return np.what;
  if (np.what === 'it') return state.last ?? null;
  if (np.what === 'all' || np.what === 'whole') return everything(frame);
  if (np.what === 'missing') {
    note(state, 'names-nothing', np);
    return null;
  }
  const all = everything(frame);
  const said = state.plan.intents.flatMap((one) =>
    one.kind === 'layers'
      ? [one.target]
      : one.kind === 'scroll' || one.kind === 'rest'
        ? []
        : (one.target ?? []),
  );
  return all && without(all, [...said, ...state.excluded]);
}

function readAct(state: State, act: Act): void {
  const { plan } = state;
  for (const words of act.unknown) if (!act.not) note(state, 'not-understood', words);
  const empty =
    !act.head &&
    act.nps.every(({ what }) => what === 'it' || what === 'whole') &&
    act.except.length === 0 &&
    !act.not &&
    !act.only;
  if (empty) {
    manner(state, act);
    return;
  }
  for (const words of act.torn) note(state, 'contradiction', words);
  if (act.head?.is === 'cannot') {
    state.plan.notes = state.plan.notes.filter(({ words }) => words.from < act.from || words.to > act.to);
    note(state, 'not-understood', act);
    const spoken = act.nps.findLast((np) => typeof np.what === 'object')?.what;
    if (typeof spoken === 'object') state.last = spoken;
    return;
  }
  if (act.condition && anchored(state, act)) return;
  if (act.mods.temper) plan.temper = { value: act.mods.temper, words: wordsOfMod(act, 'temper') };
  if (act.mods.long && act.mods.seconds !== undefined)
    plan.seconds = { value: act.mods.seconds, words: wordsOfMod(act, 'seconds') };
  if (act.not) negated(state, act);
  else if (act.only) onlyAct(state, act);
  else headAct(state, act);
}

/** Manner without a thing: of the whole shot. */
function manner({ plan }: State, act: Act): void {
  const { pace, temper, seconds, strength } = act.mods;
  if (strength) plan.strength = strength;
  if (act.condition && seconds !== undefined) {
    plan.intents.push({ kind: 'rest', words: span(act), join: 'then', seconds });
    return;
  }
  if (pace) plan.pace = { value: pace, words: wordsOfMod(act, 'pace') };
  if (temper) plan.temper = { value: temper, words: wordsOfMod(act, 'temper') };
  if (seconds !== undefined) plan.seconds = { value: seconds, words: wordsOfMod(act, 'seconds') };
}

function wordsOfMod(act: Act, name: string): Span {
  return act.modWords.find((one) => one.name === name)?.words ?? span(act);
}
const span = ({ from, to }: Span): Span => ({ from, to });

/** “Once the cards are in” names what was already said: it only says when. */
function anchored(state: State, act: Act): boolean {
  if (act.camera && act.head?.is === 'effect') return true;
  const targets = act.nps.flatMap((np) => (np.what === 'missing' ? [] : (resolve(state, np) ?? [])));
  const weak =
    act.head === undefined || (act.head.is === 'effect' && act.head.weak === true) || !isVerb(act.head);
  if (targets.length === 0) return weak || act.head === undefined;
  const said = state.plan.intents.some(
    (one) =>
      'target' in one &&
      one.target &&
      targets.some(
        (target) =>
          target.all ||
          target.members.some(({ node }) => one.target?.members.some((each) => each.node === node)),
      ),
  );
  return said
    ? act.head?.is !== 'overlay'
    : act.head === undefined || (targets.some((target) => target.all) && weak);
}

function negated(state: State, act: Act): void {
  const { plan } = state;
  const words = span(act);
  const targets = act.nps
    .filter(
      (np) =>
        np.what !== 'it' &&
        np.what !== 'all' &&
        np.what !== 'whole' &&
        np.what !== 'others' &&
        np.what !== 'missing',
    )
    .flatMap((np) => resolve(state, np) ?? []);
  const others = act.nps.some((np) => np.what === 'others');
  const { head } = act;
  if (act.except.length > 0) {
    // “Nothing moves except the logo.”
    onlyAct(state, { ...act, nps: act.except, except: [] });
    return;
  }
  if (others) return;
  if (targets.length > 0) {
    state.excluded.push(...targets);
    return;
  }
  if (
    head?.is === 'camera' ||
    act.camera ||
    ((head?.is === 'motion' || head?.is === 'still') && head.about === 'camera')
  )
    plan.still ??= { about: 'camera', words };
  else if (head?.is === 'motion' || head?.is === 'still' || (head?.is === 'effect' && head.weak))
    plan.still ??= { about: 'all', words };
}

function onlyAct(state: State, act: Act): void {
  const targets = act.nps.flatMap((np) => resolve(state, np) ?? []);
  if (act.head && isVerb(act.head)) {
    headAct(state, act);
    return;
  }
  const target = together(targets);
  if (target) {
    state.last = target;
    state.only.push({ target, words: span(act) });
  } else if (act.nps.length === 0) note(state, 'not-understood', act);
}

function headAct(state: State, act: Act): void {
  const { head } = act;
  if (!head) {
    idle(state, act);
    return;
  }
  if (head.is === 'camera') {
    if (head.layer && (head.shows ? comesIn(state, act) : meansLayer(act))) layersAct(state, act, head.layer);
    else cameraAct(state, act, head);
  } else if (head.is === 'effect') {
    const camera = cameraInstead(act, head);
    if (camera) cameraAct(state, camera.act, camera.word);
    else layersAct(state, act, head);
  } else if (head.is === 'overlay') overlayAct(state, act, head.effect);
  else if (head.is === 'scroll') scrollAct(state, act, head.to, head.starts);
  else if (head.is === 'rest') restAct(state, act);
  else if (head.is === 'still') stillAct(state, act, head.about);
  else if (act.camera && (act.mods.to || act.mods.way || act.particle))
    cameraAct(state, act, { is: 'camera', move: 'pan' });
  else if (act.nps.length > 0)
    layersAct(state, act, { is: 'effect', effect: 'rise', weak: true, nature: true });
  else note(state, 'not-understood', act.headWords ?? act);
}

/** “The camera comes in on …”, “follow the line”: words of layers that are said of the camera. */
function cameraInstead(act: Act, head: EffectWord): { act: Act; word: Head & { is: 'camera' } } | null {
  if (!head.weak) return null;
  const objects = act.nps.length > 0 && act.nps.every((np) => np.after && np.prep === null);
  if (head.follows && objects) {
    const nps = act.nps.map((np) => ({ ...np, prep: 'across' as const }));
    return { act: { ...act, nps }, word: { is: 'camera', move: 'pan' } };
  }
  if (!act.camera) return null;
  if (act.nps.some(({ prep }) => prep === 'to' || prep === 'on'))
    return { act, word: { is: 'camera', move: 'dolly' } };
  if (!act.particle || objects) return null;
  return { act, word: { is: 'camera', move: act.particle === 'out' ? 'pull-out' : 'push-in' } };
}

/** A name and nothing else. */
function idle(state: State, act: Act): void {
  for (const np of act.nps) {
    if (np.what === 'missing') resolve(state, np);
    else if (typeof np.what === 'object') {
      state.last = np.what;
      const said = state.text.slice(np.from, np.to);
      state.plan.notes.push({
        kind: 'not-understood',
        words: span(np),
        text: state.frame.language.say.idle(said),
      });
    }
  }
  manner(state, act);
}

/** “The cards fly in”, “fly in the cards”; but “we fly in on the cards”. */
function meansLayer(act: Act): boolean {
  if (act.camera) return false;
  const { head } = act;
  if (head?.is === 'camera' && head.loose && head.move === 'push-in')
    return (
      (act.mods.from !== undefined || act.particle !== undefined) &&
      act.nps.some((np) => np.after && np.prep === null)
    );
  if (head?.is === 'camera' && head.move === 'go' && !act.nps.some((np) => !np.after && np.prep === null))
    return false;
  if (act.mods.order || act.mods.from) return true;
  const layers = act.nps.filter((np) => np.what !== 'whole');
  return layers.some((np) => !np.after || np.prep === null) || (act.nps.length === 0 && act.join === 'and');
}

/** “Show the cards one by one”; but “show the total” looks at it. */
function comesIn(state: State, act: Act): boolean {
  if (act.mods.order || act.mods.from || act.particle) return true;
  // What was hidden comes back.
  const gone = state.plan.intents.flatMap((one) =>
    one.kind === 'layers' && one.phase === 'leave' ? one.target.members.map(({ node }) => node) : [],
  );
  const about = act.nps.flatMap((np) =>
    np.what === 'it' ? (state.last?.members ?? []) : typeof np.what === 'object' ? np.what.members : [],
  );
  if (about.some(({ node }) => gone.includes(node))) return true;
  return (
    act.nps.some(
      (np) =>
        np.what === 'all' || np.what === 'others' || (typeof np.what === 'object' && np.what.many === true),
    ) && state.text !== ''
  );
}

function base(
  act: Act,
): Pick<Intent, 'words' | 'join' | 'place' | 'pace' | 'strength' | 'easing' | 'seconds'> {
  const { place, pace, strength, easing, seconds, long } = act.mods;
  return {
    words:
      act.headWords && act.nps.length === 0
        ? { from: Math.min(act.from, act.headWords.from), to: act.to }
        : span(act),
    join: act.join,
    ...(place && { place }),
    ...(pace && { pace }),
    ...(strength && { strength }),
    ...(easing && { easing }),
    ...(seconds !== undefined && !long && { seconds }),
  };
}

function cameraAct(state: State, act: Act, word: Head & { is: 'camera' }): void {
  const { plan, frame } = state;
  const steps = readCamera(act, word, {
    outline: frame.outline,
    at: state.at,
    moved: state.moved,
    resolve: (np) => resolve(state, np),
  });
  if (!steps || (word.loose && act.unknown.length > 0 && act.nps.length === 0)) {
    if (act.unknown.length > 0)
      plan.notes = plan.notes.filter(({ words }) => !(words.from >= act.from && words.to <= act.to));
    note(state, 'not-understood', act);
    return;
  }
  const missing = act.nps.some((np) => np.what === 'missing');
  steps.forEach((step, index) => {
    // A move to a thing that is not there is no move.
    if (missing && !step.target && step.move !== 'hold') return;
    const previous = plan.intents.findLast((one) => one.kind === 'camera');
    const starts =
      previous?.kind === 'camera' && previous.starts && plan.intents.at(-1) === previous
        ? previous
        : undefined;
    if (starts && step.move === 'pull-out' && (!step.target || sameTarget(step.target, starts.target))) {
      plan.intents.pop();
      plan.intents.push({
        ...base(act),
        kind: 'camera',
        ...step,
        target: starts.target,
        words: { from: starts.words.from, to: act.to },
      });
    } else
      plan.intents.push({
        ...base(act),
        kind: 'camera',
        ...step,
        ...(act.mods.zoom !== undefined && { zoom: act.mods.zoom }),
        ...(index > 0 && { join: 'then' as const }),
      });
    state.at = step.move === 'pull-out' ? undefined : (step.target ?? state.at);
    state.moved ||= !step.starts;
  });
  const spoken = steps.findLast((step) => step.target)?.target;
  if (spoken) state.last = spoken;
}

function sameTarget(a: Target, b: Target | undefined): boolean {
  return (
    b !== undefined &&
    a.members.length === b.members.length &&
    a.members.every((one, index) => one.node === b.members[index]?.node)
  );
}

/** The target of an act, its names together, less what it excludes. Null with a note where there is none. */
function targetOf(state: State, act: Act, fallback: Target | null): Target | null {
  const nps = act.nps.filter((np) => !(np.after && np.what === 'whole'));
  const found = nps.flatMap((np) => resolve(state, np) ?? []);
  const missing = nps.some((np) => np.what === 'missing');
  const excluded = act.except.flatMap((np) => resolve(state, np) ?? []);
  const whole = together(unique(found)) ?? (missing ? null : fallback);
  return whole && excluded.length > 0 ? without(whole, excluded) : whole;
}

function unique(targets: readonly Target[]): Target[] {
  return targets.filter((one, index) => !targets.slice(0, index).some((before) => sameTarget(before, one)));
}

function layersAct(state: State, act: Act, said: EffectWord): void {
  const { frame, plan } = state;
  const previous = plan.intents.at(-1);
  const led = said.follows ? plan.intents.findLast((one) => one.kind === 'layers') : undefined;
  const word: EffectWord =
    led?.kind === 'layers' && led.phase === 'enter'
      ? { is: 'effect', effect: led.effect, ...(led.from && { from: led.from }) }
      : said;
  const inherits =
    act.nps.length === 0 &&
    (act.join === 'and' || act.join === 'comma' || act.join === 'then' || act.join === 'while');
  const stays = word.phase === 'stay' && state.last !== undefined;
  const before =
    inherits && previous?.kind === 'layers' ? previous.target : stays ? (state.last ?? null) : null;
  const named = targetOf(state, act, before);
  const missing = act.nps.some((np) => np.what === 'missing');
  const nothing = !named && act.nps.length > 0 && act.nps.every(({ what }) => what === 'it');
  if (nothing) {
    note(state, 'not-understood', act);
    return;
  }
  if (!named && (missing || act.except.length > 0)) return;
  // “Confetti rains on the button”: who does it is not there, and the button does not.
  const doers = act.unknown.filter(({ to }) => to <= (act.headWords?.from ?? 0));
  if (doers.length > 0 && !act.nps.some((np) => !np.after || np.prep === null)) {
    plan.notes = plan.notes.filter((one) => !doers.some(({ from }) => from === one.words.from));
    for (const words of doers) note(state, 'names-nothing', words);
    return;
  }
  const target =
    named ?? ((word.weak && !act.headWords) || word.phase === 'stay' ? null : (everything(frame) ?? null));
  if (
    !target ||
    (act.nps.length === 0 && act.unknown.length > 0 && !(inherits && previous?.kind === 'layers'))
  ) {
    note(state, 'not-understood', act.headWords ?? act);
    return;
  }
  state.last = target.all ? state.last : target;
  const free = movable(frame, eachOf(frame, act, target));
  if (!free) {
    plan.notes.push({
      kind: 'names-nothing',
      words: span(act),
      text: frame.language.say.stuck(target.called),
    });
    return;
  }
  const made = readLayers(frame, act, word, free);
  if (!made) {
    note(state, 'not-understood', act);
    return;
  }
  const again = act.modWords.find(({ name }) => name === 'times');
  if (again && made[0]?.effect !== 'pulse') note(state, 'not-understood', again.words);
  // “Rises and fades in” is one entrance.
  if (inherits && act.join === 'and' && previous?.kind === 'layers' && made[0]?.phase === previous.phase) {
    if (made[0].effect === 'fade') return;
    if (previous.effect === 'fade') plan.intents.pop();
  }
  made.forEach((one, index) => {
    plan.intents.push({
      ...base(act),
      ...(index > 0 && { join: 'while' as const }),
      kind: 'layers',
      ...one,
      order: orderOf(act, one.target),
      ...(act.mods.apart !== undefined && { apart: act.mods.apart }),
      ...(timesOf(act) !== undefined && one.effect === 'pulse' && { times: timesOf(act) }),
    });
  });
}

/** Left to right is no order of a column, nor is bottom to top one of a row. */
function orderOf({ mods }: Act, { members }: Target): LayersIntent['order'] {
  const { order, way } = mods;
  if (!order?.reverse || !way) return order ?? {};
  const rows = rowsOf(members.map(({ node }) => node));
  const lies = way === 'up' ? rows.length > 1 : rows.some((row) => row.length > 1);
  const { reverse: _, ...forward } = order;
  return lies ? order : forward;
}

/** “Twice”, “3 times”. */
function timesOf({ mods }: Act): number | undefined {
  const times = mods.times ?? mods.zoom;
  return times === undefined ? undefined : Math.min(5, Math.max(1, Math.round(times)));
}

/** “On each beat a card pops in”: all of its family. */
function eachOf({ families }: Frame, act: Act, target: Target): Target {
  const [only, more] = target.members;
  if (!act.mods.order?.each || !only || more) return target;
  const family = families.find(
    ({ members }) => members.length > 1 && members.some(({ node }) => node === only.node),
  );
  return family ? { ...target, members: family.members, many: true } : target;
}

function overlayAct(state: State, act: Act, effect: 'highlight' | 'dim' | 'tap'): void {
  const { plan, frame } = state;
  const rest = act.nps.some((np) => np.what === 'others' || np.what === 'all' || np.what === 'whole');
  const bright =
    rest && effect === 'dim'
      ? act.except.flatMap((np) => resolve(state, np) ?? [])
      : act.nps.flatMap((np) =>
          np.what === 'whole' || np.what === 'others' ? [] : (resolve(state, np) ?? []),
        );
  const target =
    together(bright) ??
    (act.nps.some((np) => np.what === 'missing')
      ? undefined
      : (state.last ?? (effect === 'tap' ? buttonOf(frame) : undefined)));
  if (!target || target.all) {
    if (!act.nps.some((np) => np.what === 'missing')) note(state, 'not-understood', act);
    return;
  }
  state.last = target;
  const times = effect === 'tap' ? timesOf(act) : undefined;
  const again = act.modWords.find(({ name }) => name === 'times');
  if (again && effect !== 'tap') note(state, 'not-understood', again.words);
  plan.intents.push({ ...base(act), kind: 'overlay', effect, target, ...(times !== undefined && { times }) });
}

function buttonOf(frame: Frame): Target | undefined {
  const pressed = frame.placed.filter(({ node }) => node.interactive);
  return pressed.length === 1 && pressed[0]
    ? { called: pressed[0].node.name, members: [pressed[0]] }
    : undefined;
}

function scrollAct(state: State, act: Act, to: 'start' | 'end' | undefined, starts?: true): void {
  const { plan } = state;
  const places = act.nps.filter(
    ({ what, prep }) => what !== 'whole' && what !== 'all' && what !== 'others' && prep !== 'from',
  );
  const reached = places.some(({ prep }) => prep !== 'across')
    ? places.filter(({ prep }) => prep !== 'across')
    : places;
  const named = reached.flatMap((np) => resolve(state, np) ?? []);
  const target = named.at(-1);
  const back = act.mods.to === 'up' || act.particle === 'up';
  if (!target && act.nps.some((np) => np.what === 'missing') && !to) return;
  plan.intents.push({
    ...base(act),
    kind: 'scroll',
    to: target ?? (back ? 'start' : (to ?? 'end')),
    ...(starts && { starts }),
  });
  if (target) state.last = target;
  state.moved = true;
}

function restAct(state: State, act: Act): void {
  const { plan } = state;
  const target = together(
    act.nps
      .filter((np) => np.what !== 'whole' && np.what !== 'all')
      .flatMap((np) => (np.what === 'it' ? [] : (resolve(state, np) ?? []))),
  );
  const before = plan.intents.at(-1);
  if (target && before?.kind === 'scroll' && !before.starts) {
    // “Scroll down, pausing at the quote”: there, a rest, and on to where it was going.
    const rest: Intent = { ...base(act), kind: 'rest', join: 'then' };
    plan.intents.push({ ...before, to: target }, rest, { ...before, join: 'then' });
    plan.intents.splice(plan.intents.indexOf(before), 1);
    state.last = target;
    return;
  }
  if (target && !(state.at && sameTarget(target, state.at))) {
    const move = state.moved || plan.intents.some((one) => one.kind === 'camera') ? 'dolly' : 'push-in';
    plan.intents.push({ ...base(act), kind: 'camera', move, target });
    state.at = target;
    state.last = target;
    state.moved = true;
    return;
  }
  plan.intents.push({ ...base(act), kind: 'rest' });
}

function stillAct(state: State, act: Act, about: 'camera' | 'all' | undefined): void {
  const { plan, frame } = state;
  const except = act.except.flatMap((np) => resolve(state, np) ?? []);
  const kept = together(except);
  if (kept) {
    state.only.push({ target: kept, words: span(act) });
    return;
  }
  const targets = act.nps
    .filter((np) => typeof np.what === 'object')
    .flatMap((np) => resolve(state, np) ?? []);
  if (targets.length > 0 && about !== 'camera' && !act.camera) {
    state.excluded.push(...targets.map((one) => movable(frame, one) ?? one));
    return;
  }
  const others = act.nps.some((np) => np.what === 'others');
  if (others) return;
  const camera = about === 'camera' || act.camera === true;
  plan.still ??= { about: camera ? 'camera' : 'all', words: span(act) };
}

/** What was said of the whole: exclusions, contradictions, lengths. */
function finish(state: State): void {
  const { plan } = state;
  for (const { target, words } of state.only) onlyOne(state, target, words);
  if (state.excluded.length > 0)
    plan.intents = plan.intents.flatMap((one): Intent[] => {
      if (one.kind !== 'layers') return [one];
      const left = without(one.target, state.excluded);
      return left ? [{ ...one, target: left }] : [];
    });
  const { still } = plan;
  if (still) {
    const against = (one: Intent) =>
      one.kind === 'camera' ? one.move !== 'hold' : still.about === 'all' && one.kind !== 'rest';
    // That something moves is said in more words than that nothing does: it counts.
    if (plan.intents.some(against)) {
      note(state, 'contradiction', still.words);
      plan.still = undefined;
    }
  }
  twice(state);
  startFirst(plan);
  const moving = plan.intents.filter((one) => one.kind !== 'rest');
  const [first] = plan.intents;
  const alone = plan.intents.length === 1 ? first : undefined;
  // “Hold for four seconds”, “push in over five seconds”: nothing else happens, so the shot is as long.
  if (
    alone?.seconds !== undefined &&
    (alone.kind === 'rest' || alone.kind === 'camera' || alone.kind === 'scroll') &&
    !plan.seconds
  )
    plan.seconds = { value: alone.seconds, words: alone.words };
  for (const one of moving) {
    if (plan.pace) one.pace ??= plan.pace.value;
    if (plan.strength) one.strength ??= plan.strength;
  }
}

/** “End wide. Start on the avatar.” Where it starts is first, in whatever order it was said. */
function startFirst(plan: Plan): void {
  const at = plan.intents.findIndex((one) => one.kind === 'camera' && one.starts);
  if (at <= 0) return;
  const [start] = plan.intents.splice(at, 1);
  const first = plan.intents.find((one) => one.kind === 'camera');
  if (start?.kind === 'camera' && first?.kind === 'camera' && first.move === 'pull-out' && !first.target)
    first.target = start.target;
  else if (start) plan.intents.unshift(start);
}

/** “Only the logo moves”: where nothing says how, it comes in. */
function onlyOne(state: State, target: Target, words: Span): void {
  const { plan, frame } = state;
  const touches = (one: Target) =>
    one.members.some(({ node }) =>
      target.members.some(
        (each) => each.node === node || one.members.some((inner) => inner.ancestors.includes(each.node)),
      ),
    );
  if (!plan.intents.some((one) => 'target' in one && one.target && touches(one.target))) {
    const free = movable(frame, target);
    const act: Act = {
      head: { is: 'effect', effect: 'rise', weak: true },
      join: 'sentence',
      nps: [],
      except: [],
      mods: {},
      modWords: [],
      unknown: [],
      torn: [],
      sentence: 0,
      ...words,
    };
    for (const one of (free && readLayers(frame, act, { is: 'effect', effect: 'rise', weak: true }, free)) ??
      [])
      plan.intents.push({ kind: 'layers', words, join: 'sentence', order: {}, ...one });
  }
  const against = (one: Intent): boolean => one.kind === 'layers' && !touches(one.target);
  for (const one of plan.intents) if (against(one)) note(state, 'contradiction', one.words);
  plan.intents = plan.intents.filter((one) => !against(one));
}

/** What is said of few counts more than what is said of many, and what is said again than what was vague. */
function countsMore(other: LayersIntent, one: LayersIntent, later: boolean): boolean {
  if (one.target.all) return !other.target.all;
  const [more, fewer] = [one.target.members.length, other.target.members.length];
  return (
    later &&
    (fewer < more ||
      (fewer === more &&
        other.effect === one.effect &&
        other.words.from > one.words.from &&
        sameTarget(other.target, one.target)))
  );
}

/** A layer that comes in comes in once: what is said of it again contradicts; what is said of all counts less. */
function twice(state: State): void {
  const { plan } = state;
  const seen = new Set<string>();
  plan.intents = plan.intents.flatMap((given, index): Intent[] => {
    let one = given;
    if (one.kind !== 'layers' || one.phase === 'stay') return [one];
    const first = one;
    const narrower = plan.intents.flatMap((other, at) =>
      other.kind === 'layers' && other.phase === first.phase && countsMore(other, first, at > index)
        ? [other.target]
        : [],
    );
    if (narrower.length > 0) {
      const left = without(one.target, narrower);
      if (!left) return [];
      one = { ...one, target: left };
    }
    const members = one.target.members.filter(({ node }) => !seen.has(`${one.phase} ${node.id}`));
    for (const { node } of members) seen.add(`${one.phase} ${node.id}`);
    if (members.length === 0) {
      note(state, 'contradiction', one.words);
      return [];
    }
    return [{ ...one, target: { ...one.target, members } }];
  });
}
