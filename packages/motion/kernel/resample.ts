// Separable resampling of RGBA pixels: each output row or column is a weighted sum of `taps` input ones.

// Two pixels as words, channel by channel: R R G G B B A A.
function pairs(at: usize): v128 {
  return i8x16.swizzle(v128.load64_zero(at), i8x16(0, -1, 4, -1, 1, -1, 5, -1, 2, -1, 6, -1, 3, -1, 7, -1));
}

// Sums of 14-bit products as bytes. No colour beyond its alpha: a sharp filter would make halos of it.
function rounded(a: v128, b: v128, c: v128, d: v128): v128 {
  const low = i16x8.narrow_i32x4_s(i32x4.shr_s(a, 14), i32x4.shr_s(b, 14));
  const high = i16x8.narrow_i32x4_s(i32x4.shr_s(c, 14), i32x4.shr_s(d, 14));
  const bytes = i8x16.narrow_i16x8_u(low, high);
  const alpha = i8x16.swizzle(bytes, i8x16(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15));
  return i8x16.min_u(bytes, alpha);
}

/**
 * One horizontal pass, writing its result transposed, so that two passes make a whole picture:
 * `source` is `width` × `height` premultiplied RGBA bytes, `target` is `height` × `outWidth`.
 * `starts[i]` (i32) is the first input column of output i, `weights[i * taps + k]` (i16, of 16384) its weights; `taps` is even.
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
  const stride = (<usize>width) << 2;
  const half = i32x4.splat(1 << 13);
  let y = 0;
  for (; y + 4 <= height; y += 4) {
    const row = source + <usize>y * stride;
    let weight = weights;
    for (let i = 0; i < outWidth; i++) {
      let at = row + ((<usize>load<i32>(starts + ((<usize>i) << 2))) << 2);
      let a = half;
      let b = half;
      let c = half;
      let d = half;
      for (let k = 0; k < taps; k += 2) {
        const w = v128.load32_splat(weight);
        a = i32x4.add(a, i32x4.dot_i16x8_s(pairs(at), w));
        b = i32x4.add(b, i32x4.dot_i16x8_s(pairs(at + stride), w));
        c = i32x4.add(c, i32x4.dot_i16x8_s(pairs(at + stride * 2), w));
        d = i32x4.add(d, i32x4.dot_i16x8_s(pairs(at + stride * 3), w));
        at += 8;
        weight += 4;
      }
      v128.store(target + ((<usize>(i * height + y)) << 2), rounded(a, b, c, d));
    }
  }
  for (; y < height; y++) {
    const row = source + <usize>y * stride;
    let weight = weights;
    for (let i = 0; i < outWidth; i++) {
      let at = row + ((<usize>load<i32>(starts + ((<usize>i) << 2))) << 2);
      let sum = half;
      for (let k = 0; k < taps; k += 2) {
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(pairs(at), v128.load32_splat(weight)));
        at += 8;
        weight += 4;
      }
      v128.store32_lane(target + ((<usize>(i * height + y)) << 2), rounded(sum, sum, sum, sum), 0);
    }
  }
}
