/** Which input samples make each output sample of a resampling, and how much of each, in 1/16384: `taps` of them (even), zero padded. */
export interface Weights {
  taps: number;
  starts: Int32Array;
  values: Int16Array;
}

const ONE = 16_384;

/** Catmull-Rom (Keys, a = -1/2): sharp, with little ringing beside the hard edges of type and rules. */
function cubic(x: number): number {
  const t = Math.abs(x);
  if (t < 1) return 1.5 * t ** 3 - 2.5 * t * t + 1;
  if (t < 2) return -0.5 * t ** 3 + 2.5 * t * t - 4 * t + 2;
  return 0;
}

/**
 * Weights for one axis: `size` input samples are laid over `length` output pixels that begin at `offset`, of which
 * `count` are made. Made smaller, the filter grows with the step, so nothing aliases. Where the input ends inside
 * an output pixel the rest counts as clear.
 */
export function axisWeights(size: number, length: number, offset: number, count: number): Weights {
  const step = size / length;
  const wide = Math.max(1, step);
  const reach = 2 * wide;
  const needed = Math.min(size, Math.ceil(reach * 2) + 1);
  const taps = needed + (needed & 1);
  const starts = new Int32Array(count);
  const values = new Int16Array(count * taps);
  const row = new Float64Array(needed);
  const ends = Math.abs(offset - Math.round(offset)) < 1e-3 && Math.abs(length - Math.round(length)) < 1e-3;
  for (let i = 0; i < count; i++) {
    const centre = (i + 0.5 - offset) * step - 0.5;
    const low = Math.ceil(centre - reach);
    const start = Math.min(Math.max(0, low), size - needed);
    starts[i] = start;
    let total = 0;
    row.fill(0);
    for (let at = low; at <= centre + reach; at++) {
      const value = cubic((at - centre) / wide);
      total += value;
      const inside = ends ? Math.min(size - 1, Math.max(0, at)) : at;
      if (inside < 0 || inside >= size) continue;
      const slot = inside - start;
      row[slot] = (row[slot] ?? 0) + value;
    }
    // Rounding errors go on to the next weight, so that the sum is exact and a flat picture stays flat.
    let sum = 0;
    let rounded = 0;
    for (let k = 0; k < needed; k++) {
      sum += (row[k] ?? 0) / total;
      const whole = Math.round(sum * ONE) - rounded;
      values[i * taps + k] = whole;
      rounded += whole;
    }
  }
  return { taps, starts, values };
}
