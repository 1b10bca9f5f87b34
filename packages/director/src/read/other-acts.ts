import type { Frame, Target } from '../find/frame.ts';
import { movable } from '../find/sets.ts';
import type { Act } from './act.ts';
import type { Intent } from './intents.ts';
import { together } from './read-camera.ts';
import { base, note, resolve, type State, sameTarget, span, timesOf } from './state.ts';

export function overlayAct(state: State, act: Act, effect: 'highlight' | 'dim' | 'tap'): void {
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

export function scrollAct(state: State, act: Act, to: 'start' | 'end' | undefined, starts?: true): void {
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

export function restAct(state: State, act: Act): void {
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
    const { seconds, ...rest } = base(act);
    plan.intents.push({ ...rest, kind: 'camera', move, target });
    if (seconds !== undefined) plan.intents.push({ kind: 'rest', words: span(act), join: 'then', seconds });
    state.at = target;
    state.last = target;
    state.moved = true;
    return;
  }
  plan.intents.push({ ...base(act), kind: 'rest' });
}

export function stillAct(state: State, act: Act, about: 'camera' | 'all' | undefined): void {
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
