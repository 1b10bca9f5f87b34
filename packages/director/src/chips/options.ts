import { cameraMoves, directions, layerEffects, layerPhases, overlayEffects } from '@animatic/schema';
import type { ChipEdit, ChipOption, OptionName } from '../api.ts';
import type { Frame } from '../find/frame.ts';
import type { Language } from '../language/language.ts';
import type { Intent, LayersIntent } from '../read/intents.ts';
import { targetKey, targetOfKey, targetValues } from './target-values.ts';

const PACES = ['slow', 'plain', 'quick'] as const;
const STRENGTHS = ['slight', 'plain', 'strong'] as const;
const ORDERS = ['order', 'each', 'reverse', 'centre', 'rows', 'columns', 'together'] as const;
const SIDED = new Set(['slide', 'wipe', 'mask', 'grow', 'draw']);
export const SECONDS = ['0.5', '1', '1.5', '2', '2.5', '3', '3.5', '4', '5', '6', '7', '8', '10'];

/** What can be changed of an intent by hand, with its values now. */
export function optionsOf(frame: Frame, intent: Intent): ChipOption[] {
  const { language } = frame;
  const { say } = language;
  const target = (whole: boolean) => {
    const current =
      intent.kind === 'scroll'
        ? typeof intent.to === 'object'
          ? intent.to
          : undefined
        : 'target' in intent
          ? intent.target
          : undefined;
    return {
      name: 'target' as const,
      label: say.options.target ?? '',
      value: targetKey(current),
      values: targetValues(frame, current, whole),
    };
  };
  const pace = option(language, 'pace', intent.pace ?? 'plain', PACES);
  switch (intent.kind) {
    case 'camera':
      return [
        option(language, 'move', intent.move, cameraMoves, say.moves),
        target(true),
        pace,
        option(language, 'strength', intent.strength ?? 'plain', STRENGTHS),
      ];
    case 'layers':
      return [
        option(language, 'effect', intent.effect, layerEffects, say.effects),
        target(false),
        option(language, 'phase', intent.phase, layerPhases, say.phases),
        ...(intent.target.members.length > 1 ? [option(language, 'order', orderOf(intent), ORDERS)] : []),
        ...(SIDED.has(intent.effect)
          ? [option(language, 'from', intent.from ?? 'auto', ['auto', ...directions])]
          : []),
        pace,
      ];
    case 'overlay':
      return [option(language, 'effect', intent.effect, overlayEffects, say.overlays), target(false), pace];
    case 'scroll': {
      const ends = ['start', 'end'].map((value) => ({ value, label: say.values[value] ?? value }));
      const where = target(false);
      return [
        {
          ...where,
          value: typeof intent.to === 'string' ? intent.to : where.value,
          values: [...ends, ...where.values.filter(({ value }) => value !== 'all')],
        },
        pace,
      ];
    }
    case 'rest':
      return [secondsOption(language, intent.seconds ?? 0.8)];
  }
}

export function secondsOption(language: Language, seconds: number): ChipOption {
  const own = String(Math.round(seconds * 100) / 100);
  const values = [...new Set([...SECONDS, own])].sort((a, b) => Number(a) - Number(b));
  return {
    name: 'seconds',
    label: language.say.options.seconds ?? '',
    value: own,
    values: values.map((value) => ({ value, label: language.say.seconds(Number(value)) })),
  };
}

export function option<T extends string>(
  language: Language,
  name: OptionName,
  value: T,
  values: readonly T[],
  labels: Readonly<Record<string, string>> = language.say.values,
): ChipOption {
  return {
    name,
    label: language.say.options[name] ?? name,
    value,
    values: values.map((each) => ({ value: each, label: labels[each] ?? each })),
  };
}

function orderOf({ order }: LayersIntent): (typeof ORDERS)[number] {
  if (order.together) return 'together';
  if (order.by && order.by !== 'order') return order.by;
  if (order.reverse) return 'reverse';
  return order.each ? 'each' : 'order';
}

const ORDER_OF: Readonly<Record<string, LayersIntent['order']>> = {
  order: {},
  each: { each: true },
  reverse: { reverse: true },
  together: { together: true },
  centre: { by: 'centre', each: true },
  rows: { by: 'rows', each: true },
  columns: { by: 'columns', each: true },
};

/** An intent with what was changed by hand; values that are not allowed change nothing. */
export function edited(frame: Frame, intent: Intent, set: NonNullable<ChipEdit['set']>): Intent {
  const allowed = new Map<string, string>();
  for (const { name, values } of optionsOf(frame, intent)) {
    const wanted = set[name];
    if (wanted === undefined) continue;
    // A target chosen earlier may be none of those offered now and still be in the frame; seconds are any.
    const free = name === 'target' || name === 'seconds' || name === 'from' || name === 'order';
    if (free || values.some(({ value }) => value === wanted)) allowed.set(name, wanted);
  }
  // What an option belongs to may itself be changed: a rise that becomes a slide has a side.
  if (set.from !== undefined) allowed.set('from', set.from);
  const one: Intent = { ...intent };
  const pick = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === allowed.get(name));
  const pace = pick('pace', PACES);
  if (pace) one.pace = pace === 'plain' ? undefined : pace;
  const strength = pick('strength', STRENGTHS);
  if (strength) one.strength = strength === 'plain' ? undefined : strength;
  const seconds = Number(allowed.get('seconds') ?? Number.NaN);
  if (one.kind === 'rest' && seconds >= 0 && seconds <= 60) one.seconds = seconds;
  const key = allowed.get('target');
  const target = key === undefined ? null : targetOfKey(frame, key);
  if (one.kind === 'camera') {
    one.move = pick('move', cameraMoves) ?? one.move;
    if (target !== null) one.target = target;
  } else if (one.kind === 'layers') {
    one.effect = pick('effect', layerEffects) ?? one.effect;
    one.phase = pick('phase', layerPhases) ?? one.phase;
    const order = ORDER_OF[allowed.get('order') ?? ''];
    if (order) one.order = order;
    const from = allowed.get('from');
    if (from !== undefined) one.from = directions.find((side) => side === from);
    if (target) one.target = target;
  } else if (one.kind === 'overlay') {
    one.effect = pick('effect', overlayEffects) ?? one.effect;
    if (target) one.target = target;
  } else if (one.kind === 'scroll') {
    if (key === 'start' || key === 'end') one.to = key;
    else if (target) one.to = target;
  }
  return one;
}
