import {
  clipSeconds,
  type Format,
  type Shot,
  type Size,
  type Storyboard,
  shotStarts,
  type Transition,
  transitionSeconds,
} from '@animatic/schema';
import { cameraTrack, largestZoom } from './camera/camera-track.ts';
import { layerTracks, reachOf, settledAt } from './effects/layer-tracks.ts';
import { clipTone } from './ground-tone.ts';
import { liftedLayers } from './lift.ts';
import { composeScene } from './scene.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from './timeline.ts';

/** What of a storyboard matters for its motion: all that a document leaves out has the schema's default. */
export type Choreographed = { shots: readonly Shot[]; format?: Partial<Pick<Format, 'ground'>> } & Partial<
  Pick<Storyboard, 'loop' | 'lines'>
>;

/**
 * Turns shots into tracks of keyframes. Pure; a shot without a motion is held.
 *
 * @param size the clip's size in pixels, as `formatSize` gives it
 * @throws RangeError without any shot
 * @example choreograph(board, formatSize(board.format, board.shots[0].size)).seconds
 */
export function choreograph(board: Choreographed, size: Size): Timeline {
  const { shots } = board;
  if (shots.length === 0) throw new RangeError('a clip needs at least one shot');
  const starts = shotStarts(shots);
  return {
    size,
    seconds: clipSeconds(shots),
    tone: clipTone(shots),
    ground: board.format?.ground ?? 'design',
    shots: shots.map((shot, index) => shotTimeline(shots, index, starts[index] ?? 0, shot, size)),
  };
}

function shotTimeline(
  shots: readonly Shot[],
  index: number,
  start: number,
  shot: Shot,
  size: Size,
): ShotTimeline {
  const scene = composeScene(shot, size);
  const incoming = index > 0 ? transitionSeconds(shots, index - 1) : 0;
  const outgoing = transitionSeconds(shots, index);
  const leaves = shot.duration - outgoing;
  const layers = layerTracks(shot, scene, { incoming, leaves });
  const settled = settledAt(layers);
  const camera = cameraTrack(shot.motion?.camera ?? [], scene, {
    duration: shot.duration,
    entered: incoming,
    leaves,
    settled,
  });
  const clips = new Map(shot.layers.map((layer) => [layer.id, layer.clips]));
  const reaches = new Map(layers.flatMap((track) => pairOf(track.layer, reachOf(track))));
  const transition = outgoing > 0 && shot.transition ? span(shot.transition, outgoing) : undefined;
  return {
    index,
    id: shot.id,
    start,
    end: start + shot.duration,
    scene,
    camera,
    layers,
    lifted: liftedLayers(shot.layers, reaches).map((layer) => ({ layer, clips: clips.get(layer) ?? [] })),
    settled,
    overlays: shot.motion?.overlays ?? [],
    maxZoom: largestZoom(camera),
    opaque: shot.background !== undefined && shot.background.a >= 1,
    ...(transition && { transition }),
  };
}

function span(transition: Transition, seconds: number): TransitionSpan | undefined {
  if (transition.kind === 'cut') return undefined;
  return {
    kind: transition.kind,
    direction: transition.direction,
    seconds,
    easing: transition.easing ?? 'travel',
  };
}

function pairOf<K, V>(key: K, value: V | undefined): [K, V][] {
  return value === undefined ? [] : [[key, value]];
}
