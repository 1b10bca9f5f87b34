/** 8 bits each, straight. */
export interface EdgeColor {
  r: number;
  g: number;
  b: number;
}

const WHITE: EdgeColor = { r: 255, g: 255, b: 255 };
/** Colours of one bin of so many levels count as one. */
const BIN = 16;

/**
 * The colour that most of a picture's outermost pixels share, so that a ground in it goes on where the picture ends;
 * white where its edges are clear.
 *
 * @param rgba straight, rows from the top
 */
export function edgeColor(rgba: Uint8Array, width: number, height: number): EdgeColor {
  const bins = new Map<number, { weight: number; r: number; g: number; b: number }>();
  let all = 0;
  const take = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray(at, at + 4);
    all += 1;
    if (a < 16) return;
    const key = ((r / BIN) | 0) * 256 + ((g / BIN) | 0) * 16 + ((b / BIN) | 0);
    const bin = bins.get(key) ?? { weight: 0, r: 0, g: 0, b: 0 };
    const weight = a / 255;
    bin.weight += weight;
    bin.r += r * weight;
    bin.g += g * weight;
    bin.b += b * weight;
    bins.set(key, bin);
  };
  for (let x = 0; x < width; x++) {
    take(x, 0);
    take(x, height - 1);
  }
  for (let y = 1; y < height - 1; y++) {
    take(0, y);
    take(width - 1, y);
  }
  const most = [...bins.values()].toSorted((a, b) => b.weight - a.weight)[0];
  if (!most || most.weight < all * 0.02) return WHITE;
  const mean = (sum: number) => Math.round(sum / most.weight);
  return { r: mean(most.r), g: mean(most.g), b: mean(most.b) };
}
