import type { Direction, LayerEffect, LayerPhase } from '@animatic/schema';
import type { Frame, Target } from '../find/frame.ts';
import { areaOf, isApart, leaves, type Placed } from '../find/outline.ts';
import {
  barsAmong,
  type ChartPart,
  isNumber,
  isRing,
  partsOf,
  placedInOrder,
  within,
} from '../find/structure.ts';
import type { EffectWord } from '../language/language.ts';
import type { Act } from './act.ts';
import type { LayersIntent } from './intents.ts';
import { boxOf } from './read-camera.ts';

type Made = Pick<LayersIntent, 'effect' | 'phase' | 'target' | 'from'>;

const OPPOSITE: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };

/**
 * What a word for an effect does to a target: vague words take the side's effect or, in charts, the one of the parts;
 * effects of numbers, texts and charts go to the numbers, texts and shapes inside. Null where there is none such.
 */
export function readLayers(frame: Frame, act: Act, word: EffectWord, target: Target): Made[] | null {
  const phase = phaseOf(act, word);
  const from = sideOf(act, word, phase, target.many === true);
  const effect = word.nature && target.numbers ? 'count' : effectOf(word, from);
  if (word.weak && phase === 'enter' && !act.mods.from && !target.all) {
    const parts = chartOf(target);
    if (parts) return parts.map((part) => ({ ...part, phase }));
  }
  const side = from && (effect === 'rise' || effect === 'drop') ? undefined : from;
  const made = (members: Placed[], as: LayerEffect, way = side): Made[] | null =>
    members.length > 0
      ? [
          {
            effect: as,
            phase,
            target: { ...target, members, ...(members.length > 1 && { many: true }) },
            ...(way && { from: way }),
          },
        ]
      : null;
  const rising = effect === 'rise' && phase === 'enter' ? barsOf(target) : null;
  if (rising && (target.chart || rising.members.length === target.members.length))
    return made(rising.members, 'grow', rising.lying ? 'left' : 'down');
  switch (effect) {
    case 'grow': {
      const bars = barsOf(target);
      if (bars) return made(bars.members, 'grow', baseOf(bars.lying, from));
      const parts = chartOf(target);
      if (parts) return parts.map((part) => ({ ...part, phase }));
      return made(target.members, 'scale', undefined);
    }
    case 'draw': {
      const lines = target.members
        .flatMap((one) => partsOf(one).filter((part) => part.kind === 'line' || part.kind === 'ring'))
        .flatMap((part) => part.members.flatMap(arcsOf))
        .filter((one, index, all) => all.findIndex(({ node }) => node === one.node) === index);
      return made(lines.length > 0 ? lines : target.members, 'draw');
    }
    case 'fill': {
      const rings = target.members
        .flatMap((one) => [...within(one)].filter(({ node }) => isRing(node)))
        .filter((one, _, all) => !all.some((above) => one.ancestors.includes(above.node)))
        .flatMap(arcsOf);
      if (rings.length > 0) return made(rings.slice(0, 12), 'fill');
      const bars = barsOf(target);
      if (bars) return made(bars.members, 'grow', 'down');
      const inside = expanded(frame, act, word, target);
      return inside === target ? made(target.members, 'fill') : made(inside.members, 'rise', undefined);
    }
    case 'count': {
      const numbers = target.members.flatMap((one) => numberIn(one) ?? []);
      return made(numbers, 'count', undefined);
    }
    case 'type':
    case 'words': {
      const texts = target.members.flatMap((one) => textIn(one) ?? []);
      return made(texts, effect, undefined);
    }
    default:
      return made(expanded(frame, act, word, target).members, effect);
  }
}

function phaseOf({ particle }: Act, word: EffectWord): LayerPhase {
  if (word.phase) return word.phase;
  if (particle === 'out') return 'leave';
  return particle === 'down' && word.effect === 'scale' ? 'leave' : 'enter';
}

function sideOf(
  { mods, particle }: Act,
  word: EffectWord,
  phase: LayerPhase,
  many: boolean,
): Direction | undefined {
  const toward =
    mods.to ?? (word.effect === 'slide' || word.effect === 'wipe' || word.weak ? wayOf(particle) : undefined);
  if (phase === 'leave') return toward ?? mods.from ?? word.from;
  const sided =
    word.effect === 'wipe' || word.effect === 'mask' || word.effect === 'draw' || word.effect === 'slide';
  if (sided && !many && mods.way && !mods.from) return OPPOSITE[mods.way];
  return mods.from ?? (toward ? OPPOSITE[toward] : word.from);
}

const wayOf = (particle: Act['particle']): Direction | undefined =>
  particle === 'up' || particle === 'down' ? particle : undefined;

function effectOf(word: EffectWord, from: Direction | undefined): LayerEffect {
  if (!word.weak || word.phase === 'leave') return word.weak && from ? 'slide' : word.effect;
  if (from === 'left' || from === 'right') return 'slide';
  if (from === 'up') return 'drop';
  if (from === 'down') return 'rise';
  return word.effect;
}

