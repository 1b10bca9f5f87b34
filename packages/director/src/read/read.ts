import type { Frame } from '../find/frame.ts';
import type { Act } from './act.ts';
import { actsOf } from './acts.ts';
import { cameraAct, cameraInstead, comesIn, meansLayer } from './camera-act.ts';
import { finish } from './finish.ts';
import type { Plan } from './intents.ts';
import { itemsOf } from './items.ts';
import { layersAct } from './layers-act.ts';
import { inherit, isVerb, listed, ordered } from './order-acts.ts';
import { overlayAct, restAct, scrollAct, stillAct } from './other-acts.ts';
import { together } from './read-camera.ts';
import { joined, note, resolve, type State, said, span, wordsOfMod } from './state.ts';

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
  // “Nothing moves for a second, then …”: it rests first.
  const { seconds, long } = act.mods;
  if (targets.length === 0 && seconds !== undefined && !long && state.acts.at(-1) !== act) {
    plan.intents.push({ kind: 'rest', words, join: act.join, seconds });
    return;
  }
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
