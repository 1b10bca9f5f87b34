/**
 * Mixes two frames of one size into the first one.
 *
 * @param share 0 leaves the first one, 1 makes it the other
 */
export function dissolve(into: Uint8Array, other: Uint8Array, share: number): void {
  const words = into.length >>> 2;
  const a = new Uint32Array(into.buffer, into.byteOffset, words);
  const b = new Uint32Array(other.buffer, other.byteOffset, words);
  const w = Math.round(Math.min(1, Math.max(0, share)) * 256);
  const v = 256 - w;
  // Two channels at a time: each product has 16 bits to itself.
  for (let i = 0; i < words; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    const even = (Math.imul(x & 0xff00ff, v) + Math.imul(y & 0xff00ff, w) + 0x800080) >>> 8;
    const odd =
      (Math.imul((x >>> 8) & 0xff00ff, v) + Math.imul((y >>> 8) & 0xff00ff, w) + 0x800080) & 0xff00ff00;
    a[i] = ((even & 0xff00ff) | odd) >>> 0;
  }
}

/** Slow at both ends. */
export const smooth = (share: number): number => {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
};
