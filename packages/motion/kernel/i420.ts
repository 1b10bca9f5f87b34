// RGBA → I420, BT.709, limited range (ITU-R BT.709-6 §3, §4): Y 16…235, Cb and Cr 16…240.
// Coefficients are 2^15 fixed point of the matrix times 219/255 (luma) and 224/255 (chroma).

const YR: i32 = 5983;
const YG: i32 = 20127;
const YB: i32 = 2032;
const UR: i32 = -3298;
const UG: i32 = -11094;
const UB: i32 = 14392;
const VR: i32 = 14392;
const VG: i32 = -13072;
const VB: i32 = -1320;

function pairSums(a: v128, b: v128): v128 {
  return i32x4.add(i32x4.shuffle(a, b, 0, 2, 4, 6), i32x4.shuffle(a, b, 1, 3, 5, 7));
}

function luma4(pixels: v128, weights: v128, bias: v128): v128 {
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pixels), weights);
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pixels), weights);
  return i32x4.shr_s(i32x4.add(pairSums(low, high), bias), 15);
}

function luma8(at: usize, weights: v128, bias: v128): v128 {
  const words = i16x8.narrow_i32x4_s(
    luma4(v128.load(at), weights, bias),
    luma4(v128.load(at, 16), weights, bias),
  );
  return i8x16.narrow_i16x8_u(words, words);
}

// Sums of 2 × 2 pixels: two of them, as R G B A R G B A words.
function quads(upper: v128, lower: v128): v128 {
  const first = i16x8.add(i16x8.extend_low_i8x16_u(upper), i16x8.extend_low_i8x16_u(lower));
  const second = i16x8.add(i16x8.extend_high_i8x16_u(upper), i16x8.extend_high_i8x16_u(lower));
  return i16x8.add(i64x2.shuffle(first, second, 0, 2), i64x2.shuffle(first, second, 1, 3));
}

