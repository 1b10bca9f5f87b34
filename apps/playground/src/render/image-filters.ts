import type { RestImageFilters } from './rest-node.ts';

/** True where any filter changes the image. */
export function hasFilters(filters: RestImageFilters | undefined): filters is RestImageFilters {
  return filters !== undefined && Object.values(filters).some((v) => v !== undefined && v !== 0);
}

const luma = (r: number, g: number, b: number) => r * 0.2126 + g * 0.7152 + b * 0.0722;

/**
 * Figma's image filters (each −1 to 1) on straight RGBA, in place. Figma does not publish its formulas: these are the
 * usual ones with strengths that look alike.
 */
export function applyFilters(pixels: Uint8ClampedArray, filters: RestImageFilters): void {
  const of = (name: keyof RestImageFilters) => Math.min(1, Math.max(-1, filters[name] ?? 0));
  const gain = 2 ** (of('exposure') * 1.2);
  const contrast = 1 + of('contrast') * 0.5;
  const saturation = 1 + of('saturation');
  const warm = of('temperature') * 28;
  const green = of('tint') * 22;
  const [highlights, shadows] = [of('highlights') * 70, of('shadows') * 70];
  for (let i = 0; i < pixels.length; i += 4) {
    let r = (pixels[i]! * gain - 127.5) * contrast + 127.5 + warm;
    let g = (pixels[i + 1]! * gain - 127.5) * contrast + 127.5 - green;
    let b = (pixels[i + 2]! * gain - 127.5) * contrast + 127.5 - warm;
    const y = luma(r, g, b);
    const light = Math.min(1, Math.max(0, y / 255));
    const lift = highlights * light * light + shadows * (1 - light) * (1 - light);
    r = y + (r - y) * saturation + lift;
    g = y + (g - y) * saturation + lift;
    b = y + (b - y) * saturation + lift;
    pixels[i] = r;
    pixels[i + 1] = g;
    pixels[i + 2] = b;
  }
}
