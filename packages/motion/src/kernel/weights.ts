/** Which input samples make each output sample of a resampling, and how much of each; `taps` of them, zero padded. */
export interface Weights {
  taps: number;
  starts: Int32Array;
  values: Float32Array;
}

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
  const taps = Math.min(size, Math.ceil(reach * 2) + 1);
  const starts = new Int32Array(count);
  const values = new Float32Array(count * taps);
  const ends = Math.abs(offset - Math.round(offset)) < 1e-3 && Math.abs(length - Math.round(length)) < 1e-3;
  for (let i = 0; i < count; i++) {
    const centre = (i + 0.5 - offset) * step - 0.5;
    const low = Math.ceil(centre - reach);
    const start = Math.min(Math.max(0, low), size - taps);
    starts[i] = start;
    let total = 0;
    for (let at = low; at <= centre + reach; at++) {
      const value = cubic((at - centre) / wide);
      total += value;
      const inside = ends ? Math.min(size - 1, Math.max(0, at)) : at;
      if (inside < 0 || inside >= size) continue;
      const slot = i * taps + inside - start;
      values[slot] = (values[slot] ?? 0) + value;
    }
    for (let k = 0; k < taps; k++) values[i * taps + k] = (values[i * taps + k] ?? 0) / total;
  }
  return { taps, starts, values };
}
