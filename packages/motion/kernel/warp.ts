// A row of a plane seen through a homography: four pixels at a time, trilinear between the halves of a mip chain.

function lerp(first: v128, second: v128, weight: v128): v128 {
  return i16x8.add(first, i16x8.q15mulr_sat_s(i16x8.sub(second, first), weight));
}

// Two neighbours each of two pixels → words of 8.7 fixed point, `across` between them.
function across2(left: usize, right: usize, across: v128): v128 {
  const four = v128.load64_lane(right, v128.load64_zero(left), 1);
  const sorted = i32x4.shuffle(four, four, 0, 2, 1, 3);
  return lerp(
    i16x8.shl(i16x8.extend_low_i8x16_u(sorted), 7),
    i16x8.shl(i16x8.extend_high_i8x16_u(sorted), 7),
    across,
  );
}

function bilinear2(left: usize, right: usize, down: usize, across: v128, downward: v128): v128 {
  return lerp(across2(left, right, across), across2(left + down, right + down, across), downward);
}

// Fractions of one as words of 15 bits.
function words(fraction: v128): v128 {
  const whole = i32x4.min_s(
    i32x4.trunc_sat_f32x4_s(f32x4.mul(fraction, f32x4.splat(32768))),
    i32x4.splat(32767),
  );
  return i16x8.narrow_i32x4_s(whole, whole);
}

// log2 by a float's own exponent and mantissa: exact at powers of two, at most .09 off between them.
function log2Of(value: f32): f32 {
  return <f32>(reinterpret<i32>(value) - 0x3f800000) / 8388608;
}

function lit(pixels: v128, gain: f32, sheen: f32): v128 {
  const alpha = i16x8.shuffle(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7);
  const g = <i16>(gain * 16384);
  const half = i16x8.q15mulr_sat_s(pixels, i16x8(g, g, g, 16384, g, g, g, 16384));
  const s = <i16>(sheen * 32768);
  const light = i16x8.q15mulr_sat_s(alpha, i16x8(s, s, s, 0, s, s, s, 0));
  return i16x8.min_s(i16x8.add_sat_s(i16x8.add_sat_s(half, half), light), alpha);
}

/**
 * `count` pixels of bytes at `out` (room for the next multiple of 4) from target pixel `x` on. The row's place in the
 * plane is (ux·X + u0, vx·X + v0) / (wx·X + w0) at a pixel's centre X; uy, vy and wy are what a row further down adds.
 * `levels` holds at, width, height and 0 for each level (i32). `shade` is 0 or seven f32: gain, what u and v add to it, and
 * the sheen's strength and what its place is made of (constant, of u, of v).
 */
