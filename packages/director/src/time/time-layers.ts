import type { Easing, LayerEffect, LayerMotion, Outline, StaggerOrder } from '@animatic/schema';
import { rowsOf } from '../find/families.ts';
import type { Placed } from '../find/outline.ts';
import type { LayersIntent } from '../read/intents.ts';
import {
  hundredth,
  LEAVING,
  lengthOf,
  MOST_SINGLY,
  ONE_BY_ONE,
  ONE_BY_ONE_IN_ALL,
  PACES,
  STAGGER,
  STAGGER_IN_ALL,
  type Tempering,
} from './taste.ts';

/** Seconds that effects take whatever the size: a number counts, a line draws. */
const OWN_LENGTHS: Partial<Record<LayerEffect, number>> = {
  count: 1.2,
  draw: 1.1,
  fill: 1.1,
  grow: 0.7,
  pulse: 0.8,
};
/** taste.md: travel 24 px, at most 60. */
const TRAVEL = 24;
const LETTER = 0.045;
const WORD = 0.16;

/** The layers of an intent in time, from `at`: mostly one motion; in large families one a row. */
export function timeLayers(
  intent: LayersIntent,
  outline: Outline,
  temper: Tempering,
  at: number,
): LayerMotion[] {
  const { effect, phase, order, from } = intent;
  const pace = (intent.pace ? PACES[intent.pace] : 1) * temper.lengths;
  const members = order.reverse ? [...intent.target.members].reverse() : intent.target.members;
  const natural =
    ownLength(effect, members) ?? lengthOf(members, outline) * (phase === 'leave' ? LEAVING : 1);
  const shared = {
    phase,
    effect,
    ...(from && { from }),
    ...(travelOf(intent, temper) !== undefined && { travel: travelOf(intent, temper) }),
    ...(easingOf(intent, temper) && { easing: easingOf(intent, temper) }),
  };
  const single = order.each === true && order.by === undefined;
  const count = members.length;
  const by: StaggerOrder = order.by ?? 'order';
  const groups =
    by === 'rows'
      ? rowsOf(members.map(({ node }) => node)).length
      : by === 'columns'
        ? columnsOf(members)
        : count;
  // Bars stand on one line however tall they are: their upper edges make no rows.
  const rowwise = count > MOST_SINGLY && by === 'order' && !order.reverse && effect !== 'grow';
  const steps = Math.max(1, (rowwise ? rowsOf(members.map(({ node }) => node)).length : groups) - 1);
  let stagger = order.together
    ? 0
    : single || by !== 'order'
      ? Math.min(ONE_BY_ONE * pace, ONE_BY_ONE_IN_ALL / steps)
      : Math.min(STAGGER * temper.stagger, STAGGER_IN_ALL / steps);
  if (intent.apart !== undefined) stagger = intent.apart;
  let duration = natural * pace;
  if (intent.seconds !== undefined) {
    // “Over two seconds” is until the last one has come.
    const whole = Math.max(0.1, intent.seconds);
    stagger = order.together || count < 2 ? 0 : Math.min(stagger, (whole * 0.6) / steps);
    duration = Math.max(0.1, whole - stagger * steps);
  }
  if (count < 2) stagger = 0;
  const layers = members.map(({ node }) => node.id);
  const beats = Array.from({ length: intent.times ?? 1 }, (_, beat) => beat);
  return beats.map((beat) => ({
    ...shared,
    layers,
    by: rowwise ? 'rows' : by,
    at: hundredth(at + beat * duration * 1.15),
    duration: hundredth(duration),
    stagger: Math.round(stagger * 1000) / 1000,
  }));
}

function ownLength(effect: LayerEffect, members: readonly Placed[]): number | undefined {
  const text = members[0]?.node.text ?? '';
  if (effect === 'type') return Math.min(2.4, Math.max(0.6, text.length * LETTER));
  if (effect === 'words') return Math.min(2.4, Math.max(0.6, text.split(/\s+/).length * WORD + 0.4));
  return OWN_LENGTHS[effect];
}

function travelOf({ effect, strength }: LayersIntent, temper: Tempering): number | undefined {
  if (effect !== 'rise' && effect !== 'drop') return undefined;
  const strong = strength === 'strong' ? 2 : strength === 'slight' ? 0.5 : 1;
  const travel = Math.round(Math.min(60, TRAVEL * temper.travel * strong));
  return travel === TRAVEL ? undefined : travel;
}

function easingOf({ effect, phase, easing }: LayersIntent, temper: Tempering): Easing | undefined {
  if (easing) return easing;
  const springs =
    effect === 'rise' || effect === 'drop' || effect === 'slide' || effect === 'scale' || effect === 'grow';
  return temper.spring && springs && phase === 'enter' ? 'pop' : undefined;
}

function columnsOf(members: readonly Placed[]): number {
  return new Set(members.map(({ node }) => Math.round(node.box.x / 8))).size;
}

/** How many starts come after each other. */
export function stepsOf(motion: LayerMotion, outline: readonly Placed[]): number {
  const members = outline.filter(({ node }) => motion.layers.includes(node.id));
  const count = motion.layers.length;
  if (motion.by === 'rows') return rowsOf(members.map(({ node }) => node)).length - 1;
  if (motion.by === 'columns') return columnsOf(members) - 1;
  return motion.by === 'centre' ? Math.ceil((count - 1) / 2) : count - 1;
}
