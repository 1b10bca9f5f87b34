import type { Layer, NodeId, Rect, Shot } from '@animatic/schema';
import { inflate, intersection, union } from '../../geometry.ts';
import { visibleBounds } from '../../lift.ts';
import type { ShotTimeline } from '../../timeline.ts';
import { containerOf, matchLayers, type Pair } from './match-layers.ts';

/**
 * How a layer passes: `stay` is the same on both sides but for its place, `ground` is painted again from mixed looks,
 * `stretch` dissolves into its other picture while both take its shape, `swap` changes words or content in place,
 * `pose` does what its own shot has it do, `rest` stays in its frame and dissolves with it.
 */
export type Passing = 'stay' | 'ground' | 'stretch' | 'swap' | 'leave' | 'come' | 'pose' | 'rest';

export interface SmartPart extends Pair {
  passing: Passing;
  /** The nearest thing that it lies in and that both shots have: it goes where that goes. */
  inside?: { before: Layer; after: Layer };
}

/** Every layer of two shots that a smart animate draws, bottom to top. */
export interface SmartPlan {
  parts: readonly SmartPart[];
}

/** Springs carry a layer past its place by about this share of its way. */
const OVERSHOOT = 0.35;
/** Two shapes within this ratio of one another are one shape, larger or smaller. */
const SAME_SHAPE = 1.03;

/** Frames of different shapes have to have this share of their layers in common to grow into one another. */
const ENOUGH = 0.3;

type Sides = { shot: Pick<Shot, 'layers' | 'size'>; times: ShotTimeline };

/** All layers of two shots, matched; null where that would show nothing but frames that dissolve. */
export function smartPlan(leaving: Sides, coming: Sides): SmartPlan | null {
  const before = sorted(leaving, 'leave');
  const after = sorted(coming, 'enter');
  const pairs = matchLayers(before.known, after.known);
  const both = pairs.filter((pair) => pair.before && pair.after && isPart(pair.before) && isPart(pair.after));
  const enough = sameScene(leaving.times, coming.times)
    ? both.length > 0 || [...before.known, ...after.known].some(({ path = [] }) => path.length > 0)
    : both.length >= pairs.length * ENOUGH && both.length > 0;
  if (!enough) return null;
  const matched = new Map(
    pairs.flatMap(({ before, after }): [Layer, { before: Layer; after: Layer }][] => {
      const pair = before && after && { before, after };
      return pair
        ? [
            [pair.before, pair],
            [pair.after, pair],
          ]
        : [];
    }),
  );
  const parts = pairs.map((pair): SmartPart => {
    const alone = pair.before && pair.after ? undefined : (pair.before ?? pair.after);
    const container = alone && containerOf(alone, matched);
    const inside = container && matched.get(container);
    return { ...pair, passing: passingOf(pair), ...(inside && { inside }) };
  });
  return {
    parts: [
      ...parts,
      ...before.rest.map((layer): SmartPart => ({ before: layer, passing: 'rest' })),
      ...after.rest.map((layer): SmartPart => ({ after: layer, passing: 'rest' })),
      ...before.posed.map((layer): SmartPart => ({ before: layer, passing: 'pose' })),
      ...after.posed.map((layer): SmartPart => ({ after: layer, passing: 'pose' })),
    ],
  };
}

/**
 * A shot's layers: those that can be known again; those that come after the transition, or have left before it; and
 * those that are a part of something that stays, which has no place in the tree.
 */
function sorted({ shot, times }: Sides, phase: 'enter' | 'leave') {
  const moving = new Set(
    times.layers.flatMap((track) => (track.moves.some((move) => move.phase === phase) ? [track.layer] : [])),
  );
  const placed = shot.layers.some(({ path }) => path !== undefined);
  const layers = shot.layers.filter((layer) => !layer.blend && visibleBounds(layer));
  const staying = layers.filter(({ id }) => !moving.has(id));
  return {
    known: staying.filter(({ path }) => path !== undefined || !placed),
    rest: staying.filter(({ path }) => path === undefined && placed),
    posed: layers.filter(({ id }) => moving.has(id)),
  };
}

function sameScene({ scene: a }: ShotTimeline, { scene: b }: ShotTimeline): boolean {
  return a.kind === b.kind && samePlace(a.picture, b.picture);
}

