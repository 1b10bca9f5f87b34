import type { Easing } from '@animatic/schema';
import { ease } from './easing.ts';
import { mix } from './geometry.ts';

/** A value at a time (seconds from the shot's start) and the curve that leads to the next keyframe. */
export interface Keyframe<V> {
  at: number;
  value: V;
  easing: Easing;
}

/** Keyframes in order of time, at least one; before the first and after the last the value stands. */
export type Track<V> = readonly Keyframe<V>[];

/**
 * A track's value at a time.
 *
 * @example sampleTrack([{ at: 0, value: 0, easing: 'linear' }, { at: 2, value: 1, easing: 'linear' }], 1, mix) // 0.5
 */
export function sampleTrack<V>(
  track: Track<V>,
  seconds: number,
  between: (a: V, b: V, share: number) => V,
): V {
  const first = track[0];
  if (!first) throw new RangeError('a track holds at least one keyframe');
  let before = first;
  for (const key of track) {
    if (key.at > seconds) {
      if (key === first) return first.value;
      return between(
        before.value,
        key.value,
        ease(before.easing, (seconds - before.at) / (key.at - before.at)),
      );
    }
    before = key;
  }
  return before.value;
}

/** A number track's value at a time. */
export function sampleNumber(track: Track<number>, seconds: number): number {
  return sampleTrack(track, seconds, mix);
}

/** When a track stops changing, in seconds. */
export function trackEnd<V>(track: Track<V>): number {
  return track.at(-1)?.at ?? 0;
}
