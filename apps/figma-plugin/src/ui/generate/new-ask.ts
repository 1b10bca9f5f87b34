import type { Model } from '@animatic/schema';
import type { StoredAsk, StoredShot, StoredStart } from '../../protocol/index.ts';

/** The places that a shot can start from. */
export type StartKind = StoredStart['kind'];

/** Seconds that a shot is asked for by default: the model's length nearest to this. */
const USUAL = 5;

/** Where a shot may start with this model, in the order they are offered. */
export function startsOf(
  shot: Pick<StoredShot, 'frame' | 'scene' | 'takes'>,
  { takes }: Pick<Model, 'takes'>,
  /** The shot before is made by a model. */
  follows: boolean,
  /** There is a next frame. */
  hasNext: boolean,
): StartKind[] {
  const pictured = shot.frame !== null || shot.scene !== null;
  const made = shot.takes.length > 0;
  return [
    ...(pictured && takes.firstFrame ? (['still'] as const) : []),
    ...(pictured && hasNext && takes.firstFrame && takes.lastFrame ? (['between'] as const) : []),
    ...(takes.words ? (['words'] as const) : []),
    // Without an extension of its own, a model goes on from the last frame.
    ...(follows && (takes.extend || takes.firstFrame) ? (['extend'] as const) : []),
    ...(made && takes.remix ? (['remix'] as const) : []),
    ...(made && takes.edit ? (['edit'] as const) : []),
  ];
}

/** What a shot is asked with at first: its frame where it has one, the model's own settings for the rest. */
export function newAsk(shot: Pick<StoredShot, 'frame' | 'scene' | 'takes'>, model: Model): StoredAsk {
  const pictured = (shot.frame !== null || shot.scene !== null) && model.takes.firstFrame;
  return {
    model: model.id,
    from: pictured ? { kind: 'still', fit: 'letterbox' } : { kind: 'words' },
    seconds: nearest(model.durations, USUAL) ?? USUAL,
    variations: 1,
    chosen: 0,
    take: 0,
    characters: [],
    sound: false,
    trimStart: 0,
    loop: false,
  };
}

/** The same wish for another model, as far as that one takes it. */
export function askFor(ask: StoredAsk, model: Model, starts: readonly StartKind[]): StoredAsk {
  const { seed, resolution, ...rest } = ask;
  const seconds = nearest(model.durations, ask.seconds) ?? ask.seconds;
  return {
    ...rest,
    model: model.id,
    from: starts.includes(ask.from.kind) ? ask.from : startOf(starts[0] ?? 'words', ask.from),
    seconds,
    variations: Math.min(ask.variations, model.maxVariations),
    chosen: Math.min(ask.chosen, model.maxVariations - 1),
    characters: model.takes.characters ? ask.characters : [],
    sound: ask.sound && model.takes.sound,
    trimStart: Math.min(ask.trimStart, Math.max(0, seconds - 0.5)),
    ...(seed !== undefined && model.takes.seed && { seed }),
    ...(resolution !== undefined && sidesOf(model).includes(resolution) && { resolution }),
  };
}

/** A start of a kind, with the fit that was chosen before. */
export function startOf(kind: StartKind, before: StoredStart, of = ''): StoredStart {
  const fit = 'fit' in before ? before.fit : 'letterbox';
  if (kind === 'still' || kind === 'between') return { kind, fit };
  if (kind === 'words' || kind === 'extend') return { kind };
  return { kind, of };
}

/** The shorter sides that a model makes, from the smallest. */
export function sidesOf({ sizes }: Pick<Model, 'sizes'>): number[] {
  return [...new Set(sizes.map(({ width, height }) => Math.min(width, height)))].sort((a, b) => a - b);
}

function nearest(values: readonly number[], to: number): number | undefined {
  return [...values].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0];
}