/** The frame's own ground stays in the picture that lies beneath all. */
const isPart = (layer: Layer): boolean => layer.path?.length !== 0;

function passingOf({ before, after }: Pair): Passing {
  if (!before) return 'come';
  if (!after) return 'leave';
  if (sameLook(before, after)) return 'stay';
  if (before.ground && after.ground && isMixable(before) && isMixable(after)) return 'ground';
  if (before.kind === 'text' || after.kind === 'text')
    return sameWords(before, after) && sameInk(before, after) ? 'stretch' : 'swap';
  const whole = (layer: Layer) => layer.kind === 'group' || layer.kind === 'component';
  return (whole(before) || whole(after)) && !sameShape(before, after) ? 'swap' : 'stretch';
}

/** A ground with a picture in it is no matter of mixed colours. */
function isMixable({ ground }: Layer): boolean {
  return [...(ground?.fills ?? []), ...(ground?.stroke?.paints ?? [])].every(({ type }) => type !== 'IMAGE');
}

/** The same pixels, wherever they lie. */
function sameLook(a: Layer, b: Layer): boolean {
  if (a.picture && b.picture) return JSON.stringify(a.picture) === JSON.stringify(b.picture);
  if (!a.ground || !b.ground) return false;
  return sameSize(a.box, b.box) && JSON.stringify(a.ground) === JSON.stringify(b.ground);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;
const sameSize = (a: Rect, b: Rect): boolean => near(a.width, b.width) && near(a.height, b.height);
const samePlace = (a: Rect, b: Rect): boolean => sameSize(a, b) && near(a.x, b.x) && near(a.y, b.y);

/** One text in another size, and not in other lines: its pixels have about the same shape, whole pixels aside. */
function sameInk({ bounds: a }: Layer, { bounds: b }: Layer): boolean {
  if (Math.min(a.width, a.height, b.width, b.height) < 1) return false;
  const [wide, high] = [b.width / a.width, b.height / a.height];
  const noise = 0.04 + 2 / Math.min(a.height, b.height, a.width, b.width);
  return Math.max(wide / high, high / wide) <= 1 + noise;
}

function sameShape({ box: a }: Layer, { box: b }: Layer): boolean {
  if (a.width < 1 || a.height < 1 || b.width < 1 || b.height < 1) return false;
  const ratio = (a.width * b.height) / (a.height * b.width);
  return Math.max(ratio, 1 / ratio) <= SAME_SHAPE;
}

/**
 * The layers that are drawn apart from their frames while a plan runs, of either shot: what moves, changes, comes or
 * goes, what is drawn apart anyway, and whatever lies over any of these.
 */
export function liftedBy(
  { parts }: SmartPlan,
  anyway: { before: ReadonlySet<NodeId>; after: ReadonlySet<NodeId> },
  still: boolean,
): { before: NodeId[]; after: NodeId[] } {
  const lifted: { before: NodeId[]; after: NodeId[] } = { before: [], after: [] };
  const swept: Rect[] = [];
  for (const { before, after, passing } of parts) {
    if ((before && !isPart(before)) || (after && !isPart(after))) continue;
    const seen = [before, after].flatMap((layer) => (layer && visibleBounds(layer)) ?? []);
    const rests =
      still &&
      passing === 'stay' &&
      before &&
      after &&
      samePlace(before.box, after.box) &&
      JSON.stringify(before.clips) === JSON.stringify(after.clips);
    if (passing === 'rest' || passing === 'pose') continue;
    const out =
      !rests ||
      (before && anyway.before.has(before.id)) ||
      (after && anyway.after.has(after.id)) ||
      seen.some((rect) => swept.some((path) => intersection(path, rect)));
    if (!out || seen.length === 0) continue;
    const way = seen.reduce(union);
    swept.push(rests ? way : inflate(way, OVERSHOOT * wayBetween(seen)));
    if (before) lifted.before.push(before.id);
    if (after) lifted.after.push(after.id);
  }
  return lifted;
}

function wayBetween(rects: readonly Rect[]): number {
  const [a, b] = rects;
  return a && b ? Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) : 0;
}

/** Texts of which nothing is known are not the same. */
export function sameWords(a: Layer, b: Layer): boolean {
  return a.text === b.text && (a.text !== undefined || (a.kind !== 'text' && b.kind !== 'text'));
}
