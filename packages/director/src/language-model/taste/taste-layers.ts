import type { LayerEffect, LayerMotion, LayerPhase } from '@animatic/schema';
import { contains, type Placed } from '../../find/outline.ts';
import { isNumber } from '../../find/structure.ts';
import {
  LEAVING,
  lengthOf,
  MOST_SINGLY,
  ONE_BY_ONE,
  ONE_BY_ONE_IN_ALL,
  STAGGER,
  STAGGER_IN_ALL,
} from '../../time/taste.ts';
import { stepsOf } from '../../time/time-layers.ts';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import { clamp, hundredth, type TasteContext, within } from './taste-context.ts';

type Given = MotionAnswer['layers'][number];

/** taste.md: without a caption families of three or more only. */
const FEWEST = 3;
const MOST_MOTIONS = 8;
const MOST_LAYERS = 64;
/** How much faster or slower than by its size a layer may come. */
const PACE = { least: 0.65, most: 1.6 };
/** Seconds of effects whose length is their own. */
const OWN: Partial<Record<LayerEffect, [number, number]>> = {
  type: [0.6, 2.4],
  words: [0.6, 2.4],
  count: [0.8, 1.6],
  draw: [0.7, 1.6],
  fill: [0.7, 1.6],
  grow: [0.5, 1.2],
  pulse: [0.6, 1.8],
};
const SIDED: readonly LayerEffect[] = ['slide', 'wipe', 'mask', 'grow', 'draw'];

/**
 * Families that move, held to taste: layers that are there and can move apart, each entering once, nothing inside of
 * what moves already, effects that suit what they are done to, lengths and staggers in their limits. Times are put in
 * order by `oneAtATime`.
 */
export function tasteLayers(given: readonly Given[], context: TasteContext): LayerMotion[] {
  const made: LayerMotion[] = [];
  const moving = new Map<string, Placed>();
  const done = new Set<string>();
  for (const one of given.slice(0, MOST_MOTIONS * 2)) {
    if (made.length >= MOST_MOTIONS) {
      context.notes.say(`At most ${MOST_MOTIONS} groups move in a shot; the rest stands still.`);
      break;
    }
    const phase: LayerPhase = one.effect === 'pulse' ? 'stay' : one.phase;
    const members = membersOf(one, phase, context, moving, done);
    if (members.length === 0) continue;
    if (!context.directed && phase !== 'leave' && !(context.mayEnter && members.length >= FEWEST)) {
      context.notes.say(
        'Layers come in on one shot in three, and in families of three or more; here they stand.',
      );
      continue;
    }
    for (const placed of members) {
      moving.set(placed.node.id, placed);
      done.add(`${phase} ${placed.node.id}`);
    }
    made.push(motionOf(one, phase, members, context));
  }
  return made;
}

function membersOf(
  one: Given,
  phase: LayerPhase,
  { byHandle, directed, notes }: TasteContext,
  moving: ReadonlyMap<string, Placed>,
  done: ReadonlySet<string>,
): Placed[] {
  const members: Placed[] = [];
  for (const handle of one.layers.slice(0, 500)) {
    const placed = byHandle.get(handle);
    if (!placed) {
      if (handle !== 'none') notes.say('Layers that are not in the frame were left out.');
      continue;
    }
    const { node, ancestors } = placed;
    if (done.has(`${phase} ${node.id}`) || members.some((other) => other.node === node)) continue;
    // The ground and navigation stand still, unless the designer wants them to move.
    if (!directed && (node.fixed || ancestors.some((above) => above.fixed))) continue;
    const tangled = [...moving.values(), ...members].some(
      (other) => other.node !== node && (contains(other.node, node.id) || contains(node, other.node.id)),
    );
    if (tangled) {
      notes.say('What lies in a layer that moves already moves with it.');
      continue;
    }
    if (new Set([...moving.keys(), ...members.map((other) => other.node.id), node.id]).size > MOST_LAYERS) {
      notes.say(`At most ${MOST_LAYERS} layers move in a shot.`);
      break;
    }
    members.push(placed);
  }
  return members;
}

function motionOf(one: Given, phase: LayerPhase, members: Placed[], context: TasteContext): LayerMotion {
  const { outline, directed, loop, notes } = context;
  const effect = suiting(one.effect, phase, members);
  if (effect !== one.effect)
    notes.say(`“${one.effect}” does not suit what it was meant for: “${effect}” instead.`);
  const natural = lengthOf(members, outline) * (phase === 'leave' ? LEAVING : 1);
  const [least, most] = OWN[effect] ?? [natural * PACE.least, natural * PACE.most];
  const duration = within(one.duration, least, most);
  if (duration !== one.duration) notes.say('Some moves were too quick or too slow: they take a usual time.');
  const by = members.length > MOST_SINGLY && one.by === 'order' && effect !== 'grow' ? 'rows' : one.by;
  const motion: LayerMotion = {
    layers: members.map(({ node }) => node.id),
    phase,
    effect,
    at: within(one.at, 0, 60),
    duration: hundredth(duration),
    stagger: 0,
    by,
    ...(one.from && SIDED.includes(effect) && { from: one.from }),
    ...amountOf(one, effect),
    ...(one.easing && (one.easing !== 'linear' || loop) && { easing: one.easing }),
  };
  const steps = Math.max(1, stepsOf(motion, members));
  const apart = directed
    ? Math.min(ONE_BY_ONE, ONE_BY_ONE_IN_ALL / steps)
    : Math.min(STAGGER, STAGGER_IN_ALL / steps);
  motion.stagger = members.length < 2 ? 0 : Math.round(within(one.stagger, 0, apart) * 1000) / 1000;
  return motion;
}

/** Letters need text, a count a number, charts shapes; what stays pulses. */
function suiting(effect: LayerEffect, phase: LayerPhase, members: readonly Placed[]): LayerEffect {
  if (phase === 'stay') return 'pulse';
  const texts = members.every(({ node }) => node.kind === 'text');
  if (effect === 'type' || effect === 'words') return texts ? effect : 'fade';
  if (effect === 'count') return members.every(({ node }) => isNumber(node)) ? effect : 'fade';
  if (effect === 'grow' || effect === 'draw' || effect === 'fill')
    return members.some(({ node }) => node.kind === 'text') ? 'fade' : effect;
  return effect;
}

function amountOf({ amount }: Given, effect: LayerEffect): { amount?: number } {
  if (amount === null) return {};
  if (effect === 'scale' || effect === 'pop') return { amount: clamp(within(amount, 0.7, 1), 0.7, 1) };
  // taste.md: an overshoot of 6 % at most.
  return effect === 'pulse' ? { amount: within(amount, 1.01, 1.06) } : {};
}
