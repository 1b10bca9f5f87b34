import type { LayerMotion, Outline } from '@animatic/schema';
import { inReadingOrder } from './families.ts';
import { everything } from './targets.ts';
import { secondsFor, timeEntrances } from './timing.ts';

/** As many as come one after the other; more would come row by row and take too long to be worth it unasked. */
const MOST = 12;

/** Entrances that were chosen without saying of what, and the seconds that the shot needs for them. */
export interface ByHand {
  entrances: LayerMotion[];
  seconds: number;
}

/**
 * Lets a frame's layers enter where an effect was chosen by hand and no words name any: those that "everything"
 * means, in reading order, at most 12; what stands while the frame scrolls stays. None where nothing can be taken out.
 *
 * @example entrancesByHand(outline, 'rise').entrances[0]?.layers // ['1:4', '1:5']
 */
export function entrancesByHand(outline: Outline, effect: LayerMotion['effect']): ByHand {
  const target = everything(outline);
  const movers = target?.members.filter(({ node }) => !node.fixed) ?? [];
  if (!target || movers.length === 0) return { entrances: [], seconds: 0 };
  const first = new Set(inReadingOrder(movers.map(({ node }) => node)).slice(0, MOST));
  const members = movers.filter(({ node }) => first.has(node));
  const plan = { target: { ...target, members }, effect, pace: 'plain', oneByOne: false } as const;
  const entrances = timeEntrances([plan], outline, true);
  return { entrances, seconds: secondsFor(entrances, outline) };
}
