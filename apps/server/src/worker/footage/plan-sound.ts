import { type Sha256, type Shot, shotStarts, transitionSeconds } from '@animatic/schema';
import { type MadeFootage, secondsOf } from './made-footage.ts';
import type { Treatment } from './treatment.ts';

/** A stretch of a file's sound at its place in a clip; seconds. */
export interface PlannedSound {
  hash: Sha256;
  start: number;
  at: number;
  seconds: number;
  fadeIn: number;
  fadeOut: number;
}

/** What is done to sound, raised whenever the same plan sounds otherwise. */
export const SOUND_VERSION = 1;

/** At a cut: too short to be heard, long enough not to click. */
const CUT = 0.02;

/** What is known of the generated shots, by their id. */
export type Treated = ReadonlyMap<string, { made: MadeFootage; treatment: Treatment }>;

/**
 * Where the sounds of generated shots lie in the clip: faded over transitions, cut where the picture is cut. Shots that
 * are to be silent, or whose footage has no sound, give none; neither do ours.
 *
 * @example planSound(board.shots, treated)[0].at
 */
export function planSound(shots: readonly Shot[], treated: Treated): PlannedSound[] {
  const starts = shotStarts(shots);
  return shots.flatMap((shot, index) => {
    const known = treated.get(shot.id);
    if (!known?.made.sound || !shot.generation?.sound) return [];
    const { made, treatment } = known;
    const at = starts[index] ?? 0;
    const fadeIn = index > 0 ? transitionSeconds(shots, index - 1) : 0;
    const fadeOut = transitionSeconds(shots, index);
    const whole = { hash: made.hash, at, start: treatment.start, fadeIn, fadeOut };
    const left = secondsOf(made) - treatment.start;
    const rounds = treatment.loop
      ? loopRounds(whole, treatment.loop, shot.duration)
      : [{ ...whole, seconds: Math.min(shot.duration, left) }];
    return rounds
      .filter(({ seconds }) => seconds > CUT * 2)
      .map((sound) => ({
        ...sound,
        fadeIn: Math.max(CUT, Math.min(sound.fadeIn, sound.seconds / 2)),
        fadeOut: Math.max(CUT, Math.min(sound.fadeOut, sound.seconds / 2)),
      }));
  });
}

/** Each round comes in while the one before goes out, as the pictures do. */
function loopRounds(
  whole: Omit<PlannedSound, 'seconds'>,
  { period, blend }: NonNullable<Treatment['loop']>,
  duration: number,
): PlannedSound[] {
  const count = Math.max(1, Math.round(duration / period));
  return Array.from({ length: count }, (_, round) => {
    const [first, last] = [round === 0, round === count - 1];
    const lead = first ? 0 : blend;
    return {
      ...whole,
      start: whole.start + blend - lead,
      at: whole.at + round * period - lead,
      seconds: period + lead,
      fadeIn: first ? whole.fadeIn : blend,
      fadeOut: last ? whole.fadeOut : blend,
    };
  });
}
