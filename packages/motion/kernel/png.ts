// PNG's filters undone (PNG 3rd edition, 9), and straight pixels made premultiplied.

function left4(pixels: v128): v128 {
  return i8x16.shuffle(pixels, i8x16.splat(0), 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
}

function left8(pixels: v128): v128 {
  return i8x16.shuffle(pixels, i8x16.splat(0), 16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7);
}

// Each pixel is the sum of all before it.
function subRow(raw: usize, out: usize, bytes: usize): void {
  let before = i32x4.splat(0);
  let x: usize = 0;
  for (; x + 16 <= bytes; x += 16) {
    let sums = v128.load(raw + x);
    sums = i8x16.add(sums, left4(sums));
    sums = i8x16.add(sums, left8(sums));
    sums = i8x16.add(sums, before);
    v128.store(out + x, sums);
    before = i32x4.shuffle(sums, sums, 3, 3, 3, 3);
  }
  for (; x < bytes; x += 4) {
    before = i8x16.add(v128.load32_zero(raw + x), before);
    v128.store32_lane(out + x, before, 0);
  }
}

function upRow(raw: usize, above: usize, out: usize, bytes: usize): void {
  let x: usize = 0;
  for (; x + 16 <= bytes; x += 16) v128.store(out + x, i8x16.add(v128.load(raw + x), v128.load(above + x)));
  for (; x < bytes; x++) store<u8>(out + x, load<u8>(raw + x) + load<u8>(above + x));
}

function averageRow(raw: usize, above: usize, out: usize, bytes: usize): void {
  const one = i8x16.splat(1);
  let left = i8x16.splat(0);
  for (let x: usize = 0; x < bytes; x += 4) {
    const up = v128.load32_zero(above + x);
    // The vector's mean rounds up, PNG's down.
    const mean = i8x16.sub(i8x16.avgr_u(left, up), v128.and(v128.xor(left, up), one));
    left = i8x16.add(v128.load32_zero(raw + x), mean);
    v128.store32_lane(out + x, left, 0);
  }
}

function paethRow(raw: usize, above: usize, out: usize, bytes: usize): void {
  let left = i16x8.splat(0);
  let upperLeft = i16x8.splat(0);
  for (let x: usize = 0; x < bytes; x += 4) {
    const up = i16x8.extend_low_i8x16_u(v128.load32_zero(above + x));
    const down = i16x8.sub(up, upperLeft);
    const across = i16x8.sub(left, upperLeft);
    const a = i16x8.abs(down);
    const b = i16x8.abs(across);
    const c = i16x8.abs(i16x8.add(down, across));
    const least = i16x8.min_s(c, i16x8.min_s(a, b));
    const other = v128.bitselect(up, upperLeft, i16x8.eq(least, b));
    const guess = v128.bitselect(left, other, i16x8.eq(least, a));
    const pixel = i8x16.add(v128.load32_zero(raw + x), i8x16.narrow_i16x8_u(guess, guess));
    v128.store32_lane(out + x, pixel, 0);
    left = i16x8.extend_low_i8x16_u(pixel);
    upperLeft = up;
  }
}

/** Undoes one row's filter, four channels of a byte each; `above` is the row before as it came out. */
export function unfilterRow(kind: i32, raw: usize, above: usize, out: usize, bytes: i32): void {
  if (kind === 1) subRow(raw, out, <usize>bytes);
  else if (kind === 2) upRow(raw, above, out, <usize>bytes);
  else if (kind === 3) averageRow(raw, above, out, <usize>bytes);
  else if (kind === 4) paethRow(raw, above, out, <usize>bytes);
  else memory.copy(out, raw, <usize>bytes);
}

function div255(product: v128): v128 {
  const near = i16x8.add(product, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(near, i16x8.shr_u(near, 8)), 8);
}

// Two pixels as words; alpha stays.
function byAlpha(pixels: v128): v128 {
  const alpha = i16x8.shuffle(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7);
  const whole = i16x8(0, 0, 0, 255, 0, 0, 0, 255);
  const colors = i16x8(-1, -1, -1, 0, -1, -1, -1, 0);
  return div255(i16x8.mul(pixels, v128.bitselect(alpha, whole, colors)));
}

function premultiplied(pixels: v128): v128 {
  return i8x16.narrow_i16x8_u(
    byAlpha(i16x8.extend_low_i8x16_u(pixels)),
    byAlpha(i16x8.extend_high_i8x16_u(pixels)),
  );
}

/** Straight pixels become premultiplied ones, where they lie. */
export function premultiply(at: usize, count: i32): void {
  const alphas = i32x4.splat(0xff000000);
  const wide = count & ~3;
  for (let x = 0; x < wide; x += 4) {
    const here = at + ((<usize>x) << 2);
    const pixels = v128.load(here);
    if (!i32x4.all_true(i32x4.eq(v128.and(pixels, alphas), alphas))) v128.store(here, premultiplied(pixels));
  }
  for (let x = wide; x < count; x++) {
    const here = at + ((<usize>x) << 2);
    v128.store32_lane(here, premultiplied(v128.load32_zero(here)), 0);
  }
}
