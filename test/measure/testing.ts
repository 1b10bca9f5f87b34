import { type Plane, planeOf, type Rgba } from './picture.ts';

/** A picture of one grey. */
export function grey(width: number, height: number, value: number): Rgba {
  const data = new Uint8ClampedArray(width * height * 4).fill(value);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height, data };
}

/** A picture whose every pixel is asked for: red, green, blue. */
export function colored(
  width: number,
  height: number,
  at: (x: number, y: number) => readonly [number, number, number],
): Rgba {
  const picture = grey(width, height, 0);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) picture.data.set(at(x, y), (y * width + x) * 4);
  return picture;
}

/** The same numbers every time, even over 0 to 1 (mulberry32). */
export function seeded(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function noisy(width: number, height: number, middle: number, spread: number): Plane {
  const random = seeded(7);
  return planeOf(width, height, () => middle + (random() - 0.5) * 2 * spread);
}

/** What a box from `left` to `right` covers of each pixel of a row: exact area coverage, as a renderer should draw it. */
export function covered(x: number, left: number, right: number): number {
  return Math.max(0, Math.min(x + 1, right) - Math.max(x, left));
}
