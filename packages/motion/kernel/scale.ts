// Bilinear scaling along the axes. In between, channels are words of 8.7 fixed point and weights of 15 bits.

function lerp(first: v128, second: v128, weight: v128): v128 {
  return i16x8.add(first, i16x8.q15mulr_sat_s(i16x8.sub(second, first), weight));
}

/**
 * One row of RGBA bytes to `count` (a multiple of 4) pixels of words: pixel i lies `weights[4i] / 32768` of the way from
 * the pixel at byte `offsets[i]` to the next. Weights stand four times each.
 */
export function scaleAcross(source: usize, out: usize, count: i32, offsets: usize, weights: usize): void {
  for (let x = 0; x < count; x += 4) {
    const o = offsets + ((<usize>x) << 2);
    const ab = v128.load64_lane(source + load<u32>(o, 4), v128.load64_zero(source + load<u32>(o)), 1);
    const cd = v128.load64_lane(source + load<u32>(o, 12), v128.load64_zero(source + load<u32>(o, 8)), 1);
    const here = i32x4.shuffle(ab, cd, 0, 2, 4, 6);
    const next = i32x4.shuffle(ab, cd, 1, 3, 5, 7);
    const at = (<usize>x) << 3;
    const low = lerp(
      i16x8.shl(i16x8.extend_low_i8x16_u(here), 7),
      i16x8.shl(i16x8.extend_low_i8x16_u(next), 7),
      v128.load(weights + at),
    );
    const high = lerp(
      i16x8.shl(i16x8.extend_high_i8x16_u(here), 7),
      i16x8.shl(i16x8.extend_high_i8x16_u(next), 7),
      v128.load(weights + at, 16),
    );
    v128.store(out + at, low);
    v128.store(out + at, high, 16);
  }
}

/** Multiplies one pixel of words by `coverage` / 32768. */
export function fadeWords(at: usize, coverage: i32): void {
  for (let c: usize = 0; c < 8; c += 2)
    store<i16>(at + c, (<i32>load<i16>(at + c) * coverage + 0x4000) >> 15);
}

/** `count` (a multiple of 4) pixels of bytes that lie `weight` / 32768 of the way from one row of words to another. */
export function lerpRows(upper: usize, lower: usize, weight: i32, out: usize, count: i32): void {
  const half = i16x8.splat(64);
  if (weight === 0) {
    for (let x = 0; x < count; x += 4) {
      const at = (<usize>x) << 3;
      const low = i16x8.shr_u(i16x8.add(v128.load(upper + at), half), 7);
      const high = i16x8.shr_u(i16x8.add(v128.load(upper + at, 16), half), 7);
      v128.store(out + ((<usize>x) << 2), i8x16.narrow_i16x8_u(low, high));
    }
    return;
  }
  const w = i16x8.splat(<i16>weight);
  for (let x = 0; x < count; x += 4) {
    const at = (<usize>x) << 3;
    const low = lerp(v128.load(upper + at), v128.load(lower + at), w);
    const high = lerp(v128.load(upper + at, 16), v128.load(lower + at, 16), w);
    v128.store(
      out + ((<usize>x) << 2),
      i8x16.narrow_i16x8_u(i16x8.shr_u(i16x8.add(low, half), 7), i16x8.shr_u(i16x8.add(high, half), 7)),
    );
  }
}

/** The same for two rows of bytes, where nothing is scaled across. Reads and writes whole fours of pixels. */
export function lerpPixels(upper: usize, lower: usize, weight: i32, out: usize, count: i32): void {
  const half = i16x8.splat(64);
  const w = i16x8.splat(<i16>weight);
  const bytes = (<usize>count) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(upper + at);
    const b = v128.load(lower + at);
    const low = lerp(i16x8.shl(i16x8.extend_low_i8x16_u(a), 7), i16x8.shl(i16x8.extend_low_i8x16_u(b), 7), w);
    const high = lerp(
      i16x8.shl(i16x8.extend_high_i8x16_u(a), 7),
      i16x8.shl(i16x8.extend_high_i8x16_u(b), 7),
      w,
    );
    v128.store(
      out + at,
      i8x16.narrow_i16x8_u(i16x8.shr_u(i16x8.add(low, half), 7), i16x8.shr_u(i16x8.add(high, half), 7)),
    );
  }
}
