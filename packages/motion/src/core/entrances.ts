import type { Entrance, NodeId, Shot } from '@animatic/schema';
import type { Scene } from './scene.ts';
import type { LayerTrack } from './timeline.ts';
import { trackEnd } from './track.ts';

/** taste.md: travel is 24 px at 1080p, opacity is done at 60 % of the way. */
const TRAVEL = 24;
const OPAQUE_AT = 0.6;
/** Entrances wait until this share of the transition into the shot is over. */
const AFTER_TRANSITION = 0.8;
/** What must remain of a shot when the last layer has come, seconds. */
const REST = 0.3;

export interface EntranceTimes {
  /** Seconds of the transition into the shot. */
  incoming: number;
  /** Seconds from the shot's start until the transition out of it. */
  leaves: number;
}

/**
 * One track a moving layer. Times are the motion's own; they are put off until the transition into the shot has
 * nearly passed, and drawn together where they would not fit into the shot.
 */
export function entranceTracks(
  shot: Pick<Shot, 'layers'> & { motion?: { entrances: Entrance[] } | undefined },
  scene: Scene,
  times: EntranceTimes,
): LayerTrack[] {
  const entrances = shot.motion?.entrances ?? [];
  const carried = new Set(shot.layers.map((layer) => layer.id));
  const taken = new Set<NodeId>();
  const pixel = Math.min(scene.view.width, scene.view.height) / 1080 / scene.scaleY;
  const moves = entrances.flatMap((entrance) => {
    const ids = entrance.layers.filter((id) => carried.has(id) && !taken.has(id));
    for (const id of ids) taken.add(id);
    return ids.map((id, index) => ({ id, entrance, at: entrance.at + index * entrance.stagger }));
  });
  if (moves.length === 0) return [];
  const first = Math.min(...moves.map((move) => move.at));
  const delay = Math.max(0, times.incoming * AFTER_TRANSITION - first);
  const last = Math.max(...moves.map((move) => move.at + move.entrance.duration)) + delay;
  const room = Math.max(0.2, times.leaves - REST);
  const squeeze = last > room ? room / last : 1;
  return moves.map(({ id, entrance, at }) => {
    const start = (at + delay) * squeeze;
    const seconds = Math.max(0.05, entrance.duration * squeeze);
    const easing = entrance.easing ?? 'enter';
    const rises = entrance.effect === 'rise';
    const drop = rises ? (entrance.travel ?? TRAVEL) * pixel : 0;
    return {
      layer: id,
      opacity: [
        { at: start, value: 0, easing: rises ? 'drift' : 'travel' },
        { at: start + seconds * (rises ? OPAQUE_AT : 1), value: 1, easing: 'linear' },
      ],
      drop: [
        { at: start, value: drop, easing },
        { at: start + seconds, value: 0, easing: 'linear' },
      ],
    };
  });
}

/** When the last layer has come to rest, seconds from the shot's start; 0 without any. */
export function settledAt(tracks: readonly LayerTrack[]): number {
  return Math.max(0, ...tracks.map((track) => Math.max(trackEnd(track.opacity), trackEnd(track.drop))));
}
