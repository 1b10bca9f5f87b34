import type { Clause } from './phrases.ts';

export type Pace = 'slow' | 'plain' | 'fast';

/** How something is done: taken from a clause before its verbs are looked for. */
export interface Modifiers {
  pace: Pace;
  strength: 'slight' | 'plain' | 'strong';
  oneByOne: boolean;
  /** A zoom in numbers: 1.5 for `1.5x`, `150%` or `by 50%`. */
  zoom?: number;
  /** Seconds that the shot should last. */
  seconds?: number;
}

const SLOW = /\b(?:very |really |nice and )?(?:slow(?:ly)?|calm(?:ly)?|unhurried(?:ly)?|leisurely)\b/i;
const FAST =
  /\b(?:very |really )?(?:quick(?:ly)?|fast|rapid(?:ly)?|snapp(?:y|ily)|swift(?:ly)?|energetic(?:ally)?)\b/i;
const SLIGHT =
  /\b(?:gentl[ey]|soft(?:ly)?|subtl[ey]|slight(?:ly)?|a (?:tiny |little )?bit|a little|smooth(?:ly)?|delicate(?:ly)?)\b/i;
const STRONG = /\b(?:strong(?:ly)?|dramatic(?:ally)?|big|hard|bold(?:ly)?|far|deep(?:ly)?|tight(?:ly)?)\b/i;
const ONE_BY_ONE =
  /\b(?:one (?:by|after) (?:one|another|the other)|one at a time|in (?:turn|sequence|order)|sequentially|staggered|with a stagger)\b/i;
const PLACE =
  /\b(?:from (?:below|beneath|underneath|the bottom)|upwards?|(?:in)?to (?:view|place|position|frame)|on(?:to)? (?:the )?screen|with (?:a )?(?:fade|rise))\b/i;
const TIMES = /\b(?:to |by )?(\d+(?:\.\d+)?)\s?(?:x|×|times)\b/i;
const PERCENT = /\b(to|by)?\s?(\d{1,3})\s?(?:%|percent)/i;
const SECONDS =
  /\b(?:for|over|lasting|within|during|about|around)?\s*(?:about |around )?(\d+(?:\.\d+)?)[\s-]?(?:s|secs?|seconds?)\b(?: long)?/i;

/** Takes what says how, so that only what and whither are left. */
export function takeModifiers(clause: Clause): Modifiers {
  const modifiers: Modifiers = { pace: 'plain', strength: 'plain', oneByOne: false };
  const seconds = clause.take(SECONDS);
  if (seconds?.[1]) modifiers.seconds = Math.min(60, Math.max(0.5, Number(seconds[1])));
  const times = clause.take(TIMES);
  const percent = times ? null : clause.take(PERCENT);
  if (times?.[1]) modifiers.zoom = Number(times[1]);
  else if (percent?.[2]) {
    const share = Number(percent[2]) / 100;
    modifiers.zoom = percent[1]?.toLowerCase() === 'by' || share < 1 ? 1 + share : share;
  }
  if (clause.take(ONE_BY_ONE)) modifiers.oneByOne = true;
  clause.take(PLACE);
  while (clause.take(SLIGHT)) modifiers.strength = 'slight';
  while (clause.take(STRONG)) modifiers.strength = 'strong';
  while (clause.take(SLOW)) modifiers.pace = 'slow';
  while (clause.take(FAST)) modifiers.pace = 'fast';
  return modifiers;
}
