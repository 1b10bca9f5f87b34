/** Straight RGBA, eight bits a channel, rows from the top. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** One channel as numbers, 0 to 255, rows from the top. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** Whole pixels. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Luma of a picture over white, BT.709 weights, 0 to 255.
 *
 * @example lumaOf(frame).data[0]
 */
export function lumaOf({ width, height, data }: Rgba): Plane {
  const luma = new Float32Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    const alpha = data[at + 3]! / 255;
    const value = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!;
    luma[i] = value * alpha + 255 * (1 - alpha);
  }
  return { width, height, data: luma };
}

/** Makes a plane by asking for each pixel. */
export function planeOf(width: number, height: number, at: (x: number, y: number) => number): Plane {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = at(x, y);
  return { width, height, data };
}

/**
 * A part of a plane.
 *
 * @throws RangeError where the region is not within it
 */
export function cropped(plane: Plane, { x, y, width, height }: Region): Plane {
  if (x < 0 || y < 0 || x + width > plane.width || y + height > plane.height)
    throw new RangeError(
      `${width} × ${height} at ${x}, ${y} is not within ${plane.width} × ${plane.height}: measure inside the picture`,
    );
  return planeOf(width, height, (column, row) => plane.data[(y + row) * plane.width + x + column]!);
}

/**
 * The plane between its pixels, by cubic convolution (Keys 1981, a = −0.5); beyond its edge the edge goes on.
 *
 * @param x, y pixel centres at whole numbers
 */
export function valueAt(plane: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let sum = 0;
  for (let row = -1; row <= 2; row++) {
    const weight = cubic(y - top - row);
    if (weight === 0) continue;
    const line = clampTo(top + row, plane.height) * plane.width;
    for (let column = -1; column <= 2; column++)
      sum += weight * cubic(x - left - column) * plane.data[line + clampTo(left + column, plane.width)]!;
  }
  return sum;
}

function cubic(distance: number): number {
  const d = Math.abs(distance);
  if (d < 1) return 1.5 * d ** 3 - 2.5 * d ** 2 + 1;
  if (d < 2) return -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
  return 0;
}

function clampTo(at: number, length: number): number {
  return Math.min(length - 1, Math.max(0, at));
}

/** A plane under a Gaussian of `sigma` pixels: what an eye at some distance makes of it. */
export function blurred(plane: Plane, sigma: number): Plane {
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  const along = (source: Plane, stepX: number, stepY: number) =>
    planeOf(source.width, source.height, (x, y) => {
      let value = 0;
      for (let i = -reach; i <= reach; i++) {
        const line = clampTo(y + i * stepY, source.height) * source.width;
        value += weights[i + reach]! * source.data[line + clampTo(x + i * stepX, source.width)]!;
      }
      return value / sum;
    });
  return along(along(plane, 1, 0), 0, 1);
}
