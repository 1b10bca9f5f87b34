import type { Overlay } from '@animatic/schema';
import { TAP, TAP_BEFORE } from '../../time/taste.ts';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import { hundredth, type TasteContext, within } from './taste-context.ts';

const MOST = 4;
const MOST_BOXES = 16;
const BETWEEN = 0.2;
const SHORTEST = 0.8;
const REST = 0.1;

/** What is drawn over the picture: about layers that are there, one after the other, a tap at its own pace. */
export function tasteOverlays(
  given: MotionAnswer['overlays'],
  { byHandle, notes }: TasteContext,
  { duration, after }: { duration: number; after: number },
): Overlay[] {
  const made: Overlay[] = [];
  let free = Math.max(TAP_BEFORE, after);
  for (const one of [...given.slice(0, 64)].sort((a, b) => a.at - b.at)) {
    const placed = one.layers.slice(0, MOST_BOXES).flatMap((handle) => byHandle.get(handle) ?? []);
    if (placed.length < Math.min(one.layers.length, MOST_BOXES))
      notes.say('Layers that are not in the frame were left out.');
    if (placed.length === 0) continue;
    const at = within(one.at, free, Math.max(free, duration));
    const length = one.effect === 'tap' ? TAP : within(one.duration, SHORTEST, Math.max(SHORTEST, duration));
    const room = duration - REST - at;
    if (made.length >= MOST || room < SHORTEST) {
      notes.say('There is no time to point at all that was to be pointed at.');
      break;
    }
    const over = Math.min(length, room);
    made.push({
      effect: one.effect,
      boxes: placed.map(({ node }) => ({ ...node.box })),
      at: hundredth(at),
      duration: hundredth(over),
    });
    free = at + over + BETWEEN;
  }
  return made;
}
