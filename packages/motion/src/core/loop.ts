import type { Shot } from '@animatic/schema';
import type { LayerMove } from './effects/effect.ts';
import type { LayerTrack } from './effects/layer-tracks.ts';
import { effects } from './effects/registry.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from './timeline.ts';
import type { Track } from './track.ts';
import type { View } from './view.ts';

/** taste.md: leaving takes this share of coming. */
const LEAVING = 0.65;
/** Seconds that a clip of one shot takes to go back to where it began, at most this share of it. */
const BACK = 1.6;
const BACK_SHARE = 0.4;

/** How a clip's end passes into its beginning: as its last shot says, else by a dissolve; null for a cut or a single shot. */
export function loopSpan(shots: readonly Pick<Shot, 'duration' | 'transition'>[]): TransitionSpan | null {
  const last = shots.at(-1);
  const first = shots[0];
  if (!last || !first || shots.length < 2) return null;
  const { kind = 'dissolve', direction = 'left', duration = 0.5, easing = 'travel' } = last.transition ?? {};
  const seconds = Math.min(duration, last.duration / 2);
  return kind === 'cut' || seconds <= 0 ? null : { kind, direction, seconds, easing };
}

/** A camera that ends where it began, so that the clip's last picture leads to its first. */
export function cameraThereAndBack(track: Track<View>, duration: number): Track<View> {
  const first = track[0];
  if (!first) return track;
  const turn = duration - Math.min(BACK, duration * BACK_SHARE);
  const there = track.map((key) => ({ ...key, at: Math.min(key.at, turn) }));
  const last = there.at(-1) ?? first;
  if (last.value === first.value && there.length === 1) return there;
  return [
    ...there.slice(0, -1),
    { ...last, easing: 'linear' },
    { at: turn, value: last.value, easing: 'drift' },
    { at: duration, value: first.value, easing: 'linear' },
  ];
}

/** Layers that come in a clip of one shot leave again at its end, the last to come first. */
export function layersThereAndBack(tracks: readonly LayerTrack[], duration: number): LayerTrack[] {
  const entering = (track: LayerTrack) => track.moves.find((move) => move.phase === 'enter');
  const starts = tracks.flatMap((track) => entering(track)?.start ?? []);
  const first = Math.min(...starts);
  return tracks.map((track) => {
    const enter = entering(track);
    if (!enter || track.moves.some((move) => move.phase === 'leave')) return track;
    const seconds = enter.seconds * LEAVING;
    const effect = effects[enter.effect].phases.includes('leave') ? enter.effect : 'fade';
    const leave: LayerMove = {
      ...enter,
      effect,
      phase: 'leave',
      start: duration - (enter.start - first) * LEAVING - seconds,
      seconds,
      easing: effects[effect].easing.leave ?? 'exit',
    };
    return { ...track, moves: [...track.moves, leave] };
  });
}

/** The shots that are on screen at a time of the clip, in the board's order: those to have ready. */
export function shotsAt(timeline: Timeline, seconds: number): ShotTimeline[] {
  const { shots, loop } = timeline;
  const last = shots.at(-1);
  return shots.filter(
    (shot) =>
      (shot.start <= seconds + 1e-9 && (seconds < shot.end || shot === last)) ||
      (loop !== null && shot.index === 0 && seconds >= timeline.seconds - loop.seconds - 1e-9),
  );
}
