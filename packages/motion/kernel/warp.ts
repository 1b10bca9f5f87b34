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

// Places in a level as 15-bit fixed point from its first pixel's centre, held between the first pixel and the last.
function held4(place: v128, level: i32, size: i32): v128 {
  const fixed = i32x4.sub(i32x4.shr_s(place, level), i32x4.splat(16384));
  return i32x4.max_s(i32x4.min_s(fixed, i32x4.splat(((size - 1) << 15) - 1)), i32x4.splat(0));
}

// log2 by a float's own exponent and mantissa: exact at powers of two, at most .09 off between them.
function log2Of(value: f32): f32 {
  return <f32>(reinterpret<i32>(value) - 0x3f800000) / 8388608;
}

// Gain and light for the colours, in 14 and 15 bits; alpha stays as it is.
function lit(pixels: v128, gain: v128, sheen: v128): v128 {
  const alpha = i16x8.shuffle(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7);
  const half = i16x8.q15mulr_sat_s(pixels, gain);
  const light = i16x8.q15mulr_sat_s(alpha, sheen);
  return i16x8.min_s(i16x8.add_sat_s(i16x8.add_sat_s(half, half), light), alpha);
}

/**
 * Rows `y` to `y + rows` of a tile `width` (a multiple of 4) pixels wide from `x` (a multiple of 4) on, as bytes at `out`.
 * `spans` has 16 bytes for each row, of which the first two i32 say from where to where there are pixels; the rest of a row
 * becomes clear. `plane` holds nine f64: rows of the matrix that takes pixel centres to the plane; 72 bytes behind them are
 * used meanwhile. `levels` holds at, width,
 * height and stride for each level (i32). `shade` is 0 or seven f32: gain, what u and v add to it, and the sheen's strength and
 * what its place is made of (constant, of u, of v).
 */
export function warpRows(
  levels: usize,
  levelCount: i32,
  out: usize,
  width: i32,
  x: i32,
  y: i32,
  rows: i32,
  spans: usize,
  plane: usize,
  bias: f32,
  shade: usize,
): void {
  const stride = (<usize>width) << 2;
  for (let line = 0; line < rows; line++) {
    const from = max(load<i32>(spans), x);
    const to = min(load<i32>(spans, 4), x + width);
    spans += 16;
    if (to - from < width) memory.fill(out, 0, stride);
    if (to > from) {
      const start = from & ~3;
      warpRow(
        levels,
        levelCount,
        out + ((<usize>(start - x)) << 2),
        start,
        y + line,
        to - start,
        plane,
        bias,
        shade,
      );
      for (let i = start; i < from; i++) store<u32>(out + ((<usize>(i - x)) << 2), 0);
      for (let i = to; ((i - x) & 3) !== 0; i++) store<u32>(out + ((<usize>(i - x)) << 2), 0);
    }
    out += stride;
  }
}

// Perspective is exact at every 8th pixel's centre and straight between; the mip level is one for 32 pixels. Both go
// by the target's own pixels, so that a clip changes nothing.
const STEP: i32 = 32;

function warpRow(
  levels: usize,
  levelCount: i32,
  out: usize,
  x: i32,
  y: i32,
  count: i32,
  plane: usize,
  bias: f32,
  shade: usize,
): void {
  const middle = <f64>y + 0.5;
  const ux = <f32>load<f64>(plane);
  const uy = <f32>load<f64>(plane, 8);
  const u0 = <f32>(load<f64>(plane, 8) * middle + load<f64>(plane, 16));
  const vx = <f32>load<f64>(plane, 24);
  const vy = <f32>load<f64>(plane, 32);
  const v0 = <f32>(load<f64>(plane, 32) * middle + load<f64>(plane, 40));
  const wx = <f32>load<f64>(plane, 48);
  const wy = <f32>load<f64>(plane, 56);
  const w0 = <f32>(load<f64>(plane, 56) * middle + load<f64>(plane, 64));
  const knots = plane + 80;
  const fine = f32x4.splat(32768);
  const eighth = f32x4.splat(4096);
  const end = x + count;
  while (x < end) {
    const first = x & -STEP;
    const here = f32x4.add(f32x4.splat(<f32>first), f32x4(0.5, 8.5, 16.5, 24.5));
    const next = f32x4.add(f32x4.splat(<f32>first), f32x4(8.5, 16.5, 24.5, 32.5));
    const one = f32x4.div(f32x4.splat(1), along(wx, here, w0));
    const u = f32x4.mul(along(ux, here, u0), one);
    const v = f32x4.mul(along(vx, here, v0), one);
    const oneNext = f32x4.div(f32x4.splat(1), along(wx, next, w0));
    const du = f32x4.sub(f32x4.mul(along(ux, next, u0), oneNext), u);
    const dv = f32x4.sub(f32x4.mul(along(vx, next, v0), oneNext), v);
    v128.store(knots, i32x4.trunc_sat_f32x4_s(f32x4.mul(u, fine)));
    v128.store(knots, i32x4.trunc_sat_f32x4_s(f32x4.mul(v, fine)), 16);
    v128.store(knots, i32x4.trunc_sat_f32x4_s(f32x4.mul(du, eighth)), 32);
    v128.store(knots, i32x4.trunc_sat_f32x4_s(f32x4.mul(dv, eighth)), 48);
    let level = 0;
    let between = 0;
    if (levelCount > 1) {
      const inverse = f32x4.extract_lane(one, 2);
      const midU = f32x4.extract_lane(u, 2);
      const midV = f32x4.extract_lane(v, 2);
      const ax = (ux - midU * wx) * inverse;
      const bx = (vx - midV * wx) * inverse;
      const ay = (uy - midU * wy) * inverse;
      const by = (vy - midV * wy) * inverse;
      const lod = log2Of(max<f32>(ax * ax + bx * bx, ay * ay + by * by)) * 0.5 + bias;
      const held = min<f32>(max<f32>(lod, 0), <f32>(levelCount - 1));
      level = <i32>held;
      between = <i32>((held - <f32>level) * 32768);
    }
    const pixels = min(first + STEP, end) - x;
    block(levels + ((<usize>level) << 4), level, between, out, x, pixels, knots, shade);
    out += (<usize>pixels) << 2;
    x = first + STEP;
  }
}