export function warpRow(
  levels: usize,
  levelCount: i32,
  out: usize,
  x: i32,
  count: i32,
  ux: f32,
  u0: f32,
  vx: f32,
  v0: f32,
  wx: f32,
  w0: f32,
  uy: f32,
  vy: f32,
  wy: f32,
  bias: f32,
  shade: usize,
): void {
  const flat = wx === 0 && w0 === 1;
  const zero = f32x4.splat(0);
  const half = f32x4.splat(0.5);
  const round = i16x8.splat(64);
  for (let i = 0; i < count; i += 4) {
    const place = f32x4.add(f32x4.splat(<f32>(x + i)), f32x4(0.5, 1.5, 2.5, 3.5));
    let u = f32x4.add(f32x4.mul(f32x4.splat(ux), place), f32x4.splat(u0));
    let v = f32x4.add(f32x4.mul(f32x4.splat(vx), place), f32x4.splat(v0));
    let inverse: f32 = 1;
    if (!flat) {
      const w = f32x4.add(f32x4.mul(f32x4.splat(wx), place), f32x4.splat(w0));
      const one = f32x4.div(f32x4.splat(1), w);
      u = f32x4.mul(u, one);
      v = f32x4.mul(v, one);
      inverse = f32x4.extract_lane(one, 1);
    }
    const midU = f32x4.extract_lane(u, 1);
    const midV = f32x4.extract_lane(v, 1);
    let level = 0;
    let between: i32 = 0;
    if (levelCount > 1) {
      const ax = (ux - midU * wx) * inverse;
      const bx = (vx - midV * wx) * inverse;
      const ay = (uy - midU * wy) * inverse;
      const by = (vy - midV * wy) * inverse;
      const lod = log2Of(max<f32>(ax * ax + bx * bx, ay * ay + by * by)) * 0.5 + bias;
      const held = min<f32>(max<f32>(lod, 0), <f32>(levelCount - 1));
      level = <i32>held;
      between = <i32>((held - <f32>level) * 32768);
    }
    let low = zero;
    let high = zero;
    const last = between > 0 ? level + 1 : level;
    for (let l = level; l <= last; l++) {
      const entry = levels + ((<usize>l) << 4);
      const at = load<u32>(entry);
      const width = load<i32>(entry, 4);
      const height = load<i32>(entry, 8);
      const stride = width << 2;
      const scale = f32x4.splat(reinterpret<f32>((127 - l) << 23));
      const s = f32x4.max(
        f32x4.min(f32x4.sub(f32x4.mul(u, scale), half), f32x4.splat(<f32>(width - 1))),
        zero,
      );
      const t = f32x4.max(
        f32x4.min(f32x4.sub(f32x4.mul(v, scale), half), f32x4.splat(<f32>(height - 1))),
        zero,
      );
      const column = i32x4.min_s(i32x4.trunc_sat_f32x4_s(s), i32x4.splat(max(width - 2, 0)));
      const line = i32x4.min_s(i32x4.trunc_sat_f32x4_s(t), i32x4.splat(max(height - 2, 0)));
      const across = words(f32x4.sub(s, f32x4.convert_i32x4_s(column)));
      const down = words(f32x4.sub(t, f32x4.convert_i32x4_s(line)));
      const offset = i32x4.add(i32x4.mul(line, i32x4.splat(stride)), i32x4.shl(column, 2));
      const below: usize = height > 1 ? <usize>stride : 0;
      const first = bilinear2(
        at + <u32>i32x4.extract_lane(offset, 0),
        at + <u32>i32x4.extract_lane(offset, 1),
        below,
        i16x8.shuffle(across, across, 0, 0, 0, 0, 1, 1, 1, 1),
        i16x8.shuffle(down, down, 0, 0, 0, 0, 1, 1, 1, 1),
      );
      const second = bilinear2(
        at + <u32>i32x4.extract_lane(offset, 2),
        at + <u32>i32x4.extract_lane(offset, 3),
        below,
        i16x8.shuffle(across, across, 2, 2, 2, 2, 3, 3, 3, 3),
        i16x8.shuffle(down, down, 2, 2, 2, 2, 3, 3, 3, 3),
      );
      const mix = i16x8.splat(<i16>between);
      low = l === level ? first : lerp(low, first, mix);
      high = l === level ? second : lerp(high, second, mix);
    }
    if (shade) {
      const gain = load<f32>(shade) + load<f32>(shade, 4) * midU + load<f32>(shade, 8) * midV;
      const away = load<f32>(shade, 16) + load<f32>(shade, 20) * midU + load<f32>(shade, 24) * midV;
      const bell = max<f32>(1 - away * away, 0);
      const held = min<f32>(max<f32>(gain, 0), 1.5);
      const sheen = load<f32>(shade, 12) * bell * bell;
      low = lit(low, held, sheen);
      high = lit(high, held, sheen);
    }
    v128.store(
      out + ((<usize>i) << 2),
      i8x16.narrow_i16x8_u(
        i16x8.shr_s(i16x8.add_sat_s(low, round), 7),
        i16x8.shr_s(i16x8.add_sat_s(high, round), 7),
      ),
    );
  }
}

/**
 * Multiplies `count` pixels by how much of each lies inside four edges: `edges` holds for each its distance (f64,
 * in target pixels, above 0 inside) at the first pixel's centre, and what the next pixel adds.
 */
export function coverRow(at: usize, count: i32, edges: usize): void {
  for (let i = 0; i < count; i++) {
    let cover: f64 = 1;
    for (let e: usize = 0; e < 64; e += 16)
      cover *= min<f64>(max<f64>(load<f64>(edges + e) + load<f64>(edges + e, 8) * <f64>i + 0.5, 0), 1);
    const share = <i32>(cover * 255 + 0.5);
    const pixel = at + ((<usize>i) << 2);
    for (let c: usize = 0; c < 4; c++) {
      const near = <i32>load<u8>(pixel + c) * share + 128;
      store<u8>(pixel + c, (near + (near >> 8)) >> 8);
    }
  }
}

/** Every 2 × 2 pixels as one; where a side is odd its last pixel counts twice. */
export function halve(source: usize, width: i32, height: i32, target: usize): void {
  const half = (width + 1) >> 1;
  const pairs = width >> 1;
  for (let y = 0; y < height; y += 2) {
    const upper = source + ((<usize>(y * width)) << 2);
    const lower = y + 1 < height ? upper + ((<usize>width) << 2) : upper;
    let out = target + ((<usize>((y >> 1) * half)) << 2);
    let x = 0;
    for (; x + 2 <= pairs; x += 2) {
      const at = (<usize>x) << 3;
      const a = v128.load(upper + at);
      const b = v128.load(lower + at);
      const left = i16x8.add(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
      const right = i16x8.add(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
      const sum = i16x8.add(i64x2.shuffle(left, right, 0, 2), i64x2.shuffle(left, right, 1, 3));
      const mean = i16x8.shr_u(i16x8.add(sum, i16x8.splat(2)), 2);
      v128.store64_lane(out, i8x16.narrow_i16x8_u(mean, mean), 0);
      out += 8;
    }
    for (; x < half; x++) {
      const at = (<usize>x) << 3;
      const next = x < pairs ? at + 4 : at;
      for (let c: usize = 0; c < 4; c++) {
        const sum =
          <i32>load<u8>(upper + at + c) +
          <i32>load<u8>(upper + next + c) +
          <i32>load<u8>(lower + at + c) +
          <i32>load<u8>(lower + next + c);
        store<u8>(out + c, (sum + 2) >> 2);
      }
      out += 4;
    }
  }
}
