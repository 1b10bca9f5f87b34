import type { LayerMotion, Outline } from '@animatic/schema';
import { inReadingOrder, rowsOf } from './families.ts';
import { headlineOf, type Placed, shareOf, wordsOf } from './outline.ts';
import type { Pace } from './read-modifiers.ts';
import type { Target } from './targets.ts';

/** taste.md: seconds that a badge, a card or text, a panel and a hero take to enter, by their share of the frame. */
const LENGTHS: readonly [number, number][] = [
  [0.015, 0.35],
  [0.15, 0.5],
  [0.4, 0.7],
  [1, 0.9],
];
const PACES: Record<Pace, number> = { slow: 1.35, plain: 1, fast: 0.75 };
const FIRST_AT = 0.3;
const STAGGER = 0.07;
const STAGGER_IN_ALL = 0.6;
const ONE_BY_ONE = 0.16;
const ONE_BY_ONE_IN_ALL = 1.6;
/** Past this many siblings they come row by row. */
const MOST_SINGLY = 12;
const BETWEEN = 0.15;
/** Entrances are over by this share of the shot. */
const OVER_BY = 0.55;

export interface EntrancePlan {
  target: Target;
  effect: LayerMotion['effect'];
  pace: Pace;
  oneByOne: boolean;
}

/** Times for what enters, in order: headline, hero, the family, and last whatever calls to action. */
export function timeEntrances(
  plans: readonly EntrancePlan[],
  outline: Outline,
  ordered: boolean,
): LayerMotion[] {
  const sorted = ordered ? [...plans] : [...plans].sort((a, b) => rank(a, outline) - rank(b, outline));
  const entrances: LayerMotion[] = [];
  let at = FIRST_AT;
  for (const plan of sorted) {
    const made = entrancesOf(plan, outline, at);
    entrances.push(...made);
    at =
      Math.max(...made.map((one) => one.at + one.stagger * (one.layers.length - 1) + one.duration * 0.4)) +
      BETWEEN;
  }
  return entrances.map((one) => ({
    ...one,
    at: hundredth(one.at),
    stagger: Math.round(one.stagger * 1000) / 1000,
  }));
}

function entrancesOf(
  { target, effect, pace, oneByOne }: EntrancePlan,
  outline: Outline,
  at: number,
): LayerMotion[] {
  const nodes = inReadingOrder(target.members.map((one) => one.node));
  const size = Math.max(...nodes.map((node) => shareOf(node, outline)));
  const length = LENGTHS.find(([most]) => size <= most)?.[1] ?? 0.9;
  const duration = hundredth(length * PACES[pace]);
  const groups = nodes.length > MOST_SINGLY ? rowsOf(nodes) : nodes.map((node) => [node]);
  const steps = Math.max(1, groups.length - 1);
  const stagger = oneByOne
    ? Math.min(ONE_BY_ONE * PACES[pace], ONE_BY_ONE_IN_ALL / steps)
    : Math.min(STAGGER, STAGGER_IN_ALL / steps);
  const how = { phase: 'enter', by: 'order' } as const;
  if (nodes.length <= MOST_SINGLY) {
    const layers = nodes.map((node) => node.id);
    return [{ ...how, layers, effect, at, duration, stagger: layers.length > 1 ? stagger : 0 }];
  }
  return groups.map((row, index) => ({
    ...how,
    layers: row.map((node) => node.id),
    effect,
    at: at + index * stagger,
    duration,
    stagger: 0,
  }));
}

function rank({ target }: EntrancePlan, outline: Outline): number {
  const [first] = target.members;
  if (!first) return 9;
  if (first.node.id === headlineOf(outline)?.node.id) return 0;
  if (target.members.length > 1) return 2;
  if (first.node.interactive || /\b(?:button|btn|cta)\b/i.test(first.node.name)) return 3;
  return 1;
}

/** When the last layer has come, seconds. */
export function entrancesEnd(entrances: readonly LayerMotion[]): number {
  return Math.max(
    0,
    ...entrances.map((one) => one.at + one.duration + one.stagger * Math.max(0, one.layers.length - 1)),
  );
}

/** How long the shot must be for its entrances to be over at 55 % and its headline to be read afterwards. */
export function secondsFor(entrances: readonly LayerMotion[], outline: Outline): number {
  const end = entrancesEnd(entrances);
  if (end === 0) return 0;
  const headline: Placed | undefined = headlineOf(outline);
  const rest = Math.max(1.2, wordsOf(headline?.node.text).length / 3 + 0.8);
  return Math.max(end / OVER_BY, end + rest);
}

function hundredth(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
