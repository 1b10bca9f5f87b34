// Separable resampling of RGBA pixels: each output row or column is a weighted sum of `taps` input ones.
// Weights are f32; alpha is taken as premultiplied by the caller where it matters.

/**
 * One horizontal pass, writing its result transposed, so that two passes make a whole picture:
 * `source` is `width` × `height` RGBA bytes, `target` is `height` × `outWidth`.
 * `starts[i]` is the first input column of output i, `weights[i * taps + k]` its weights.
 */
export function resample(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  outWidth: i32,
  taps: i32,
  starts: usize,
  weights: usize,
): void {
  const zero = i32x4.splat(0);
  for (let y = 0; y < height; y++) {
    const row = source + <usize>y * <usize>width * 4;
    for (let i = 0; i < outWidth; i++) {
      const start = load<i32>(starts + ((<usize>i) << 2));
      let at = row + ((<usize>start) << 2);
      let weight = weights + ((<usize>(i * taps)) << 2);
      let sum = f32x4.splat(0.5);
      for (let k = 0; k < taps; k++) {
        const bytes = v128.load32_zero(at);
        const words = i16x8.extend_low_i8x16_u(bytes);
        const value = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(words));
        sum = f32x4.add(sum, f32x4.mul(value, v128.load32_splat(weight)));
        at += 4;
        weight += 4;
      }
      const whole = i32x4.max_s(i32x4.trunc_sat_f32x4_s(f32x4.floor(sum)), zero);
      const narrow = i16x8.narrow_i32x4_s(whole, whole);
      v128.store32_lane(target + ((<usize>(i * height + y)) << 2), i8x16.narrow_i16x8_u(narrow, narrow), 0);
    }
  }
}
