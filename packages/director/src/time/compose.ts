import type { Motion, Outline } from '@animatic/schema';
import { headlineOf, wordsOf } from '../find/outline.ts';
import type { Intent } from '../read/intents.ts';
import { standingSeconds } from '../standing-seconds.ts';
import { inTime } from './events.ts';
import { toMotion } from './fit.ts';
import { OVER_BY, REST, type Tempering } from './taste.ts';

export interface Composed {
  motion: Motion;
  /** Seconds that the motion takes with its rest. */
  needed: number;
}

/**
 * Puts intents into the time of a shot: one after another, or at the same time where they were said so; what is for
 * the end at the end. Without a length the motion gets the time it needs.
 */
export function compose(
  intents: readonly Intent[],
  outline: Outline,
  temper: Tempering,
  seconds: number | undefined,
): Composed {
  const events = inTime(intents, outline, temper);
  const end = Math.max(0, ...events.map((event) => event.end));
  const layersOnly = events.every(({ intent }) => intent.kind === 'layers' && intent.phase !== 'leave');
  const entered = Math.max(
    0,
    ...events
      .filter(({ intent }) => intent.kind === 'layers' && intent.phase === 'enter')
      .map((event) => event.end),
  );
  const words = wordsOf(headlineOf(outline)?.node.text).length;
  const standing = Math.max(1.2, words / 3 + 0.8);
  const needed =
    end === 0
      ? 0
      : Math.max(layersOnly ? end / OVER_BY : end + REST, entered > 0 ? Math.min(entered + standing, 12) : 0);
  const duration = seconds ?? Math.ceil(Math.max(needed, standingSeconds(outline)) * 2) / 2;
  const most = layersOnly ? duration * OVER_BY : duration - Math.min(REST / 2, duration * 0.1);
  const scale = end > most && end > 0 ? most / end : 1;
  return { motion: toMotion(events, { scale, duration, outline, temper }), needed };
}
