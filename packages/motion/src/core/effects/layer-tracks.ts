import type { Direction, Layer, LayerEffect, LayerMotion, NodeId, Rect, Shot } from '@animatic/schema';
import { intersection, union } from '../geometry.ts';
import type { Scene } from '../scene.ts';
import type { LayerMove, Need, Standing } from './effect.ts';
import { AT_REST, both, HIDDEN, type Pose } from './pose.ts';
import { effects } from './registry.ts';
import { sideOf } from './sides.ts';
import { stepsOf } from './stagger.ts';

/** Everything that one layer does in a shot, in order of time. */
export interface LayerTrack {
  layer: NodeId;
  moves: LayerMove[];
}

/** Entrances wait until this share of the transition into the shot is over. */
const AFTER_TRANSITION = 0.8;
/** What must remain of a shot when the last layer has come, seconds. */
const REST = 0.3;

export interface LayerTimes {
  /** Seconds of the transition into the shot. */
  incoming: number;
  /** Seconds from the shot's start until the transition out of it. */
  leaves: number;
}

/**
 * One track a moving layer. Times are the motion's own; they are put off until the transition into the shot has
 * nearly passed, and drawn together where they would not fit into the shot.
 */
export function layerTracks(
  shot: Pick<Shot, 'layers' | 'size'> & { motion?: { layers: LayerMotion[] } | undefined },
  scene: Scene,
  times: LayerTimes,
): LayerTrack[] {
  const layers = new Map(shot.layers.map((layer) => [layer.id, layer]));
  const pixel = Math.min(scene.view.width, scene.view.height) / 1080 / scene.scaleY;
  const taken = new Set<string>();
  const moves = (shot.motion?.layers ?? []).flatMap((motion) => {
    const free = (id: NodeId) => layers.has(id) && !taken.has(`${motion.phase} ${id}`);
    const ids = [...new Set(motion.layers)].filter(free);
    // A layer enters once and leaves once: the first that is asked for.
    if (motion.phase !== 'stay') for (const id of ids) taken.add(`${motion.phase} ${id}`);
    const family = ids.flatMap((id) => layers.get(id) ?? []);
    const steps = stepsOf(family, motion.by);
    const from = motion.from ?? sideOfFamily(family, motion.effect, shot.size);
    const standings = family.map((layer) => standingOf(layer, from, shot.size, pixel));
    return standings.map((standing, index) => ({
      layer: standing.layer,
      move: moveOf(standing, standings, motion, motion.at + (steps[index] ?? 0) * motion.stagger),
    }));
  });
  if (moves.length === 0) return [];
  const fitted = fit(moves, times);
  const tracks = new Map<NodeId, LayerTrack>();
  for (const { layer, move } of fitted) {
    const track = tracks.get(layer) ?? { layer, moves: [] };
    track.moves.push(move);
    tracks.set(layer, track);
  }
  for (const track of tracks.values()) track.moves.sort((a, b) => a.start - b.start);
  return [...tracks.values()];
}

/** A family comes from one side. */
function sideOfFamily(
  family: readonly Layer[],
  effect: LayerEffect,
  size: Shot['size'],
): Direction | undefined {
  if (effect !== 'slide' || family.length < 2) return undefined;
  const box = family.map((layer) => layer.box).reduce(union);
  return sideOf({ box, window: { x: 0, y: 0, ...size }, from: undefined });
}

interface StandingLayer extends Standing {
  layer: NodeId;
}

function standingOf(
  { id, box, bounds, clips }: Layer,
  from: Direction | undefined,
  size: Shot['size'],
  pixel: number,
): StandingLayer {
  const frame: Rect = { x: 0, y: 0, ...size };
  const window = clips.reduce<Rect>((seen, clip) => intersection(seen, clip.box) ?? seen, frame);
  return { layer: id, box, bounds, window, from, pixel };
}

