// Premultiplied source-over (Porter and Duff, 1984) in 8 bits: every product is divided by 255 and rounded exactly.

function div255(product: v128): v128 {
  const near = i16x8.add(product, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(near, i16x8.shr_u(near, 8)), 8);
}

function div255Of(product: i32): i32 {
  const near = product + 128;
  return (near + (near >> 8)) >> 8;
}

// Two pixels as words.
function over(source: v128, target: v128): v128 {
  const alpha = i16x8.shuffle(source, source, 3, 3, 3, 3, 7, 7, 7, 7);
  return i16x8.add(source, div255(i16x8.mul(target, i16x8.sub(i16x8.splat(255), alpha))));
}

function over4(source: v128, at: usize): void {
  const target = v128.load(at);
  const low = over(i16x8.extend_low_i8x16_u(source), i16x8.extend_low_i8x16_u(target));
  const high = over(i16x8.extend_high_i8x16_u(source), i16x8.extend_high_i8x16_u(target));
  v128.store(at, i8x16.narrow_i16x8_u(low, high));
}

function overOne(source: usize, target: usize, coverage: i32): void {
  const inverse = 255 - div255Of(<i32>load<u8>(source, 3) * coverage);
  for (let c: usize = 0; c < 4; c++) {
    const under = div255Of(<i32>load<u8>(target + c) * inverse);
    store<u8>(target + c, min(div255Of(<i32>load<u8>(source + c) * coverage) + under, 255));
  }
}

function plainRow(source: usize, target: usize, count: i32): void {
  const alphas = i32x4.splat(0xff000000);
  const wide = count & ~3;
  for (let x = 0; x < wide; x += 4) {
    const pixels = v128.load(source + ((<usize>x) << 2));
    if (!v128.any_true(pixels)) continue;
    const at = target + ((<usize>x) << 2);
    if (i32x4.all_true(i32x4.eq(v128.and(pixels, alphas), alphas))) v128.store(at, pixels);
    else over4(pixels, at);
  }
  for (let x = wide; x < count; x++) overOne(source + ((<usize>x) << 2), target + ((<usize>x) << 2), 255);
}

function fadedRow(source: usize, target: usize, count: i32, opacity: i32): void {
  const factor = i16x8.splat(<i16>opacity);
  const wide = count & ~3;
  for (let x = 0; x < wide; x += 4) {
    const pixels = v128.load(source + ((<usize>x) << 2));
    if (!v128.any_true(pixels)) continue;
    const low = div255(i16x8.mul(i16x8.extend_low_i8x16_u(pixels), factor));
    const high = div255(i16x8.mul(i16x8.extend_high_i8x16_u(pixels), factor));
    over4(i8x16.narrow_i16x8_u(low, high), target + ((<usize>x) << 2));
  }
  for (let x = wide; x < count; x++) overOne(source + ((<usize>x) << 2), target + ((<usize>x) << 2), opacity);
}

function maskedRow(source: usize, target: usize, count: i32, opacity: i32, mask: usize): void {
  const factor = i16x8.splat(<i16>opacity);
  const wide = count & ~3;
  for (let x = 0; x < wide; x += 4) {
    const bytes = v128.load32_zero(mask + <usize>x);
    if (!v128.any_true(bytes)) continue;
    const pixels = v128.load(source + ((<usize>x) << 2));
    if (!v128.any_true(pixels)) continue;
    const cover = div255(i16x8.mul(i16x8.extend_low_i8x16_u(bytes), factor));
    const first = i16x8.shuffle(cover, cover, 0, 0, 0, 0, 1, 1, 1, 1);
    const last = i16x8.shuffle(cover, cover, 2, 2, 2, 2, 3, 3, 3, 3);
    const low = div255(i16x8.mul(i16x8.extend_low_i8x16_u(pixels), first));
    const high = div255(i16x8.mul(i16x8.extend_high_i8x16_u(pixels), last));
    over4(i8x16.narrow_i16x8_u(low, high), target + ((<usize>x) << 2));
  }
  for (let x = wide; x < count; x++) {
    const cover = div255Of(<i32>load<u8>(mask + <usize>x) * opacity);
    overOne(source + ((<usize>x) << 2), target + ((<usize>x) << 2), cover);
  }
}