/** The parts of a chart that move by their nature, with the effect of each. */
function chartOf(target: Target): Omit<Made, 'phase'>[] | null {
  if (target.many && !barsOf(target)) {
    if (!target.chart) return null;
    const each = target.members.map((one) => partsOf(one));
    if (!each.every((parts) => parts.length > 0 && parts.length <= 3)) return null;
    return each.flatMap((parts) => made(target, parts));
  }
  const bars = barsOf(target);
  const parts = target.members.length === 1 && target.members[0] ? partsOf(target.members[0]) : [];
  if (parts.length === 0 && bars)
    return [
      {
        effect: 'grow',
        target: { ...target, members: bars.members, many: true },
        from: bars.lying ? 'left' : 'down',
      },
    ];
  const texts = [...leaves(target.members[0]?.node ?? frameless)].filter(
    (leaf) => leaf.kind === 'text',
  ).length;
  // A screen with a chart somewhere in it is no chart.
  if (parts.length === 0 || texts > 24 || parts.length > 3) return null;
  return target.chart || covered(parts) >= CHART * areaOf(target.members[0]?.node.box ?? frameless.box)
    ? made(target, parts)
    : null;
}

/** A card with a small curve in it is a card. */
const CHART = 0.3;
const covered = (parts: readonly ChartPart[]) =>
  parts.reduce((sum, { members }) => {
    const box = boxOf({ called: '', members });
    return sum + box.width * box.height;
  }, 0);

function made(target: Target, parts: readonly ChartPart[]): Omit<Made, 'phase'>[] {
  return parts.map(({ kind, members, lying }) => ({
    effect: kind === 'bars' ? 'grow' : kind === 'line' ? 'draw' : 'fill',
    target: { ...target, members, ...(members.length > 1 && { many: true }) },
    ...(kind === 'bars' && { from: lying ? ('left' as const) : ('down' as const) }),
  }));
}

const frameless = {
  id: '-',
  name: '',
  kind: 'group' as const,
  box: { x: 0, y: 0, width: 0, height: 0 },
  bounds: { x: 0, y: 0, width: 0, height: 0 },
  opens: false,
  children: [],
};

/** Bars that a target is, or holds. */
function barsOf({ members, many }: Target): { members: Placed[]; lying: boolean } | null {
  const [first] = members;
  const parent = first?.ancestors.at(-1);
  const siblings = parent && barsAmong(parent);
  if (siblings && members.every(({ node }) => siblings.bars.includes(node)))
    return { members: [...members], lying: siblings.lying };
  if (many || !first) return null;
  const part = partsOf(first).find(({ kind }) => kind === 'bars');
  return part ? { members: part.members, lying: part.lying ?? false } : null;
}

/** The side that bars stand on: “from the left” is in what order upright ones come. */
function baseOf(lying: boolean, from: Direction | undefined): Direction {
  const along = lying ? from === 'left' || from === 'right' : from === 'up' || from === 'down';
  return from && along ? from : lying ? 'left' : 'down';
}

/** The arcs that a ring is drawn of. */
function arcsOf(ring: Placed): Placed[] {
  const arcs = [...within(ring)].filter(
    (one) => one !== ring && one.node.children.length === 0 && one.node.kind !== 'text' && isApart(one),
  );
  return arcs.length > 0 ? arcs : [ring];
}

function numberIn(placed: Placed): Placed | undefined {
  const numbers = [...within(placed)].filter((one) => isNumber(one.node) && isApart(one));
  return numbers.sort(
    (a, b) => (b.node.fontSize ?? b.node.box.height) - (a.node.fontSize ?? a.node.box.height),
  )[0];
}

function textIn(placed: Placed): Placed | undefined {
  const texts = [...within(placed)].filter((one) => one.node.kind === 'text' && isApart(one));
  return texts.sort(
    (a, b) => (b.node.fontSize ?? b.node.box.height) - (a.node.fontSize ?? a.node.box.height),
  )[0];
}

/** “The grid, row by row”: what comes one by one is what lies in it. */
function expanded({ families, outline }: Frame, act: Act, word: EffectWord, target: Target): Target {
  const [only, more] = target.members;
  const orderly = act.mods.order !== undefined && !act.mods.order.together;
  if (!only || more || !(orderly || act.mods.apart !== undefined) || only.node.children.length < 2)
    return target;
  const family = families.find(
    ({ members }) => members.length > 1 && members.every((one) => one.ancestors.includes(only.node)),
  );
  if (family) return { ...target, members: family.members, many: true };
  if (!only.node.opens || only.node === outline) return target;
  const children = only.node.children.map((node) => ({ node, ancestors: [...only.ancestors, only.node] }));
  return word.phase === 'stay' ? target : { ...target, members: placedInOrder(children), many: true };
}
