import type { Color } from '@animatic/schema';

/** CIE L*a*b*, D65. */
export interface Lab {
  l: number;
  a: number;
  b: number;
}

const WHITE = { x: 0.95047, z: 1.08883 };
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  const c = Math.min(1, Math.max(0, channel));
  return c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055;
}

function root(t: number): number {
  return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
}

function cube(t: number): number {
  return t ** 3 > EPSILON ? t ** 3 : (116 * t - 16) / KAPPA;
}

/** sRGB (IEC 61966-2-1) to CIE Lab; alpha is left aside. */
export function toLab(color: Color): Lab {
  const r = linear(color.r);
  const g = linear(color.g);
  const b = linear(color.b);
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE.x);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE.z);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** CIE Lab to sRGB, clipped to the gamut, opaque. */
export function fromLab({ l, a, b }: Lab): Color {
  const fy = (l + 16) / 116;
  const x = cube(fy + a / 500) * WHITE.x;
  const y = cube(fy);
  const z = cube(fy - b / 200) * WHITE.z;
  return {
    r: gamma(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
    g: gamma(-0.969266 * x + 1.8760108 * y + 0.041556 * z),
    b: gamma(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
    a: 1,
  };
}

/** A CSS colour, `opacity` times its own alpha. */
export function css(color: Color, opacity = 1): string {
  const byte = (v: number) => Math.round(v * 255);
  return `rgba(${byte(color.r)},${byte(color.g)},${byte(color.b)},${color.a * opacity})`;
}
