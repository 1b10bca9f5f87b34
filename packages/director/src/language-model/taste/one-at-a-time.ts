import type { LayerMotion } from '@animatic/schema';
import type { Placed } from '../../find/outline.ts';
import { FIRST_AT, OVER_BY, REST } from '../../time/taste.ts';
import { stepsOf } from '../../time/time-layers.ts';
import { hundredth, type TasteContext } from './taste-context.ts';

/** A family is as good as in its place when this much of its last member's time is over. */
const AS_GOOD_AS = 0.7;
const BETWEEN = 0.1;
/** Below this share of their lengths moves are rushed: then the last ones stand still instead. */
const RUSHED = 0.6;
const AFTER_LEAVING = 0.1;

/** When the last member of a family is in its place, seconds. */
export function endOf(motion: LayerMotion, placed: readonly Placed[]): number {
  return motion.at + motion.duration + motion.stagger * Math.max(0, stepsOf(motion, placed));
}

/**
 * One family moves at a time, and what comes in has come by 55 % of the shot: later ones wait, the shot grows where it
 * may, then all of it is quickened, and what still has no time stands.
 */
export function oneAtATime(
  motions: readonly LayerMotion[],
  context: TasteContext,
): { layers: LayerMotion[]; duration: number } {
  const placed = [...context.byHandle.values()];
  const leaving = motions.filter(({ phase }) => phase === 'leave');
  let coming = inTurn(
    motions.filter(({ phase }) => phase !== 'leave'),
    placed,
    context,
  );
  let { duration } = context;
  const share = (of: readonly LayerMotion[]) =>
    of.every(({ phase }) => phase === 'enter') && !context.directed ? OVER_BY : OVER_BY + 0.2;
  const end = () => Math.max(0, ...coming.map((one) => endOf(one, placed)));
  const needed = end() / share(coming);
  if (!context.fixed && needed > duration) {
    duration = Math.min(context.longest, Math.ceil(needed * 2) / 2);
  }
  while (coming.length > 0 && end() * RUSHED > duration * share(coming)) {
    coming = coming.slice(0, -1);
    context.notes.say('The shot is too short for all that was to move: the last of it stands.');
  }
  const scale = Math.min(1, (duration * share(coming)) / Math.max(0.01, end()));
  if (scale < 0.999) context.notes.say('What comes in was quickened, so that there is time to look at it.');
  const layers = coming.map((one) => ({
    ...one,
    at: hundredth(one.at * scale),
    duration: hundredth(one.duration * scale),
    stagger: Math.round(one.stagger * scale * 1000) / 1000,
  }));
  return { layers: [...layers, ...leavingLast(leaving, { placed, layers, duration, context })], duration };
}

function inTurn(
  motions: readonly LayerMotion[],
  placed: readonly Placed[],
  { notes }: TasteContext,
): LayerMotion[] {
  const made: LayerMotion[] = [];
  for (const one of [...motions].sort((a, b) => a.at - b.at)) {
    const before = made.at(-1);
    const free = before ? endOf(before, placed) - before.duration * (1 - AS_GOOD_AS) + BETWEEN : FIRST_AT;
    if (before && one.at < free - 0.05) notes.say('Families move one after the other.');
    made.push({ ...one, at: hundredth(Math.max(free, Math.min(one.at, free + 1.5))) });
  }
  return made;
}

/** What leaves does so at the end, after a rest. */
function leavingLast(
  motions: readonly LayerMotion[],
  given: {
    placed: readonly Placed[];
    layers: readonly LayerMotion[];
    duration: number;
    context: TasteContext;
  },
): LayerMotion[] {
  const { placed, layers, duration, context } = given;
  const [one] = motions;
  if (!one) return [];
  if (motions.length > 1) context.notes.say('One family leaves at the end of a shot; the others stay.');
  const length = endOf({ ...one, at: 0 }, placed);
  const rest = Math.max(0, ...layers.map((other) => endOf(other, placed))) + REST;
  const at = duration - length - AFTER_LEAVING;
  if (at < rest) {
    context.notes.say('There is no time for anything to leave.');
    return [];
  }
  return [{ ...one, at: hundredth(at) }];
}