function along(step: f32, place: v128, start: f32): v128 {
  return f32x4.add(f32x4.mul(f32x4.splat(step), place), f32x4.splat(start));
}

// Whole fours of pixels from one level, or from it and the next.
function block(
  levels: usize,
  level: i32,
  between: i32,
  out: usize,
  x: i32,
  count: i32,
  knots: usize,
  shade: usize,
): void {
  const zero = f32x4.splat(0);
  const fraction = i32x4.splat(0x7fff);
  const round = i16x8.splat(64);
  const mix = i16x8.splat(<i16>between);
  const last: i32 = between > 0 ? 1 : 0;
  for (let i = 0; i < count; i += 4) {
    const knot = knots + (<usize>((x + i) & 24) >> 1);
    const steps = i32x4.add(i32x4.splat((x + i) & 4), i32x4(0, 1, 2, 3));
    const u = i32x4.add(v128.load32_splat(knot), i32x4.mul(v128.load32_splat(knot, 32), steps));
    const v = i32x4.add(v128.load32_splat(knot, 16), i32x4.mul(v128.load32_splat(knot, 48), steps));
    let low = zero;
    let high = zero;
    for (let l: i32 = 0; l <= last; l++) {
      const entry = levels + ((<usize>l) << 4);
      const at = load<u32>(entry);
      const width = load<i32>(entry, 4);
      const height = load<i32>(entry, 8);
      const stride = load<i32>(entry, 12);
      const s = held4(u, level + l, width);
      const t = held4(v, level + l, height);
      const column = i32x4.shr_u(s, 15);
      const line = i32x4.shr_u(t, 15);
      const both = i16x8.narrow_i32x4_s(v128.and(s, fraction), v128.and(t, fraction));
      const offset = i32x4.add(i32x4.mul(line, i32x4.splat(stride)), i32x4.shl(column, 2));
      const below: usize = height > 1 ? <usize>stride : 0;
      const first = bilinear2(
        at + <u32>i32x4.extract_lane(offset, 0),
        at + <u32>i32x4.extract_lane(offset, 1),
        below,
        i16x8.shuffle(both, both, 0, 0, 0, 0, 1, 1, 1, 1),
        i16x8.shuffle(both, both, 4, 4, 4, 4, 5, 5, 5, 5),
      );
      const second = bilinear2(
        at + <u32>i32x4.extract_lane(offset, 2),
        at + <u32>i32x4.extract_lane(offset, 3),
        below,
        i16x8.shuffle(both, both, 2, 2, 2, 2, 3, 3, 3, 3),
        i16x8.shuffle(both, both, 6, 6, 6, 6, 7, 7, 7, 7),
      );
      low = l ? lerp(low, first, mix) : first;
      high = l ? lerp(high, second, mix) : second;
    }
    if (shade) {
      const midU = <f32>i32x4.extract_lane(u, 1) / 32768;
      const midV = <f32>i32x4.extract_lane(v, 1) / 32768;
      const gain = load<f32>(shade) + load<f32>(shade, 4) * midU + load<f32>(shade, 8) * midV;
      const away = load<f32>(shade, 16) + load<f32>(shade, 20) * midU + load<f32>(shade, 24) * midV;
      const bell = max<f32>(1 - away * away, 0);
      const held = min<f32>(max<f32>(gain, 0), 1.5);
      const sheen = load<f32>(shade, 12) * bell * bell;
      const colors = i16x8(-1, -1, -1, 0, -1, -1, -1, 0);
      const factor = v128.bitselect(i16x8.splat(<i16>(held * 16384)), i16x8.splat(16384), colors);
      const light = v128.and(i16x8.splat(<i16>(sheen * 32768)), colors);
      low = lit(low, factor, light);
      high = lit(high, factor, light);
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
