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
  const large = image.width * image.height > LARGE ? 2 : 1;
  let small: Plane | undefined;
  return radii.map((one) => {
    const sigma = one * scale;
    const by = Math.max(1, 2 ** Math.floor(Math.log2(sigma / PIXELS_A_RADIUS))) * large;
    small ??= premultiplied(pixels);
    while (small.by < by) small = halved(small);
    const pad = Math.ceil((sigma * 3) / by);
    const { data: soft, width, height } = gaussian(padded(small, pad), sigma / by);
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

/** Premultiplied RGBA, each pixel the mean of `by` × `by` of the bitmap's. */
interface Plane {
  data: Float32Array;
  width: number;
  height: number;
  by: number;
}

function premultiplied({ data, width, height }: Pixels): Plane {
  const plane = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha === 0) continue;
    const weight = alpha / 255;
    plane[at] = (data[at] ?? 0) * weight;
    plane[at + 1] = (data[at + 1] ?? 0) * weight;
    plane[at + 2] = (data[at + 2] ?? 0) * weight;
    plane[at + 3] = alpha;
  }
  return { data: plane, width, height, by: 1 };
}

/** Half as large; what lies beyond an odd edge is clear. */
function halved({ data, width, height, by }: Plane): Plane {
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const half = new Float32Array(w * h * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const to = ((y >> 1) * w + (x >> 1)) * 4;
      for (let channel = 0; channel < 4; channel++)
        half[to + channel] = (half[to + channel] ?? 0) + (data[from + channel] ?? 0) / 4;
    }
  return { data: half, width: w, height: h, by: by * 2 };
}

/** With clear pixels around. */
function padded({ data, width, height, by }: Plane, pad: number): Plane {
  const [w, h] = [width + pad * 2, height + pad * 2];
  const wide = new Float32Array(w * h * 4);
  for (let y = 0; y < height; y++)
    wide.set(data.subarray(y * width * 4, (y + 1) * width * 4), ((y + pad) * w + pad) * 4);
  return { data: wide, width: w, height: h, by };
}

/** A Gaussian along the rows and then along the columns. */
function gaussian({ data, width, height, by }: Plane, sigma: number): Plane {
  const reach = Math.ceil(sigma * 3);
  const taps = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = taps.reduce((a, b) => a + b, 0);
  const kernel = Float32Array.from(taps, (tap) => tap / sum);
  const half = along(data, kernel, { lines: height, length: width, step: 4, line: width * 4 });
  const soft = along(half, kernel, { lines: width, length: height, step: width * 4, line: 4 });
  return { data: soft, width, height, by };
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
