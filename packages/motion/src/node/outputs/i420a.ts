import type { Size } from '@animatic/schema';

/**
 * Premultiplied RGBA to I420 with a plane of alpha: BT.709 limited range (ITU-R BT.709-6, table 3), straight colours.
 * Four pixels share one chroma, weighed by their alpha, so that a soft edge keeps the colour of what it belongs to.
 *
 * @param into width × height × 2.5 bytes
 */
export function toI420a(
  rgba: Uint8Array | Uint8ClampedArray,
  { width, height }: Size,
  into: Uint8Array,
): void {
  const pixels = width * height;
  const uAt = pixels;
  const vAt = pixels * 1.25;
  const aAt = pixels * 1.5;
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      let [red, green, blue, alphas] = [0, 0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const pixel = (y + (corner >> 1)) * width + x + (corner & 1);
        const at = pixel * 4;
        const r = rgba[at] ?? 0;
        const g = rgba[at + 1] ?? 0;
        const b = rgba[at + 2] ?? 0;
        const a = rgba[at + 3] ?? 0;
        red += r;
        green += g;
        blue += b;
        alphas += a;
        const luma = a === 0 ? 0 : ((0.2126 * r + 0.7152 * g + 0.0722 * b) * 219) / a;
        into[pixel] = 16 + Math.min(219, luma) + 0.5;
        into[aAt + pixel] = a;
      }
      const chroma = (y >> 1) * (width >> 1) + (x >> 1);
      const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      const scale = alphas === 0 ? 0 : 224 / alphas;
      into[uAt + chroma] = Math.min(240, 128.5 + ((blue - luma) / 1.8556) * scale);
      into[vAt + chroma] = Math.min(240, 128.5 + ((red - luma) / 1.5748) * scale);
    }
}

/** Premultiplied RGBA to straight. */
export function straighten(rgba: Uint8Array | Uint8ClampedArray, into: Uint8Array): void {
  into.set(rgba);
  for (let at = 3; at < into.length; at += 4) {
    const alpha = into[at] ?? 0;
    if (alpha === 255 || alpha === 0) continue;
    for (let channel = at - 3; channel < at; channel++)
      into[channel] = Math.min(255, ((into[channel] ?? 0) * 255) / alpha + 0.5);
  }
}
