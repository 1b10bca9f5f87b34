import type { ScrollStep } from '@animatic/schema';
import type { ScrollIntent } from '../../read/intents.ts';
import { scrolls, scrollTo, viewportHeight } from '../../time/scroll.ts';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import { hundredth, type TasteContext, within } from './taste-context.ts';

const MOST = 4;
/** Viewports a second: what one can read along with, and what one can still follow. */
const FASTEST = 0.9;
const REST = 0.4;

/** Scrolling, where the frame is a page: to layers that are there, no faster than one can follow. */
export function tasteScroll(
  given: MotionAnswer['scroll'],
  { outline, byHandle, notes }: TasteContext,
  { duration, after }: { duration: number; after: number },
): ScrollStep[] {
  if (given.length === 0) return [];
  if (!scrolls(outline)) {
    notes.say('The frame is seen whole: it does not scroll.');
    return [];
  }
  const viewport = viewportHeight(outline);
  const made: ScrollStep[] = [];
  let free = after;
  let from = 0;
  for (const one of given.slice(0, MOST)) {
    const placed = one.layer ? byHandle.get(one.layer) : undefined;
    if (one.to === 'layer' && !placed) {
      notes.say('Layers that are not in the frame were left out.');
      continue;
    }
    const target: ScrollIntent['to'] =
      one.to === 'layer' && placed ? { called: '', members: [placed] } : one.to === 'top' ? 'start' : 'end';
    const { step, seconds } = scrollTo(
      { kind: 'scroll', to: target, words: { from: 0, to: 0 }, join: 'sentence' },
      outline,
    );
    const at = within(one.at, free, Math.max(free, duration));
    const room = duration - REST - at;
    if (!step || room < 0.5) break;
    const way = Math.abs(step.to - from);
    const least = way / viewport / FASTEST;
    const over = Math.min(room, Math.max(within(one.duration, 0.6, seconds * 1.5), least));
    const reach = Math.min(way, over * FASTEST * viewport);
    if (reach < way - 1)
      notes.say('The shot is too short for the whole way: the page scrolls as far as it can.');
    const to = Math.round(from + Math.sign(step.to - from) * reach);
    made.push({ to, at: hundredth(at), duration: hundredth(over) });
    from = to;
    free = at + over + 0.3;
  }
  return made;
}
