import type { Pixels } from './pixel-types.ts';

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Premultiplied noise: every alpha 255, every alpha 0, or all there is, with runs of clear and opaque pixels. */
export function randomPixels(
  width: number,
  height: number,
  random: () => number,
  kind: 'opaque' | 'clear' | 'mixed',
): Pixels {
  const data = new Uint8Array(width * height * 4);
  let run = 0;
  let alpha = 255;
  for (let at = 0; at < data.length; at += 4) {
    if (run-- <= 0) {
      run = Math.floor(random() * 9);
      const die = random();
      alpha = die < 0.3 ? 255 : die < 0.6 ? 0 : Math.floor(random() * 256);
    }
    const a = kind === 'opaque' ? 255 : kind === 'clear' ? 0 : alpha;
    for (let c = 0; c < 3; c++) data[at + c] = Math.floor(random() * (a + 1));
    data[at + 3] = a;
  }
  return { data, width, height };
}

/** Opaque grey pixels of a formula of their column and row. */
export function smoothPixels(width: number, height: number, value: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = Math.round(value(x, y));
      data.set([grey, grey, grey, 255], (y * width + x) * 4);
    }
  return { data, width, height };
}

/** Peak signal-to-noise ratio in dB; infinite where nothing differs. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / a.length));
}
