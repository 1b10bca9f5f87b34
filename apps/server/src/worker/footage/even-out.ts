/** A curve for each channel: 0 to 255 in, exponent of the share of 255. */
export type ToneCurves = readonly [number, number, number];

/** No jump of two parts of one film is larger than this; what would be is another picture. */
const MOST = 1.6;
const STEPS = 24;

/**
 * The curves that give a picture the mean colours of another one. Black stays black and white stays white.
 *
 * @param from RGBA of the picture that is changed, any size
 * @param to RGBA of the picture whose means are met
 * @example const curves = curvesBetween(firstFrame, lastFrameBefore);
 */
export function curvesBetween(from: Uint8Array, to: Uint8Array): ToneCurves {
  return [0, 1, 2].map((channel) => {
    const counts = histogram(from, channel);
    const target = mean(histogram(to, channel), 1);
    let [low, high] = [1 / MOST, MOST];
    // A larger exponent is darker.
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2;
      if (mean(counts, middle) > target) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }) as [number, number, number];
}

/**
 * Changes a frame in place by a share of the curves.
 *
 * @param share 1 is all of it, 0 nothing
 */
export function evenOut(rgba: Uint8Array, curves: ToneCurves, share: number): void {
  const [r, g, b] = curves.map((exponent) => table(exponent ** share));
  if (!r || !g || !b) return;
  for (let i = 0; i < rgba.length; i += 4) {
    rgba[i] = r[rgba[i] ?? 0] ?? 0;
    rgba[i + 1] = g[rgba[i + 1] ?? 0] ?? 0;
    rgba[i + 2] = b[rgba[i + 2] ?? 0] ?? 0;
  }
}

const table = (exponent: number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, level) => Math.round(255 * (level / 255) ** exponent));

function histogram(rgba: Uint8Array, channel: number): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = channel; i < rgba.length; i += 4) {
    const level = rgba[i] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
}

function mean(counts: Uint32Array, exponent: number): number {
  let [sum, all] = [0, 0];
  for (const [level, count] of counts.entries()) {
    sum += count * 255 * (level / 255) ** exponent;
    all += count;
  }
  return sum / Math.max(1, all);
}
