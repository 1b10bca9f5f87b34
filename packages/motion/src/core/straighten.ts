/** Premultiplied to straight alpha; a sharp filter may have left colours above their alpha. */
export function straighten(from: Uint8Array, to: Uint8Array | Uint8ClampedArray): void {
  to.set(from);
  for (let at = 3; at < from.length; at += 4) {
    const alpha = from[at] ?? 0;
    if (alpha === 255 || alpha === 0) continue;
    const by = 255 / alpha;
    to[at - 3] = Math.min(255, Math.round((from[at - 3] ?? 0) * by));
    to[at - 2] = Math.min(255, Math.round((from[at - 2] ?? 0) * by));
    to[at - 1] = Math.min(255, Math.round((from[at - 1] ?? 0) * by));
  }
}
