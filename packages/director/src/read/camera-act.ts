import type { EffectWord } from '../language/language.ts';
import type { Act, Head } from './act.ts';
import { readCamera } from './read-camera.ts';
import { base, note, resolve, type State, sameTarget } from './state.ts';

/** “The camera comes in on …”, “follow the line”: words of layers that are said of the camera. */
export function cameraInstead(
  act: Act,
  head: EffectWord,
): { act: Act; word: Head & { is: 'camera' } } | null {
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

/** “The cards fly in”, “fly in the cards”; but “we fly in on the cards”. */
export function meansLayer(act: Act): boolean {
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
export function comesIn(state: State, act: Act): boolean {
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

export function cameraAct(state: State, act: Act, word: Head & { is: 'camera' }): void {
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
