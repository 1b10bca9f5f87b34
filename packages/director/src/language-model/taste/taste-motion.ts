import { type Motion, motionSchema } from '@animatic/schema';
import { reasonToRest } from '../../defaults.ts';
import { headlineOf, wordsOf } from '../../find/outline.ts';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import { endOf, oneAtATime } from './one-at-a-time.ts';
import { tasteCamera } from './taste-camera.ts';
import type { TasteContext } from './taste-context.ts';
import { tasteLayers } from './taste-layers.ts';
import { tasteOverlays } from './taste-overlays.ts';
import { tasteScroll } from './taste-scroll.ts';

export interface TastedMotion {
  motion: Motion;
  /** Seconds: the given ones where they are fixed, as long as it needs within taste otherwise. */
  duration: number;
}

/** taste.md: rest at least max(1.2 s, words of the headline / 3 + .8 s). */
const LEAST_REST = 1.2;

/**
 * A language model's motion, held to taste: what it does not allow is left out or held back, and said. What comes out
 * is a motion of the engine, whatever went in.
 */
export function tasteMotion(answer: MotionAnswer, context: TasteContext): TastedMotion {
  const { outline, directed, notes } = context;
  const reason = directed ? null : reasonToRest(outline, context.duration);
  const wanted = answer.layers.length + answer.overlays.length > 0;
  if (reason && wanted) notes.say(`It stands still: ${reason}.`);
  const families = reason ? [] : tasteLayers(answer.layers, context);
  const timed = oneAtATime(families, context);
  const placed = [...context.byHandle.values()];
  const coming = timed.layers.filter(({ phase }) => phase !== 'leave');
  const settled = Math.max(0, ...coming.map((one) => endOf(one, placed)));
  const entering = Math.max(
    0,
    ...coming.filter(({ phase }) => phase === 'enter').map((one) => endOf(one, placed)),
  );
  const duration = rested(timed.duration, entering, context);
  const scroll = tasteScroll(answer.scroll, context, { duration, after: settled });
  const overlays = reason ? [] : tasteOverlays(answer.overlays, context, { duration, after: settled });
  const camera =
    scroll.length > 0
      ? []
      : tasteCamera(answer.camera, context, {
          layersUntil: settled,
          resting: reason !== null,
          timed: overlays.length > 0 || timed.layers.length > 0,
          duration,
        });
  if (scroll.length > 0 && answer.camera.some(({ move }) => move !== 'hold'))
    notes.say('The page scrolls; the camera holds.');
  return { motion: motionSchema.parse({ camera, layers: timed.layers, overlays, scroll }), duration };
}

/** The headline is read when all has come in. */
function rested(duration: number, entering: number, { fixed, longest, outline }: TasteContext): number {
  if (fixed || entering === 0) return duration;
  const words = wordsOf(headlineOf(outline)?.node.text).length;
  const needed = entering + Math.max(LEAST_REST, words / 3 + 0.8);
  return Math.max(duration, Math.min(longest, Math.ceil(needed * 2) / 2));
}