function chroma4(left: v128, right: v128, weights: v128, bias: v128): v128 {
  const sums = pairSums(i32x4.dot_i16x8_s(left, weights), i32x4.dot_i16x8_s(right, weights));
  const words = i32x4.shr_s(i32x4.add(sums, bias), 17);
  const narrow = i16x8.narrow_i32x4_s(words, words);
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

function lumaOf(at: usize): i32 {
  return (
    (<i32>load<u8>(at) * YR +
      <i32>load<u8>(at, 1) * YG +
      <i32>load<u8>(at, 2) * YB +
      (16 << 15) +
      (1 << 14)) >>
    15
  );
}

function quadOf(at: usize, stride: usize, channel: usize): i32 {
  const upper = at + channel;
  const lower = upper + stride;
  return <i32>load<u8>(upper) + <i32>load<u8>(upper, 4) + <i32>load<u8>(lower) + <i32>load<u8>(lower, 4);
}

/**
 * Converts `width` × `height` opaque RGBA pixels to planes; both sides must be even. Strides are in bytes, so that a
 * part of a picture goes into a part of a frame.
 */
export function i420(
  source: usize,
  stride: usize,
  luma: usize,
  lumaStride: usize,
  u: usize,
  v: usize,
  chromaStride: usize,
  width: i32,
  height: i32,
): void {
  const yWeights = i16x8(<i16>YR, <i16>YG, <i16>YB, 0, <i16>YR, <i16>YG, <i16>YB, 0);
  const uWeights = i16x8(<i16>UR, <i16>UG, <i16>UB, 0, <i16>UR, <i16>UG, <i16>UB, 0);
  const vWeights = i16x8(<i16>VR, <i16>VG, <i16>VB, 0, <i16>VR, <i16>VG, <i16>VB, 0);
  const yBias = i32x4.splat((16 << 15) + (1 << 14));
  const cBias = i32x4.splat((128 << 17) + (1 << 16));
  const wide = width & ~7;
  for (let y = 0; y < height; y += 2) {
    const row = source + <usize>y * stride;
    const lumaRow = luma + <usize>y * lumaStride;
    const uRow = u + <usize>(y >> 1) * chromaStride;
    const vRow = v + <usize>(y >> 1) * chromaStride;
    for (let x = 0; x < wide; x += 8) {
      const upper = row + ((<usize>x) << 2);
      const lower = upper + stride;
      v128.store64_lane(lumaRow + <usize>x, luma8(upper, yWeights, yBias), 0);
      v128.store64_lane(lumaRow + lumaStride + <usize>x, luma8(lower, yWeights, yBias), 0);
      const left = quads(v128.load(upper), v128.load(lower));
      const right = quads(v128.load(upper, 16), v128.load(lower, 16));
      const at = <usize>x >> 1;
      v128.store32_lane(uRow + at, chroma4(left, right, uWeights, cBias), 0);
      v128.store32_lane(vRow + at, chroma4(left, right, vWeights, cBias), 0);
    }
    for (let x = wide; x < width; x += 2) {
      const upper = row + ((<usize>x) << 2);
      const lower = upper + stride;
      const at = lumaRow + <usize>x;
      store<u8>(at, lumaOf(upper));
      store<u8>(at, lumaOf(upper + 4), 1);
      store<u8>(at + lumaStride, lumaOf(lower));
      store<u8>(at + lumaStride, lumaOf(lower + 4), 1);
      const r = quadOf(upper, stride, 0);
      const g = quadOf(upper, stride, 1);
      const b = quadOf(upper, stride, 2);
      store<u8>(uRow + (<usize>x >> 1), (r * UR + g * UG + b * UB + (128 << 17) + (1 << 16)) >> 17);
      store<u8>(vRow + (<usize>x >> 1), (r * VR + g * VG + b * VB + (128 << 17) + (1 << 16)) >> 17);
    }
  }
}

// Luma of a premultiplied pixel as if it were opaque; black where nothing is left of it.
function straightLuma(at: usize): i32 {
  const alpha = <i32>load<u8>(at, 3);
  if (alpha === 255) return lumaOf(at);
  if (alpha === 0) return 16;
  const sum = <i32>load<u8>(at) * YR + <i32>load<u8>(at, 1) * YG + <i32>load<u8>(at, 2) * YB;
  return min((<i32>((<u32>sum * 255) / <u32>alpha) + (16 << 15) + (1 << 14)) >> 15, 235);
}

function straightChroma(sum: i32, alpha: i32): i32 {
  if (alpha === 0) return 128;
  const value = Math.floor((<f64>sum * 255) / <f64>alpha / 32768 + 128.5);
  return <i32>min<f64>(max<f64>(value, 16), 240);
}

// Two by two pixels.
function straightQuad(
  upper: usize,
  stride: usize,
  luma: usize,
  alpha: usize,
  lumaStride: usize,
  u: usize,
  v: usize,
): void {
  const lower = upper + stride;
  store<u8>(luma, straightLuma(upper));
  store<u8>(luma, straightLuma(upper + 4), 1);
  store<u8>(luma + lumaStride, straightLuma(lower));
  store<u8>(luma + lumaStride, straightLuma(lower + 4), 1);
  store<u8>(alpha, load<u8>(upper, 3));
  store<u8>(alpha, load<u8>(upper, 7), 1);
  store<u8>(alpha + lumaStride, load<u8>(lower, 3));
  store<u8>(alpha + lumaStride, load<u8>(lower, 7), 1);
  const r = quadOf(upper, stride, 0);
  const g = quadOf(upper, stride, 1);
  const b = quadOf(upper, stride, 2);
  const total = quadOf(upper, stride, 3);
  store<u8>(u, straightChroma(r * UR + g * UG + b * UB, total));
  store<u8>(v, straightChroma(r * VR + g * VG + b * VB, total));
}

/**
 * Converts premultiplied RGBA pixels to straight planes and alpha (yuva420p); both sides must be even. A chroma sample is
 * the mean of its four pixels by their alphas, so that clear ones lend it no colour. Most of a picture is clear or opaque:
 * eight by two of such pixels go as one.
 */
export function yuva(
  source: usize,
  stride: usize,
  luma: usize,
  lumaStride: usize,
  u: usize,
  v: usize,
  chromaStride: usize,
  alpha: usize,
  width: i32,
  height: i32,
): void {
  const alphas = i32x4.splat(0xff000000);
  for (let y = 0; y < height; y += 2) {
    const row = source + <usize>y * stride;
    const lumaRow = luma + <usize>y * lumaStride;
    const alphaRow = alpha + <usize>y * lumaStride;
    const uRow = u + <usize>(y >> 1) * chromaStride;
    const vRow = v + <usize>(y >> 1) * chromaStride;
    let x = 0;
    while (x < width) {
      const upper = row + ((<usize>x) << 2);
      const at = lumaRow + <usize>x;
      const cover = alphaRow + <usize>x;
      const half = <usize>x >> 1;
      if (x + 8 <= width) {
        const lower = upper + stride;
        const a = v128.load(upper);
        const b = v128.load(upper, 16);
        const c = v128.load(lower);
        const d = v128.load(lower, 16);
        const any = v128.and(v128.or(v128.or(a, b), v128.or(c, d)), alphas);
        const every = v128.and(v128.and(v128.and(a, b), v128.and(c, d)), alphas);
        const opaque = i32x4.all_true(i32x4.eq(every, alphas));
        if (opaque || !v128.any_true(any)) {
          store<u64>(cover, opaque ? -1 : 0);
          store<u64>(cover + lumaStride, opaque ? -1 : 0);
          if (opaque) i420(upper, stride, at, lumaStride, uRow + half, vRow + half, chromaStride, 8, 2);
          else {
            v128.store64_lane(at, i8x16.splat(16), 0);
            v128.store64_lane(at + lumaStride, i8x16.splat(16), 0);
            store<u32>(uRow + half, 0x80808080);
            store<u32>(vRow + half, 0x80808080);
          }
          x += 8;
          continue;
        }
      }
      straightQuad(upper, stride, at, cover, lumaStride, uRow + half, vRow + half);
      x += 2;
    }
  }
}
