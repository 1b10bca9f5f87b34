/**
 * A Gaussian blur by three box blurs, for browsers whose canvas has no `filter` (Kovesi 2010, "Fast almost-Gaussian
 * filtering"). Works on premultiplied RGBA, in place.
 *
 * @param sigma in pixels.
 */
export function boxBlur(pixels: Float32Array, width: number, height: number, sigma: number): void {
  const scratch = new Float32Array(Math.max(width, height));
  for (const radius of boxRadii(sigma)) {
    if (radius < 1) continue;
    for (let channel = 0; channel < 4; channel++) {
      for (let y = 0; y < height; y++) blurLine(pixels, y * width * 4 + channel, 4, width, radius, scratch);
      for (let x = 0; x < width; x++) blurLine(pixels, x * 4 + channel, width * 4, height, radius, scratch);
    }
  }
}

/** The radii of three boxes that together have a variance near sigma². */
export function boxRadii(sigma: number): [number, number, number] {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  let low = Math.floor(ideal);
  if (low % 2 === 0) low--;
  low = Math.max(1, low);
  const smaller = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  const width = (i: number) => (i < smaller ? low : low + 2);
  return [(width(0) - 1) / 2, (width(1) - 1) / 2, (width(2) - 1) / 2];
}

function blurLine(
  p: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
  out: Float32Array,
) {
  const size = 2 * radius + 1;
  let sum = 0;
  for (let i = 0; i <= Math.min(radius, length - 1); i++) sum += p[start + i * step]!;
  for (let i = 0; i < length; i++) {
    out[i] = sum / size;
    const enters = i + radius + 1;
    const leaves = i - radius;
    if (enters < length) sum += p[start + enters * step]!;
    if (leaves >= 0) sum -= p[start + leaves * step]!;
  }
  for (let i = 0; i < length; i++) p[start + i * step] = out[i]!;
}