function moveOf(
  { layer: _, ...standing }: StandingLayer,
  family: readonly Standing[],
  motion: LayerMotion,
  start: number,
): LayerMove {
  const name = suited(motion);
  const effect = effects[name];
  const { travel } = motion;
  return {
    ...standing,
    effect: name,
    phase: motion.phase,
    start,
    seconds: Math.max(0.05, motion.duration),
    easing: motion.easing ?? effect.easing[motion.phase] ?? 'travel',
    travel: travel === undefined ? (effect.travel?.(standing, family) ?? 0) : travel * standing.pixel,
    amount: motion.amount,
  };
}

/** What is asked for, or its nearest kin where it cannot be done in this phase. */
function suited({ effect, phase }: LayerMotion): LayerEffect {
  if (effects[effect].phases.includes(phase)) return effect;
  return phase === 'stay' ? 'pulse' : 'fade';
}

/** Puts what comes off until the shot has come, and draws all of it together where the shot is too short for it. */
function fit(moves: { layer: NodeId; move: LayerMove }[], times: LayerTimes) {
  const first = Math.min(...moves.map(({ move }) => move.start));
  const delay = Math.max(0, times.incoming * AFTER_TRANSITION - first);
  const last = Math.max(...moves.map(({ move }) => endOf(move))) + delay;
  const leaving = moves.some(({ move }) => move.phase === 'leave');
  const room = Math.max(0.2, times.leaves - (leaving ? 0 : REST));
  const squeeze = last > room ? room / last : 1;
  return moves.map(({ layer, move }) => ({
    layer,
    move: {
      ...move,
      start: (move.start + delay) * squeeze,
      seconds: Math.max(0.05, move.seconds * squeeze),
    },
  }));
}

export const endOf = (move: LayerMove): number => move.start + move.seconds;

/** How a layer stands at a time, seconds from the shot's start; `AT_REST` itself where it is in its place. */
export function poseAt(track: LayerTrack, seconds: number): Pose {
  let result: Pose = AT_REST;
  for (const move of track.moves) {
    const share = (seconds - move.start) / move.seconds;
    const { phase } = move;
    if (phase === 'enter' && share >= 1 - 1e-9) continue;
    if (phase !== 'enter' && share <= 1e-9) continue;
    if (phase === 'enter' && share <= 0) return HIDDEN;
    if (phase === 'leave' && share >= 1 - 1e-9) return HIDDEN;
    if (phase === 'stay' && share >= 1 - 1e-9) continue;
    result = both(result, effects[move.effect].pose(move, phase === 'leave' ? 1 - share : share));
  }
  return result;
}

/** When the last layer has come in, seconds from the shot's start; 0 without any. */
export function settledAt(tracks: readonly LayerTrack[]): number {
  const entering = tracks.flatMap((track) => track.moves.filter((move) => move.phase === 'enter'));
  return Math.max(0, ...entering.map(endOf));
}

/** Everywhere that a layer's pixels come, frame pixels. */
export function reachOf(track: LayerTrack): Rect | undefined {
  const places = track.moves.map((move) => effects[move.effect].reach?.(move) ?? move.bounds);
  return places.length > 0 ? places.reduce(union) : undefined;
}

/** The largest that a layer is drawn in a shot; what moves is drawn from a bitmap with pixels to spare. */
export function largestOf(track: LayerTrack): number {
  return Math.max(1.001, ...track.moves.map((move) => effects[move.effect].largest?.(move) ?? 1));
}

/** What must be made ready of a layer's bitmap for all that it does. */
export function needsOf(track: LayerTrack): ReadonlySet<Need> {
  return new Set(track.moves.flatMap((move) => effects[move.effect].needs ?? []));
}

/** The largest radius of a layer's blur, frame pixels; 0 without any. */
export function softestOf(track: LayerTrack): number {
  return Math.max(0, ...track.moves.map((move) => effects[move.effect].softest?.(move) ?? 0));
}
