import type { Span } from '../api.ts';
import type { Target } from '../find/frame.ts';
import { movable, without } from '../find/sets.ts';
import type { Act } from './act.ts';
import type { Intent, LayersIntent, Plan } from './intents.ts';
import { readLayers } from './read-layers.ts';
import { note, type State, sameTarget } from './state.ts';

/** What was said of the whole: exclusions, contradictions, lengths. */
export function finish(state: State): void {
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
