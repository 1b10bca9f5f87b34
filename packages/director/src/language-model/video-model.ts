/** What the director has to know of a video model; the catalogue's entries have it. */
export interface VideoModel {
  id: string;
  name: string;
  engine: 'videos' | 'vendors';
  /** Seconds that it can be asked for; any without any. */
  durations: readonly number[];
  /** Characters. */
  maxPrompt: number;
  /** Whether it starts from words alone, and from a frame. */
  words: boolean;
  firstFrame: boolean;
}

/** Without a model nobody knows its limits: what most take. */
export const USUAL_PROMPT = 1000;

/**
 * The seconds to ask a model for, so that a shot of this length can be cut from it.
 *
 * @example askedSeconds({ durations: [4, 8] }, 5) // 8
 */
export function askedSeconds({ durations }: Pick<VideoModel, 'durations'>, shot: number): number {
  if (durations.length === 0) return Math.min(60, Math.max(0.5, shot));
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted.find((seconds) => seconds >= shot - 1e-6) ?? sorted.at(-1) ?? shot;
}
