import type { Color, Size } from '@animatic/schema';
import type { Bitmap, CanvasHost } from '../canvas.ts';
import { fromLab, toLab } from '../color.ts';
import type { GroundTone } from '../ground-tone.ts';

const STEPS = 1024;
/** Triangular noise of this many levels either way: what it takes to come through the encoder; nobody sees it. */
const DITHER = 2.5;

/**
 * The clip's ground: a radial from the tone's inner to its outer colour, dithered so that it does not band.
 * The noise comes from the pixel's place alone, so every frame carries the same.
 */
export function paintBackdrop<B extends Bitmap>(host: CanvasHost<B>, tone: GroundTone, size: Size): B {
  const { width, height } = size;
  const surface = host.surface(width, height);
  const ramp = rampOf(tone.inner, tone.outer);
  const reach = Math.hypot(width, height) / 2;
  const cx = (width - 1) / 2;
  const cy = (height - 1) * 0.44;
  surface.writePixels((data) => {
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at += 4) {
        const t = Math.min(1, Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) / reach);
        const smooth = t * t * (3 - 2 * t);
        const step = Math.round(smooth * (STEPS - 1)) * 3;
        const noise = (hash(x, y) + hash(x + 7919, y + 104_729) - 1) * DITHER;
        data[at] = (ramp[step] ?? 0) + noise;
        data[at + 1] = (ramp[step + 1] ?? 0) + noise;
        data[at + 2] = (ramp[step + 2] ?? 0) + noise;
        data[at + 3] = 255;
      }
  });
  return surface.bitmap;
}

/** Even steps of lightness: mixed in Lab. */
function rampOf(inner: Color, outer: Color): Float32Array {
  const a = toLab(inner);
  const b = toLab(outer);
  const ramp = new Float32Array(STEPS * 3);
  for (let i = 0; i < STEPS; i++) {
    const share = i / (STEPS - 1);
    const color = fromLab({
      l: a.l + (b.l - a.l) * share,
      a: a.a + (b.a - a.a) * share,
      b: a.b + (b.b - a.b) * share,
    });
    ramp.set([color.r * 255, color.g * 255, color.b * 255], i * 3);
  }
  return ramp;
}

/** An integer hash of a pixel's place to 0…1 (after Jarzynski and Olano, "Hash functions for GPU rendering", pcg2d). */
function hash(x: number, y: number): number {
  let a = (Math.imul(x, 1664525) + 1013904223) | 0;
  let b = (Math.imul(y, 1664525) + 1013904223) | 0;
  a = (a + Math.imul(b, 1664525)) | 0;
  b = (b + Math.imul(a, 1664525)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  a = (a + Math.imul(b, 1664525)) | 0;
  return ((a ^ (a >>> 16)) >>> 0) / 4294967296;
}