/**
 * Paints `rows` rows of `count` pixels over the target; strides are in bytes and may be 0. `opacity` is 0…255;
 * `mask` is coverage of a byte a pixel, or 0 for none.
 */
export function blendRows(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  count: i32,
  rows: i32,
  opacity: i32,
  mask: usize,
  maskStride: i32,
): void {
  for (let y = 0; y < rows; y++) {
    const from = source + <usize>(y * sourceStride);
    const to = target + <usize>(y * targetStride);
    if (mask) maskedRow(from, to, count, opacity, mask + <usize>(y * maskStride));
    else if (opacity < 255) fadedRow(from, to, count, opacity);
    else plainRow(from, to, count);
  }
}

/** Copies `rows` rows of `bytes` bytes; strides may be 0. */
export function copyRows(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  bytes: i32,
  rows: i32,
): void {
  for (let y = 0; y < rows; y++)
    memory.copy(target + <usize>(y * targetStride), source + <usize>(y * sourceStride), <usize>bytes);
}

/** Adds `rows` rows of `bytes` bytes to the target's, each sum at most 255. */
export function addRows(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  bytes: i32,
  rows: i32,
): void {
  const wide = bytes & ~15;
  for (let y = 0; y < rows; y++) {
    const from = source + <usize>(y * sourceStride);
    const to = target + <usize>(y * targetStride);
    for (let i: usize = 0; i < <usize>wide; i += 16)
      v128.store(to + i, i8x16.add_sat_u(v128.load(to + i), v128.load(from + i)));
    for (let i: usize = <usize>wide; i < <usize>bytes; i++)
      store<u8>(to + i, min(<i32>load<u8>(to + i) + <i32>load<u8>(from + i), 255));
  }
}

/** Multiplies `rows` rows of `count` bytes of coverage by others. */
export function multiplyRows(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  count: i32,
  rows: i32,
): void {
  const wide = count & ~15;
  for (let y = 0; y < rows; y++) {
    const from = source + <usize>(y * sourceStride);
    const to = target + <usize>(y * targetStride);
    for (let i: usize = 0; i < <usize>wide; i += 16) {
      const a = v128.load(to + i);
      const b = v128.load(from + i);
      const low = div255(i16x8.mul(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b)));
      const high = div255(i16x8.mul(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b)));
      v128.store(to + i, i8x16.narrow_i16x8_u(low, high));
    }
    for (let i: usize = <usize>wide; i < <usize>count; i++)
      store<u8>(to + i, div255Of(<i32>load<u8>(to + i) * <i32>load<u8>(from + i)));
  }
}

/** 1 where every alpha of `count` pixels is 255. */
export function isOpaque(at: usize, count: i32): i32 {
  let all = i32x4.splat(-1);
  const wide = count & ~3;
  for (let i = 0; i < wide; i += 4) all = v128.and(all, v128.load(at + ((<usize>i) << 2)));
  let rest: u32 = 0xffffffff;
  for (let i = wide; i < count; i++) rest &= load<u32>(at + ((<usize>i) << 2));
  const alphas = i32x4.splat(0xff000000);
  return i32(i32x4.all_true(i32x4.eq(v128.and(all, alphas), alphas)) && rest >>> 24 === 255);
}

/** A byte for each row of `width` pixels: 1 where all of them are the same. */
export function plainRows(at: usize, width: i32, height: i32, out: usize): void {
  const bytes = (<usize>width) << 2;
  const wide = bytes & ~15;
  for (let y = 0; y < height; y++) {
    const row = at + <usize>y * bytes;
    const first = load<u32>(row);
    const all = i32x4.splat(first);
    let plain = true;
    for (let x: usize = 0; plain && x < wide; x += 16)
      plain = !v128.any_true(v128.xor(v128.load(row + x), all));
    for (let x = wide; plain && x < bytes; x += 4) plain = load<u32>(row + x) === first;
    store<u8>(out + <usize>y, plain ? 1 : 0);
  }
}
