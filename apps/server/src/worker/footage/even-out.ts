/** How one channel is changed: `level × gain + offset`, levels of 255. */
export interface ToneLine {
  gain: number;
  offset: number;
}
/** Red, green, blue. */
export type Tones = readonly [ToneLine, ToneLine, ToneLine];

/** Two parts of one film do not differ by more; what would is another picture, and stays as it is. */
const MOST_GAIN = 1.5;
const MOST_SHIFT = 48;
/** Levels that are not clipped say how a channel was changed. */
const [DARKEST, LIGHTEST] = [4, 251];
/** Levels of spread below which a channel is as good as plain, and its contrast is left alone. */
const PLAIN = 4;
/** Levels that a pixel may be off the line before it counts for little: something moved there. */
const OFF = 6;
const ROUNDS = 8;

/**
 * What gives a picture the colours of another one of the same scene: for each channel the line that most pixels lie on,
 * those that moved left out.
 *
 * @param from RGBA of the picture that is changed, any size
 * @param to RGBA of the picture that is met, of the same size
 * @example evenOut(frame, tonesBetween(firstFrame, lastFrameBefore), 1);
 */
export function tonesBetween(from: Uint8Array, to: Uint8Array): Tones {
  return [lineOf(from, to, 0), lineOf(from, to, 1), lineOf(from, to, 2)];
}

/** Least squares, weighted anew each round by how near a pixel lies to the line (IRLS with Cauchy weights). */
function lineOf(from: Uint8Array, to: Uint8Array, channel: number): ToneLine {
  let line: ToneLine = { gain: 1, offset: meanShift(from, to, channel) };
  for (let round = 0; round < ROUNDS; round++) {
    let [all, x, y, xx, xy] = [0, 0, 0, 0, 0];
    for (let i = channel; i < from.length; i += 4) {
      const [own, met] = [from[i] ?? 0, to[i] ?? 0];
      if (Math.min(own, met) < DARKEST || Math.max(own, met) > LIGHTEST) continue;
      const off = (met - own * line.gain - line.offset) / OFF;
      const weight = 1 / (1 + off * off);
      all += weight;
      x += weight * own;
      y += weight * met;
      xx += weight * own * own;
      xy += weight * own * met;
    }
    if (all < 1) return { gain: 1, offset: clamp(meanShift(from, to, channel), MOST_SHIFT) };
    const [mean, met] = [x / all, y / all];
    const variance = xx / all - mean * mean;
    const slope = variance > PLAIN * PLAIN ? (xy / all - mean * met) / variance : 1;
    const gain = Math.min(MOST_GAIN, Math.max(1 / MOST_GAIN, slope));
    line = { gain, offset: mean + clamp(met - mean, MOST_SHIFT) - mean * gain };
  }
  return line;
}

function meanShift(from: Uint8Array, to: Uint8Array, channel: number): number {
  let sum = 0;
  for (let i = channel; i < from.length; i += 4) sum += (to[i] ?? 0) - (from[i] ?? 0);
  return sum / Math.max(1, from.length / 4);
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/**
 * Changes a frame in place.
 *
 * @param share 1 is all of it, 0 nothing
 */
export function evenOut(rgba: Uint8Array, tones: Tones, share: number): void {
  const [r, g, b] = [table(tones[0], share), table(tones[1], share), table(tones[2], share)];
  for (let i = 0; i < rgba.length; i += 4) {
    rgba[i] = r[rgba[i] ?? 0] ?? 0;
    rgba[i + 1] = g[rgba[i + 1] ?? 0] ?? 0;
    rgba[i + 2] = b[rgba[i + 2] ?? 0] ?? 0;
  }
}

/** Levels at both ends over which a line comes back to black and to white: what was clipped stays so. */
const KNEE = 12;

function table({ gain, offset }: ToneLine, share: number): Uint8ClampedArray {
  const line = (level: number) => level * gain + offset;
  const bent = (level: number): number => {
    if (level > 255 - KNEE && line(255) < 255)
      return between(line(255 - KNEE), 255, (level - 255 + KNEE) / KNEE);
    if (level < KNEE && line(0) > 0) return between(0, line(KNEE), level / KNEE);
    return line(level);
  };
  return Uint8ClampedArray.from({ length: 256 }, (_, level) => between(level, bent(level), share));
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share;
