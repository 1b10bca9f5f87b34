/** A number from 0 to 1 for a cell of space, always the same. */
export function hash(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise from 0 to 1. */
export function noise(x: number, y: number, z: number): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const ease = (t: number) => t * t * (3 - 2 * t);
  const [u, v, w] = [ease(x - i), ease(y - j), ease(z - k)];
  const lerp = (a: number, b: number, t: number) => a + (b - a) * t;
  const plane = (dz: number) =>
    lerp(
      lerp(hash(i, j, k + dz), hash(i + 1, j, k + dz), u),
      lerp(hash(i, j + 1, k + dz), hash(i + 1, j + 1, k + dz), u),
      v,
    );
  return lerp(plane(0), plane(1), w);
}
