import type { Snapshot } from '../lease.ts';

/** How far one file is. */
export interface PartProgress {
  /** 0 to 1. */
  share: number;
  stage: string;
  /** The shot that is being drawn; the last one of the clip without it. */
  shot?: number;
}

/** The last few hundredths are for the rows. */
const WHEN_MADE = 0.97;

/**
 * Progress over everything that a render makes, part after part: it never goes back, and a part that is found instead
 * of made is simply passed.
 *
 * @param weights what each part costs, in any unit
 * @example const next = progressOfParts([120, 0, 180], lastShot, heartbeat.report); const report = next();
 */
export function progressOfParts(
  weights: readonly number[],
  lastShot: number,
  report: (snapshot: Snapshot) => void,
): () => (progress: PartProgress) => void {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let part = -1;
  let before = 0;
  let shown = 0;
  return () => {
    before += weights[part] ?? 0;
    part += 1;
    const weight = weights[part] ?? 0;
    return ({ share, stage, shot }) => {
      shown = Math.max(shown, (WHEN_MADE * (before + weight * Math.min(1, share))) / total);
      report({ progress: shown, stage, shot: shot ?? lastShot });
    };
  };
}
