import { rowsOf } from '../find/families.ts';
import type { Frame, Target } from '../find/frame.ts';
import { everything, movable } from '../find/sets.ts';
import type { EffectWord } from '../language/language.ts';
import type { Act } from './act.ts';
import type { LayersIntent } from './intents.ts';
import { readLayers } from './read-layers.ts';
import { base, note, type State, span, targetOf, timesOf } from './state.ts';

export function layersAct(state: State, act: Act, said: EffectWord): void {
  const { frame, plan } = state;
  // “The cards fade in, hold, then fade out.”
  const previous = plan.intents.findLast(({ kind }) => kind !== 'rest');
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

/** “On each beat a card pops in”: all of its family. */
function eachOf({ families }: Frame, act: Act, target: Target): Target {
  const [only, more] = target.members;
  if (!act.mods.order?.each || !only || more) return target;
  const family = families.find(
    ({ members }) => members.length > 1 && members.some(({ node }) => node === only.node),
  );
  return family ? { ...target, members: family.members, many: true } : target;
}
