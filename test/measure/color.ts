import { differenceCiede2000 } from 'culori/fn';
import type { Region, Rgba } from './picture.ts';

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

const ciede2000 = differenceCiede2000();

/**
 * The difference of two sRGB colours as people see it (CIEDE2000): 1 is just noticeable.
 *
 * @example deltaE(meanColor(decoded, swatch), [255, 0, 0]) <= 3
 */
export function deltaE(a: Rgb, b: Rgb): number {
  return ciede2000(toLab(a), toLab(b));
}

/** The mean colour of a region. */
export function meanColor({ width, data }: Rgba, region: Region): Rgb {
  const sum = [0, 0, 0];
  for (let y = region.y; y < region.y + region.height; y++)
    for (let x = region.x; x < region.x + region.width; x++)
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = sum[channel]! + data[(y * width + x) * 4 + channel]!;
  const count = region.width * region.height;
  return [sum[0]! / count, sum[1]! / count, sum[2]! / count];
}

/** IEC 61966-2-1 to CIE XYZ (D65) to CIELAB, white at D65. */
function toLab([r, g, b]: Rgb) {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = [linear(r), linear(g), linear(b)];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return { mode: 'lab65' as const, l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}
