import type { TimedText } from '@animatic/schema';

/**
 * A WebVTT file of the given cues (times in seconds).
 * The text is a stranger's: what WebVTT reads as mark-up or as a cue's end is escaped.
 *
 * @example webVtt([{ start: 0, end: 2.5, text: 'Your order, on its way' }])
 */
export function webVtt(cues: readonly TimedText[]): string {
  const blocks = cues.map(
    ({ start, end, text }, index) =>
      `${index + 1}\n${timestamp(start)} --> ${timestamp(end)}\n${cueText(text)}`,
  );
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

function timestamp(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000));
  const pad = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(milliseconds / 3_600_000)}:${pad((milliseconds / 60_000) % 60)}:${pad((milliseconds / 1000) % 60)}.${pad(milliseconds % 1000, 3)}`;
}

function cueText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
