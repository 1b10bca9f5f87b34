import type { Mood, Motion, Outline } from '@animatic/schema';
import { reasonToRest } from '../../defaults.ts';
import { direct } from '../../direct.ts';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import type { Handles } from '../data/handles.ts';
import type { Notes } from '../notes.ts';
import { headingOf } from '../taste/taste-camera.ts';
import { tasteMotion } from '../taste/taste-motion.ts';

export interface ShotPlace {
  outline: Outline;
  handles: Handles;
  /** Seconds. */
  duration: number;
  index: number;
  count: number;
  mood: Mood;
  sharpest: number;
  loop: boolean;
  /** Whether layers may come in: one shot in three. */
  mayEnter: boolean;
  notes: Notes;
}

/** A shot's motion: as the model says, held to taste; as the rules read its words where it only gave words. */
export function shotMotion(given: MotionAnswer | null, direction: string, place: ShotPlace): Motion {
  const { outline, handles, duration, sharpest } = place;
  if (given)
    return tasteMotion(given, {
      ...place,
      byHandle: handles.byHandle,
      fixed: true,
      longest: duration,
      directed: false,
    }).motion;
  const read = (words: string) =>
    direct({
      outline,
      direction: words,
      shotIndex: place.index,
      shotCount: place.count,
      duration,
      mood: place.mood,
    }).motion;
  const motion = read(direction);
  const enters = motion.layers.length > 0 && (!place.mayEnter || reasonToRest(outline, duration) !== null);
  const kept = enters ? { ...motion, layers: [] } : motion;
  if (enters) place.notes.say('Layers come in on one shot in three; on the others they stand.');
  const limit = Math.min(2, sharpest);
  return {
    ...kept,
    camera: kept.camera.flatMap((step) => {
      if (!headingOf(step.move)) return [step];
      if (limit < 1.02) return [];
      return [step.amount !== undefined && step.amount > limit ? { ...step, amount: limit } : step];
    }),
  };
}

/** taste.md: never in, out, in across shots. The third of three that alternate holds. */
export function withoutBreathing(motions: readonly (Motion | null)[], notes: Notes): (Motion | null)[] {
  const made: (Motion | null)[] = [];
  for (const motion of motions) {
    const [heading, before, first] = [motion, made.at(-1), made.at(-2)].map(wayOf);
    const breathes = heading && before && first && heading !== before && heading === first;
    if (breathes) notes.say('The camera does not go in, out and in again from shot to shot.');
    made.push(breathes && motion ? { ...motion, camera: [] } : motion);
  }
  return made;
}

function wayOf(motion: Motion | null | undefined): 'in' | 'out' | null {
  for (const { move } of motion?.camera ?? []) {
    const heading = headingOf(move);
    if (heading) return heading;
  }
  return null;
}
