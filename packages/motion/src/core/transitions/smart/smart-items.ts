import type { Clip, Layer, NodeId } from '@animatic/schema';
import type { DrawItem } from '../../draw-list.ts';
import { poseAt } from '../../effects/layer-tracks.ts';
import { AT_REST, IDENTITY } from '../../effects/pose.ts';
import { type Affine, clamp, intersection, mix, multiply } from '../../geometry.ts';
import type { ShotTimeline } from '../../timeline.ts';
import { mixGround } from './mix-ground.ts';
import {
  anchorOf,
  inView,
  matrixTo,
  mixClips,
  mixPlaces,
  mixRects,
  type Place,
  placeOf,
  toView,
} from './place.ts';
import { type SmartPart, type SmartPlan, sameWords } from './smart-plan.ts';

/** One of the two shots, as its layers are seen. */
export interface Side {
  shot: ShotTimeline;
  /** Seconds from the shot's start. */
  local: number;
  /** The shot's own: frame pixels of a layer to view pixels, as the frame stands when this side is seen alone. */
  own(layer: NodeId): Affine;
  /** The same, on the way: what belongs to one shot only goes with its frame. */
  onTheWay(layer: NodeId): Affine;
}

export interface Way {
  before: Side;
  after: Side;
  /** By the curve; springs pass 1. */
  share: number;
  /** The same for what dissolves: it does not swing. */
  settled: number;
}

/**
 * When what only one shot has goes and comes: late and early enough that two texts are hardly seen through one another,
 * and near enough that the picture does not fall empty between.
 */
const GOES = [0.3, 0.68] as const;
const COMES = [0.28, 0.62] as const;
/** When words change in one place: there are never two of them. */
const WORDS_GO = [0.1, 0.5] as const;
const WORDS_COME = [0.4, 0.85] as const;
/** Pictures of things that may hold words pass quickly, the new one over the old: nothing shines through, little ghosts. */
const WHOLE_COMES = [0.3, 0.6] as const;
const WHOLE_GOES = [0.52, 0.75] as const;

/** All layers that are drawn apart, bottom to top. */
export function smartItems({ parts }: SmartPlan, way: Way): DrawItem[] {
  const lifted = {
    before: new Set(way.before.shot.lifted.map(({ layer }) => layer)),
    after: new Set(way.after.shot.lifted.map(({ layer }) => layer)),
  };
  return parts.flatMap((part) => {
    const { before, after } = part;
    const apart = (before && lifted.before.has(before.id)) || (after && lifted.after.has(after.id));
    return apart ? partItems(part, way) : [];
  });
}

function partItems(part: SmartPart, way: Way): DrawItem[] {
  const { before, after, passing } = part;
  if (passing === 'pose')
    return [...(before ? posed(before, way.before) : []), ...(after ? posed(after, way.after) : [])];
  const fade = way.settled;
  if (passing === 'rest')
    return [
      ...(before ? alone(before, way.before, standing(fade), null) : []),
      ...(after ? alone(after, way.after, Math.min(1, fade * 2), null) : []),
    ];
  if (before && after) return both({ ...part, before, after }, way);
  if (before) return alone(before, way.before, 1 - ramp(fade, ...GOES), shiftOf(part, way));
  return after ? alone(after, way.after, ramp(fade, ...COMES), shiftOf(part, way)) : [];
}

/** A layer that both have. */
function both(part: SmartPart & { before: Layer; after: Layer }, way: Way): DrawItem[] {
  const { before, after, passing } = part;
  const { share } = way;
  const [from, to] = [way.before.own(before.id), way.after.own(after.id)];
  const clips = mixClips(
    { clips: before.clips, matrix: from, bounds: before.bounds },
    { clips: after.clips, matrix: to, bounds: after.bounds },
    share,
  );
  const [start, end] = [placeOf(before, from), placeOf(after, to)];
  const at = mixPlaces(start, end, share);
  const fade = way.settled;
  if (passing === 'stay')
    // Of two equal pictures the nearer one: it lies on its own pixels at its end of the way.
    return share < 0.5
      ? bitmap(way.before, before, matrixTo(from, start, at), clips, 1)
      : bitmap(way.after, after, matrixTo(to, end, at), clips, 1);
  if (passing === 'ground' && before.ground && after.ground) {
    const box = mixRects(toView(from, before.box), toView(to, after.box), share);
    const scale = Math.max(1e-6, mix(from.a, to.a, share));
    return [
      {
        kind: 'ground',
        ground: mixGround(before.ground, after.ground, share),
        box: { x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale },
        matrix: { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 },
        clips,
        opacity: 1,
      },
    ];
  }
  const opacities = dissolving(before, after, fade);
  if (passing === 'stretch')
    return [
      ...bitmap(way.before, before, matrixTo(from, start, at), clips, opacities.before),
      ...bitmap(way.after, after, matrixTo(to, end, at), clips, opacities.after),
    ];
  const [going, coming] = swapped(part, way, [start, end]);
  return [
    ...bitmap(way.before, before, going, clips, opacities.before),
    ...bitmap(way.after, after, coming, clips, opacities.after),
  ];
}

