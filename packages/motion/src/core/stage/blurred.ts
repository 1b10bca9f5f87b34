import type { Bitmap, CanvasHost, Pixels } from '../canvas.ts';
import type { Aids, Prepared } from '../paint/aids.ts';

/** A blur's copies: each twice as soft as the one before, from the first that can be told from the sharp one. */
const FIRST = 0.9;
/** Copies are kept small: this many of their pixels to a radius is enough for what has no edges. */
const PIXELS_A_RADIUS = 1.25;
/** From so many pixels on, a copy is made at half the size. */
const LARGE = 500_000;

/**
 * Copies of a captured bitmap, softer and softer, up to a radius (a Gaussian's sigma) in frame pixels. The sums are our
 * own: Node and browsers get the same pixels.
 *
 * @param viewScale view pixels per frame pixel: copies that would look like the sharp one are left out
 */
export function blurredCopies<B extends Bitmap>(
  host: CanvasHost<B>,
  { image, box }: Prepared<B>,
  radius: number,
  viewScale: number,
): NonNullable<Aids<B>['blurred']> {
  const scale = image.width / box.width;
  const pixels = pixelsOf(host, image);
  const radii: number[] = [];
  for (let one = radius; one * viewScale >= FIRST; one /= 2) radii.unshift(one);
  return radii.map((one) => {
    const sigma = one * scale;
    const large = image.width * image.height > LARGE ? 2 : 1;
    const by = Math.max(1, 2 ** Math.floor(Math.log2(sigma / PIXELS_A_RADIUS))) * large;
    const pad = Math.ceil((sigma * 3) / by);
    const width = Math.ceil(image.width / by) + pad * 2;
    const height = Math.ceil(image.height / by) + pad * 2;
    const plane = shrink(pixels, by, pad, width, height);
    const soft = gaussian(plane, width, height, sigma / by);
    const surface = host.surface(width, height);
    surface.writePixels((data) => straighten(soft, data));
    const pixel = { x: (box.width / image.width) * by, y: (box.height / image.height) * by };
    return {
      image: host.settle ? host.settle(surface.bitmap) : surface.bitmap,
      radius: one,
      box: {
        x: box.x - pad * pixel.x,
        y: box.y - pad * pixel.y,
        width: width * pixel.x,
        height: height * pixel.y,
      },
    };
  });
}

/** A bitmap's pixels, straight RGBA. */
export function pixelsOf<B extends Bitmap>(host: CanvasHost<B>, bitmap: B): Pixels {
  const { width, height } = bitmap;
  const surface = host.surface(width, height);
  surface.context.imageSmoothingEnabled = false;
  surface.context.drawImage(bitmap, 0, 0);
  const pixels = surface.readPixels(0, 0, width, height);
  host.release?.(surface.bitmap);
  return pixels;
}

/** Means of `by` × `by` pixels, premultiplied, with `pad` clear ones around. */
function shrink({ data, width, height }: Pixels, by: number, pad: number, w: number, h: number) {
  const plane = new Float32Array(w * h * 4);
  const share = 1 / (by * by);
  for (let y = 0, at = 0; y < height; y++) {
    const row = (pad + Math.floor(y / by)) * w;
    for (let x = 0; x < width; x++, at += 4) {
      const alpha = (data[at + 3] ?? 0) * share;
      if (alpha === 0) continue;
      const to = (row + pad + Math.floor(x / by)) * 4;
      const weight = alpha / 255;
      plane[to] = (plane[to] ?? 0) + (data[at] ?? 0) * weight;
      plane[to + 1] = (plane[to + 1] ?? 0) + (data[at + 1] ?? 0) * weight;
      plane[to + 2] = (plane[to + 2] ?? 0) + (data[at + 2] ?? 0) * weight;
      plane[to + 3] = (plane[to + 3] ?? 0) + alpha;
    }
  }
  return plane;
}

/** A Gaussian along the rows and then along the columns. */
function gaussian(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 3);
  const taps = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = taps.reduce((a, b) => a + b, 0);
  const kernel = Float32Array.from(taps, (tap) => tap / sum);
  const half = along(plane, kernel, { lines: height, length: width, step: 4, line: width * 4 });
  return along(half, kernel, { lines: width, length: height, step: width * 4, line: 4 });
}

function along(
  plane: Float32Array,
  kernel: Float32Array,
  { lines, length, step, line }: { lines: number; length: number; step: number; line: number },
): Float32Array {
  const out = new Float32Array(plane.length);
  const reach = (kernel.length - 1) / 2;
  for (let n = 0; n < lines; n++)
    for (let i = 0; i < length; i++) {
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      const last = Math.min(length - 1, i + reach);
      for (let j = Math.max(0, i - reach); j <= last; j++) {
        const at = n * line + j * step;
        const weight = kernel[j - i + reach] ?? 0;
        r += (plane[at] ?? 0) * weight;
        g += (plane[at + 1] ?? 0) * weight;
        b += (plane[at + 2] ?? 0) * weight;
        a += (plane[at + 3] ?? 0) * weight;
      }
      const to = n * line + i * step;
      out[to] = r;
      out[to + 1] = g;
      out[to + 2] = b;
      out[to + 3] = a;
    }
  return out;
}

function straighten(plane: Float32Array, data: Uint8ClampedArray): void {
  for (let at = 0; at < plane.length; at += 4) {
    const alpha = plane[at + 3] ?? 0;
    if (alpha < 0.002) continue;
    const by = 255 / alpha;
    data[at] = (plane[at] ?? 0) * by;
    data[at + 1] = (plane[at + 1] ?? 0) * by;
    data[at + 2] = (plane[at + 2] ?? 0) * by;
    data[at + 3] = alpha;
  }
}
