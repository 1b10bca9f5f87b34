import { MAX_CLIP_SECONDS } from '@animatic/schema';

const SECONDS = /(\d{1,3}(?:[.,]\d)?)\s*[-–—]?\s*(?:s|secs?|seconds?)\b/i;
const MINUTES = /(\d{1,2}(?:[.,]\d)?)\s*[-–—]?\s*(?:min|minutes?)\b/i;
const LEAST = 2;

/**
 * The length that a brief says, in seconds.
 *
 * @example wantedSeconds('a 20-second launch teaser') // 20
 */
export function wantedSeconds(brief: string): number | undefined {
  const number = (text: string | undefined) => Number((text ?? '').replace(',', '.'));
  const [, seconds] = SECONDS.exec(brief) ?? [];
  const [, minutes] = MINUTES.exec(brief) ?? [];
  if (!seconds && !minutes) return undefined;
  const all = (minutes ? number(minutes) * 60 : 0) + (seconds ? number(seconds) : 0);
  return Math.min(MAX_CLIP_SECONDS, Math.max(LEAST, all));
}
