import type { Outline } from '@animatic/schema';
import { direct } from '../direct.ts';

/**
 * The seconds that a direction says for its shot, read by the rules: a language model may have them from a frame's
 * name, and those set nothing.
 *
 * @example spokenSeconds(outline, 'the cards rise, for eight seconds') // 8
 */
export function spokenSeconds(outline: Outline, direction: string): number | undefined {
  const { chips, duration } = direct({ outline, direction, shotIndex: 0, shotCount: 2 });
  return chips.some(({ id }) => id === 'time') ? duration : undefined;
}