/** How two pictures of one thing are mixed. */
function dissolving(before: Layer, after: Layer, fade: number): { before: number; after: number } {
  if (!sameWords(before, after))
    return { before: 1 - ramp(fade, ...WORDS_GO), after: ramp(fade, ...WORDS_COME) };
  if ([before, after].some(({ kind }) => kind === 'group' || kind === 'component'))
    return { before: 1 - ramp(fade, ...WHOLE_GOES), after: ramp(fade, ...WHOLE_COMES) };
  return { before: standing(fade), after: Math.min(1, fade * 2) };
}

/** What is dissolved into another picture stands until that one does: nothing shines through between. */
const standing = (fade: number): number => Math.min(1, 2 - 2 * fade);

/** Both pictures at their own size, hung up by the side that moves least. */
function swapped(
  { before, after }: { before: Layer; after: Layer },
  way: Way,
  [start, end]: readonly [Place, Place],
): [Affine, Affine] {
  const [from, to] = [way.before.own(before.id), way.after.own(after.id)];
  const [a, b] = [toView(from, before.box), toView(to, after.box)];
  const anchor = anchorOf(a, b);
  const x = mix(a.x + a.width * anchor.x, b.x + b.width * anchor.x, way.share);
  const y = mix(a.y + a.height * anchor.y, b.y + b.height * anchor.y, way.share);
  const turn = mixPlaces(start, end, way.share).turn;
  const held = (matrix: Affine, own: Place, box: typeof a) => {
    const scale = mix(from.a, to.a, way.share) / matrix.a;
    // From the side that stands to the middle of what `own` is about.
    const [dx, dy] = [own.x - box.x - box.width * anchor.x, own.y - box.y - box.height * anchor.y];
    return matrixTo(matrix, own, {
      x: x + dx * scale,
      y: y + dy * scale,
      width: own.width * scale,
      height: own.height * scale,
      turn: own.turn === 0 && turn === 0 ? 0 : turn,
    });
  };
  return [held(from, start, a), held(to, end, b)];
}

/** View pixels that a layer goes along with what it lies in. */
function shiftOf({ before, inside }: SmartPart, way: Way): { x: number; y: number; within: Layer } | null {
  if (!inside) return null;
  const a = toView(way.before.own(inside.before.id), inside.before.box);
  const b = toView(way.after.own(inside.after.id), inside.after.box);
  const at = mixRects(a, b, way.share);
  const side = before ? way.before : way.after;
  const within = before ? inside.before : inside.after;
  const rest = toView(side.onTheWay(within.id), within.box);
  const anchor = anchorOf(a, b);
  return {
    x: at.x + at.width * anchor.x - rest.x - rest.width * anchor.x,
    y: at.y + at.height * anchor.y - rest.y - rest.height * anchor.y,
    within,
  };
}

function alone(
  layer: Layer,
  side: Side,
  opacity: number,
  shift: { x: number; y: number; within: Layer } | null,
): DrawItem[] {
  const place = side.onTheWay(layer.id);
  const by = { ...IDENTITY, e: shift?.x ?? 0, f: shift?.y ?? 0 };
  const gone = multiply(by, place);
  // A clip that belongs to what moves, moves with it.
  const clips = layer.clips.flatMap((clip) => {
    const inner = shift && intersection(clip.box, shift.within.box);
    const along = inner && inner.width > clip.box.width - 1 && inner.height > clip.box.height - 1;
    return inView({ clips: [clip], matrix: along ? gone : place });
  });
  return bitmap(side, layer, gone, clips, opacity);
}

/** A layer that its own shot moves. */
function posed(layer: Layer, side: Side): DrawItem[] {
  const track = side.shot.layers.find((one) => one.layer === layer.id);
  const pose = track ? poseAt(track, side.local) : AT_REST;
  if (pose.opacity <= 0) return [];
  const place = side.onTheWay(layer.id);
  return [
    {
      kind: 'bitmap',
      bitmap: { shot: side.shot.index, what: 'layer', layer: layer.id },
      matrix: multiply(place, pose.matrix),
      place,
      clips: layer.clips,
      cuts: pose.cuts,
      blur: pose.blur,
      opacity: pose.opacity,
    },
  ];
}

function bitmap(
  side: Side,
  layer: Layer,
  matrix: Affine,
  clips: readonly Clip[],
  opacity: number,
): DrawItem[] {
  if (opacity <= 0) return [];
  return [
    {
      kind: 'bitmap',
      bitmap: { shot: side.shot.index, what: 'layer', layer: layer.id },
      matrix,
      place: IDENTITY,
      clips,
      cuts: [],
      blur: 0,
      opacity,
    },
  ];
}

/** From 0 at `from` to 1 at `to`, slow at either end. */
function ramp(share: number, from: number, to: number): number {
  const at = clamp((share - from) / (to - from), 0, 1);
  return at * at * (3 - 2 * at);
}
