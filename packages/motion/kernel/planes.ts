// Bilinear scaling of planes of bytes along the axes, as `scale.ts` does it for RGBA.

/**
 * One row of bytes to `groups` × 8 words of 8.7 fixed point. `table` has 64 bytes a group: the place of its first byte
 * (i32, then 12 unused), two patterns of 16 (which of the 16 bytes there is the left and which the right one of each, put
 * into a word's upper half), eight weights of 15 bits.
 */
export function planeAcross(source: usize, out: usize, groups: i32, table: usize): void {
  for (let g = 0; g < groups; g++) {
    const bytes = v128.load(source + load<u32>(table));
    const left = i16x8.shr_u(i8x16.swizzle(bytes, v128.load(table, 16)), 1);
    const right = i16x8.shr_u(i8x16.swizzle(bytes, v128.load(table, 32)), 1);
    const step = i16x8.q15mulr_sat_s(i16x8.sub(right, left), v128.load(table, 48));
    v128.store(out, i16x8.add(left, step));
    table += 64;
    out += 16;
  }
}

/** The same where 8 outputs may need more than 16 bytes: `table` has an i32 place and an i32 weight for each output. */
export function planeAcrossFar(source: usize, out: usize, count: i32, table: usize): void {
  for (let i = 0; i < count; i++) {
    const at = source + load<u32>(table);
    const left = (<i32>load<u8>(at)) << 7;
    const right = (<i32>load<u8>(at, 1)) << 7;
    store<i16>(out, left + (((right - left) * load<i32>(table, 4) + 0x4000) >> 15));
    table += 8;
    out += 2;
  }
}

/**
 * `count` bytes that lie `weight` / 32768 of the way from one row of words to another; nothing past them is written.
 * Rows are whole sixteens of words; the upper one has room for 16 bytes more.
 */
export function planeDown(upper: usize, lower: usize, weight: i32, out: usize, count: i32): void {
  const half = i16x8.splat(64);
  const w = i16x8.splat(<i16>weight);
  for (let x = 0; x < count; x += 16) {
    const at = (<usize>x) << 1;
    const a = v128.load(upper + at);
    const b = v128.load(upper + at, 16);
    const low = i16x8.add(a, i16x8.q15mulr_sat_s(i16x8.sub(v128.load(lower + at), a), w));
    const high = i16x8.add(b, i16x8.q15mulr_sat_s(i16x8.sub(v128.load(lower + at, 16), b), w));
    const bytes = i8x16.narrow_i16x8_u(
      i16x8.shr_u(i16x8.add(low, half), 7),
      i16x8.shr_u(i16x8.add(high, half), 7),
    );
    if (x + 16 <= count) v128.store(out + <usize>x, bytes);
    else {
      const spare = upper + (((<usize>count + 15) & ~15) << 1);
      v128.store(spare, bytes);
      memory.copy(out + <usize>x, spare, <usize>(count - x));
    }
  }
}
