import { containerOf, inputArguments } from './decode-arguments.ts';
import { runToEnd } from './run-to-end.ts';

/** How loud a file's sound is (EBU R 128). */
export interface Loudness {
  /** Integrated, LUFS. */
  lufs: number;
  /** Decibels of the highest sample peak. */
  peak: number;
}

/** What clips are brought to; LUFS, as streaming services have it. */
export const TARGET_LUFS = -16;
/** The loudest sample, decibels. */
export const CEILING = -1.5;
/** What is quieter is taken for silence: its noise is not brought up. */
const SILENCE = -55;
const MOST_GAIN = 20;

/**
 * Measures a file's sound.
 *
 * @throws {MediaError} `not_a_video`, `video_unreadable`
 * @example gainFor(await measureLoudness(path, { ffmpeg }));
 */
export async function measureLoudness(
  path: string,
  { ffmpeg, signal }: { ffmpeg: string; signal?: AbortSignal | undefined },
): Promise<Loudness | null> {
  const input = inputArguments(path, await containerOf(path));
  const words = await runToEnd(
    ffmpeg,
    [
      ['-hide_banner', '-nostats', '-nostdin', '-loglevel', 'info'],
      input,
      ['-map', '0:a:0', '-vn', '-sn', '-dn', '-af', 'ebur128=peak=sample:framelog=verbose', '-f', 'null', '-'],
    ].flat(),
    { signal },
  );
  const summary = words.slice(words.lastIndexOf('Summary:'));
  const lufs = Number(/I:\s*(-?[\d.]+|-inf) LUFS/.exec(summary)?.[1]);
  const peak = Number(/Peak:\s*(-?[\d.]+|-inf) dBFS/.exec(summary)?.[1]);
  return Number.isFinite(lufs) && Number.isFinite(peak) ? { lufs, peak } : null;
}

/** Decibels that bring a sound to the common level; none for silence. */
export function gainFor(loudness: Loudness | null): number {
  if (!loudness || loudness.lufs < SILENCE) return 0;
  const wanted = Math.min(MOST_GAIN, TARGET_LUFS - loudness.lufs);
  // A few peaks may go to the limiter; a sound that is nothing but peaks stays quieter.
  return Math.min(wanted, CEILING + 6 - loudness.peak);
}
