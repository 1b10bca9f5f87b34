/** What the rays brought, apart: so that light can be smoothed without blurring what it falls on. */
export interface Exposures {
  readonly albedo: Float32Array;
  readonly light: Float32Array;
  readonly shine: Float32Array;
  readonly normal: Float32Array;
  readonly depth: Float32Array;
}

export function exposures(pixels: number): Exposures {
  const three = () => new Float32Array(pixels * 3);
  return {
    albedo: three(),
    light: three(),
    shine: three(),
    normal: three(),
    depth: new Float32Array(pixels),
  };
}

/** Puts the layers together: smoothed light times albedo, the coat's shine on top, a film curve, a trace of grain. */
export function develop(layers: Exposures, width: number, height: number): Uint8ClampedArray {
  let light = layers.light;
  for (const step of [1, 2, 4]) light = smooth(light, layers, width, height, step, 64);
  const shine = smooth(layers.shine, layers, width, height, 1, 200);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let n = 0; n < width * height; n++) {
    const grain = (scatter(n) - 0.5) * 3;
    for (let c = 0; c < 3; c++) {
      const m = n * 3 + c;
      pixels[n * 4 + c] =
        curve((layers.albedo[m] ?? 0) * (light[m] ?? 0) + (shine[m] ?? 0)) * 255 + grain + 0.5;
    }
    pixels[n * 4 + 3] = 255;
  }
  return pixels;
}

function scatter(n: number): number {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];

/** One pass of an edge-avoiding wavelet blur (Dammertz et al. 2010): neighbours count as far as they face alike and lie as deep. */
function smooth(
  source: Float32Array,
  { normal, depth }: Exposures,
  width: number,
  height: number,
  step: number,
  sharp: number,
): Float32Array {
  const out = new Float32Array(source.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      let [r, g, b, total] = [0, 0, 0, 0];
      for (let j = -2; j <= 2; j++) {
        const v = Math.min(height - 1, Math.max(0, y + j * step));
        for (let i = -2; i <= 2; i++) {
          const u = Math.min(width - 1, Math.max(0, x + i * step));
          const q = v * width + u;
          const alike =
            (normal[p * 3] ?? 0) * (normal[q * 3] ?? 0) +
            (normal[p * 3 + 1] ?? 0) * (normal[q * 3 + 1] ?? 0) +
            (normal[p * 3 + 2] ?? 0) * (normal[q * 3 + 2] ?? 0);
          const apart = Math.abs((depth[p] ?? 0) - (depth[q] ?? 0)) / (0.06 * step);
          const weight =
            (KERNEL[i + 2] ?? 0) * (KERNEL[j + 2] ?? 0) * Math.max(0, alike) ** sharp * Math.exp(-apart);
          r += weight * (source[q * 3] ?? 0);
          g += weight * (source[q * 3 + 1] ?? 0);
          b += weight * (source[q * 3 + 2] ?? 0);
          total += weight;
        }
      }
      const share = total > 1e-6 ? 1 / total : 0;
      out[p * 3] = share ? r * share : (source[p * 3] ?? 0);
      out[p * 3 + 1] = share ? g * share : (source[p * 3 + 1] ?? 0);
      out[p * 3 + 2] = share ? b * share : (source[p * 3 + 2] ?? 0);
    }
  }
  return out;
}

/** Film's shoulder, then sRGB. */
function curve(light: number): number {
  const v = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
  return v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
}
