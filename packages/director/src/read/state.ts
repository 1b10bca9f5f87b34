import type { Note, Span } from '../api.ts';
import type { Frame, Target } from '../find/frame.ts';
import { everything, without } from '../find/sets.ts';
import type { Act, Np } from './act.ts';
import type { Intent, Plan } from './intents.ts';
import { together } from './read-camera.ts';

export interface State {
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

/** Notes beside each other are one. */
export function joined({ plan, text, frame }: State): Note[] {
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

export function said(text: string, { from, to }: Span): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

export function note(state: State, kind: Note['kind'], words: Span): void {
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

export function resolve(state: State, np: Np): Target | null {
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

export function wordsOfMod(act: Act, name: string): Span {
  return act.modWords.find((one) => one.name === name)?.words ?? span(act);
}
export const span = ({ from, to }: Span): Span => ({ from, to });

export function base(
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

export function sameTarget(a: Target, b: Target | undefined): boolean {
  return (
    b !== undefined &&
    a.members.length === b.members.length &&
    a.members.every((one, index) => one.node === b.members[index]?.node)
  );
}

/** The target of an act, its names together, less what it excludes. Null with a note where there is none. */
export function targetOf(state: State, act: Act, fallback: Target | null): Target | null {
  // “The sun rises from behind the hill”: the hill does not.
  const leads = act.nps.some((np) => np.prep === null);
  const nps = act.nps.filter(
    (np) => !(np.after && np.what === 'whole') && !(np.after && np.prep === 'from' && leads),
  );
  const found = nps.flatMap((np) => resolve(state, np) ?? []);
  const missing = nps.some((np) => np.what === 'missing');
  const excluded = act.except.flatMap((np) => resolve(state, np) ?? []);
  const whole = together(unique(found)) ?? (missing ? null : fallback);
  return whole && excluded.length > 0 ? without(whole, excluded) : whole;
}

function unique(targets: readonly Target[]): Target[] {
  return targets.filter((one, index) => !targets.slice(0, index).some((before) => sameTarget(before, one)));
}

/** “Twice”, “3 times”. */
export function timesOf({ mods }: Act): number | undefined {
  const times = mods.times ?? mods.zoom;
  return times === undefined ? undefined : Math.min(5, Math.max(1, Math.round(times)));
}
