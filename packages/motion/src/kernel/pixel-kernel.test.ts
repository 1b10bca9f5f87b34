import { describe, expect, it } from 'vitest';
import { createPixelKernel, type PixelKernel } from './pixel-kernel.ts';
import type { Bitmap, PremultipliedColor } from './pixel-types.ts';
import { psnr, randomPixels, seeded, smoothPixels } from './testing.ts';

const WHITE = { r: 255, g: 255, b: 255, a: 255 };
const INK = { r: 20, g: 40, b: 60, a: 255 };

function flat(kernel: PixelKernel, width: number, height: number, color: PremultipliedColor): Bitmap {
  const bitmap = kernel.createBitmap(width, height);
  kernel.fill(bitmap, { x: 0, y: 0, width, height }, color);
  return bitmap;
}

/** Red, green, blue and alpha at a pixel. */
function at(kernel: PixelKernel, bitmap: Bitmap, x: number, y: number): number[] {
  const start = (y * bitmap.width + x) * 4;
  return [...kernel.view(bitmap).subarray(start, start + 4)];
}

/** Where the dark edge of a row lies, by how much light the row lost: pixels from the left. */
function darkness(kernel: PixelKernel, bitmap: Bitmap, y: number): number {
  let sum = 0;
  for (let x = 0; x < bitmap.width; x++) sum += (255 - at(kernel, bitmap, x, y)[0]!) / 255;
  return sum;
}

describe('compositing', () => {
  it('leaves an opaque target opaque, whatever is painted over it', () => {
    const kernel = createPixelKernel();
    const target = flat(kernel, 50, 40, WHITE);
    const sprite = kernel.uploadBitmap(randomPixels(33, 27, seeded(1), 'mixed'));
    kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: 3, f: 4 }, { opacity: 0.37 });
    kernel.composite(target, sprite, { a: 1.3, b: 0, c: 0, d: 0.8, e: 3.3, f: 4.8 }, { opacity: 0.9 });
    kernel.composite(target, sprite, { a: 1, b: 0.4, c: -0.4, d: 1, e: 20.3, f: 4.8 });
    for (let x = 0; x < 50; x++) for (let y = 0; y < 40; y++) expect(at(kernel, target, x, y)[3]).toBe(255);
  });

  it('moves by whole pixels exactly, on any way that leads there', () => {
    const kernel = createPixelKernel();
    const pixels = randomPixels(30, 20, seeded(7), 'mixed');
    const sprite = kernel.uploadBitmap(pixels);
    const places = [
      { a: 1, b: 0, c: 0, d: 1, e: 5, f: 6 },
      // Just past what counts as whole: the scaled way, with weights that come to nothing.
      { a: 1, b: 0, c: 0, d: 1, e: 5.0021, f: 6 },
    ];
    for (const place of places) {
      const target = kernel.createBitmap(40, 30);
      kernel.composite(target, sprite, place);
      for (let y = 0; y < 20; y++)
        for (let x = 0; x < 30; x++)
          at(kernel, target, x + 5, y + 6).forEach((value, c) => {
            expect(Math.abs(value - pixels.data[(y * 30 + x) * 4 + c]!)).toBeLessThanOrEqual(1);
          });
    }
  });

  it('keeps an edge within .05 pixels of where it belongs, moved, scaled and turned a little', () => {
    const kernel = createPixelKernel();
    const sprite = flat(kernel, 20, 10, { r: 0, g: 0, b: 0, a: 255 });
    sprite.opaque = true;
    for (const scale of [1, 0.5, 0.77, 1.4, 3])
      for (let move = 0; move < 1; move += 0.13) {
        const target = flat(kernel, 80, 40, WHITE);
        kernel.composite(target, sprite, { a: scale, b: 0, c: 0, d: scale, e: 40 + move - 10 * scale, f: 2 });
        expect(Math.abs(darkness(kernel, target, 4) - 20 * scale)).toBeLessThanOrEqual(0.05);
        const half = flat(kernel, 80, 40, WHITE);
        // The right half lies off the target: what is dark on it ends at its edge.
        kernel.composite(half, sprite, { a: scale, b: 0, c: 0, d: scale, e: 80 - 10 * scale - move, f: 2 });
        expect(Math.abs(darkness(kernel, half, 4) - 10 * scale - move)).toBeLessThanOrEqual(0.05);
      }
    for (const angle of [0.01, 0.2, 0.7, 1.5]) {
      const target = flat(kernel, 80, 80, WHITE);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      kernel.composite(target, sprite, { a: 2 * cos, b: 2 * sin, c: -2 * sin, d: 2 * cos, e: 35.3, f: 12.7 });
      let area = 0;
      for (let y = 0; y < 80; y++) area += darkness(kernel, target, y);
      expect(Math.abs(area - 800) / 120).toBeLessThanOrEqual(0.05);
    }
  });

  it('moves a smooth picture smoothly: within one step of 255 of what lies between its pixels', () => {
    const kernel = createPixelKernel();
    const source = kernel.uploadBitmap(
      smoothPixels(64, 48, (x, y) => 128 + 80 * Math.sin(x / 9) * Math.cos(y / 7)),
    );
    for (const place of [
      { a: 1, b: 0, c: 0, d: 1, e: 0.3, f: -0.6 },
      { a: 1.7, b: 0, c: 0, d: 1.3, e: -4.2, f: 3.4 },
      { a: 1.2, b: 0.3, c: -0.2, d: 1.1, e: 3.1, f: 0.2 },
    ]) {
      const target = kernel.createBitmap(60, 44);
      kernel.composite(target, source, place);
      const det = place.a * place.d - place.b * place.c;
      for (let y = 16; y < 28; y++)
        for (let x = 20; x < 40; x++) {
          const [dx, dy] = [x + 0.5 - place.e, y + 0.5 - place.f];
          const u = (place.d * dx - place.c * dy) / det - 0.5;
          const v = (place.a * dy - place.b * dx) / det - 0.5;
          const value = 128 + 80 * Math.sin(u / 9) * Math.cos(v / 7);
          expect(Math.abs(at(kernel, target, x, y)[0]! - value)).toBeLessThanOrEqual(1.5);
        }
    }
  });

  it('gives the same pixels in parts as in one piece', () => {
    const kernel = createPixelKernel();
    const sprite = kernel.uploadBitmap(randomPixels(90, 70, seeded(5), 'mixed'));
    const mips = kernel.buildMips(sprite);
    const quad = [
      { x: 12.3, y: 5.1 },
      { x: 150, y: 20 },
      { x: 140, y: 99.4 },
      { x: 3, y: 110 },
    ] as const;
    const paint = (target: Bitmap, clip?: { x: number; y: number; width: number; height: number }) => {
      kernel.composite(target, sprite, { a: 1.3, b: 0, c: 0, d: 1.1, e: 4.3, f: 2.7 }, { clip });
      kernel.composite(target, sprite, { a: 1, b: 0.2, c: -0.3, d: 1.1, e: 40.3, f: 2.7 }, { clip });
      kernel.warp(target, mips, quad, { clip, shading: { gain: [1.2, 0.7, 1] } });
      kernel.fill(
        target,
        { x: 2.2, y: 3.3, width: 150.5, height: 9.9 },
        { r: 9, g: 9, b: 9, a: 90 },
        { clip },
      );
    };
    const whole = kernel.createBitmap(160, 120);
    const parts = kernel.createBitmap(160, 120);
    paint(whole);
    for (const [x, width] of [
      [0, 37],
      [37, 58],
      [95, 65],
    ] as const)
      for (const [y, height] of [
        [0, 51],
        [51, 69],
      ] as const)
        paint(parts, { x, y, width, height });
    expect(Buffer.from(kernel.view(parts)).equals(Buffer.from(kernel.view(whole)))).toBe(true);
  });

  it('paints nothing at opacity 0, off the screen, or through numbers that are none', () => {
    const kernel = createPixelKernel();
    const target = flat(kernel, 20, 20, WHITE);
    const sprite = flat(kernel, 10, 10, INK);
    kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: 1, f: 1 }, { opacity: 0 });
    kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: 20, f: 1 });
    kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: -10, f: 1 });
    kernel.composite(target, sprite, { a: 1.5, b: 0, c: 0, d: 1, e: -15, f: 1 });
    kernel.composite(target, sprite, { a: Number.NaN, b: 0, c: 0, d: 1, e: 1, f: 1 });
    kernel.composite(target, sprite, { a: 0, b: 0, c: 0, d: 1, e: 1, f: 1 });
    kernel.composite(target, sprite, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 });
    kernel.warp(target, kernel.buildMips(sprite), [
      { x: 1, y: 1 },
      { x: 9, y: 9 },
      { x: 9, y: 1 },
      { x: 1, y: 9 },
    ]);
    expect(kernel.view(target).every((byte) => byte === 255)).toBe(true);
  });

  it('paints a part as if the rest had been cut off', () => {
    const kernel = createPixelKernel();
    const pixels = randomPixels(30, 20, seeded(3), 'mixed');
    const source = kernel.uploadBitmap(pixels);
    const cut = kernel.createBitmap(11, 9);
    kernel.copy(cut, source, -4, -6);
    const part = { x: 4, y: 6, width: 11, height: 9 };
    for (const { a, b } of [
      { a: 1, b: 0 },
      { a: 1.7, b: 0 },
      { a: 1.1, b: 0.4 },
    ]) {
      const [first, second] = [kernel.createBitmap(60, 40), kernel.createBitmap(60, 40)];
      kernel.composite(first, source, { a, b, c: -b, d: a, e: 5.5, f: 2 }, { part });
      const moved = { e: 5.5 + a * 4 - b * 6, f: 2 + b * 4 + a * 6 };
      kernel.composite(second, cut, { a, b, c: -b, d: a, ...moved });
      expect(Buffer.from(kernel.view(first)).equals(Buffer.from(kernel.view(second)))).toBe(true);
    }
  });

  it('fills between pixels by their share', () => {
    const kernel = createPixelKernel();
    const target = kernel.createBitmap(6, 4);
    kernel.fill(target, { x: 1.25, y: 0.5, width: 3, height: 2 }, { r: 200, g: 100, b: 0, a: 200 });
    const alpha = (x: number, y: number) => at(kernel, target, x, y)[3];
    expect([0, 1, 2, 3, 4, 5].map((x) => alpha(x, 1))).toEqual([0, 150, 200, 200, 50, 0]);
    expect([0, 1, 2, 3].map((y) => alpha(2, y))).toEqual([100, 200, 100, 0]);
  });
});

describe('masks', () => {
  it('cover the area of their rounded rectangle, wherever it lies', () => {
    const kernel = createPixelKernel();
    for (const shift of [0, 0.25, 0.5, 0.8])
      for (const radius of [0, 1, 4.5, 12, 40]) {
        const mask = kernel.createMask({ x: 0, y: 0, width: 64, height: 50 });
        kernel.maskRoundedRect(mask, { x: 5 + shift, y: 4 - shift / 2, width: 50, height: 40 }, radius);
        const sum = kernel.view(mask).reduce((total, byte) => total + byte, 0) / 255;
        const r = Math.min(radius, 20);
        expect(Math.abs(sum - (2000 - (4 - Math.PI) * r * r)) / 180).toBeLessThanOrEqual(0.05);
      }
  });

  it('fade along a line, and keep of one another what both cover', () => {
    const kernel = createPixelKernel();
    const mask = kernel.uploadMask({ x: 10, y: 0, width: 8, height: 2 }, new Uint8Array(16).fill(255));
    kernel.fadeMask(mask, { x: 12, y: 7 }, { x: 16, y: 7 });
    expect([...kernel.view(mask).subarray(0, 8)]).toEqual([255, 255, 223, 159, 96, 32, 0, 0]);
    const other = kernel.uploadMask({ x: 11, y: 1, width: 3, height: 9 }, new Uint8Array(27).fill(128));
    kernel.multiplyMask(mask, other);
    expect([...kernel.view(mask)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 112, 80, 0, 0, 0, 0]);
    expect(() => kernel.fadeMask(mask, { x: 1, y: 1 }, { x: 1, y: 1 })).toThrow(/apart/);
  });

  it('leave out what they do not reach', () => {
    const kernel = createPixelKernel();
    const target = flat(kernel, 12, 12, WHITE);
    const mask = kernel.uploadMask({ x: 3, y: 4, width: 4, height: 3 }, new Uint8Array(12).fill(255));
    kernel.composite(target, flat(kernel, 12, 12, INK), { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, { mask });
    for (let y = 0; y < 12; y++)
      for (let x = 0; x < 12; x++)
        expect(at(kernel, target, x, y)[0]).toBe(x >= 3 && x < 7 && y >= 4 && y < 7 ? INK.r : 255);
  });
});

describe('perspective', () => {
  it('puts the corners where they belong and is straight between them', () => {
    const kernel = createPixelKernel();
    // A ramp to the right: its value says where in the plane a pixel was taken from.
    const source = kernel.uploadBitmap(smoothPixels(256, 256, (x) => x));
    const mips = kernel.buildMips(source);
    const target = kernel.createBitmap(400, 300);
    const quad = [
      { x: 40, y: 40 },
      { x: 360, y: 90 },
      { x: 360, y: 210 },
      { x: 40, y: 260 },
    ] as const;
    kernel.warp(target, mips, quad, { bias: 0 });
    // Heights 220 and 120: by the cross ratio the screen's middle shows u = 120 / (220 + 120) of the way.
    const middle = at(kernel, target, 200, 150)[0]!;
    expect(Math.abs(middle - 256 * (120 / 340))).toBeLessThanOrEqual(1.2);
    expect(at(kernel, target, 20, 150)[3]).toBe(0);
    expect(at(kernel, target, 200, 150)[3]).toBe(255);
  });

  it('does not alias: a fine grid from afar is its mean', () => {
    const kernel = createPixelKernel();
    const source = kernel.uploadBitmap(smoothPixels(256, 256, (x, y) => ((x + y) % 2) * 255));
    const target = kernel.createBitmap(64, 64);
    const quad = [
      { x: 2, y: 2 },
      { x: 60, y: 6 },
      { x: 58, y: 50 },
      { x: 4, y: 60 },
    ] as const;
    kernel.warp(target, kernel.buildMips(source), quad);
    for (let y = 15; y < 40; y++)
      for (let x = 10; x < 50; x++)
        expect(Math.abs(at(kernel, target, x, y)[0]! - 128)).toBeLessThanOrEqual(2);
  });

  it('shades, and never makes a pixel brighter than its alpha', () => {
    const kernel = createPixelKernel();
    const quad = [
      { x: 0, y: 0 },
      { x: 64, y: 0 },
      { x: 64, y: 64 },
      { x: 0, y: 64 },
    ] as const;
    const mips = kernel.buildMips(flat(kernel, 64, 64, { r: 100, g: 100, b: 100, a: 120 }));
    const target = kernel.createBitmap(64, 64);
    kernel.warp(target, mips, quad, { shading: { gain: [0.5, 1.5, 0.5] } });
    expect(at(kernel, target, 1, 30)[0]).toBeLessThan(56);
    expect(Math.abs(at(kernel, target, 32, 30)[0]! - 100)).toBeLessThanOrEqual(3);
    for (let x = 0; x < 64; x++) {
      const [r = 0, , , a = 0] = at(kernel, target, x, 30);
      expect(r).toBeLessThanOrEqual(a);
      expect(a).toBe(120);
    }
  });
});

describe('frames', () => {
  it('a still drawn straight into planes is the RGBA way’s picture', () => {
    const kernel = createPixelKernel();
    const wave = (x: number, y: number) =>
      128 + 70 * Math.sin(x / 5) * Math.cos(y / 4) + 40 * Math.sin((x + y) / 11);
    const pixels = smoothPixels(320, 200, wave);
    const red = smoothPixels(320, 200, (x, y) => wave(y * 1.3, x * 0.7));
    for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i] = red.data[i]!;
    const source = kernel.uploadBitmap(pixels);
    const still = kernel.prepareStill(source);
    for (const shown of [
      { x: 20.3, y: 11.7, width: 256, height: 144 },
      { x: 5, y: 3.5, width: 301.2, height: 169.4 },
      { x: 100.1, y: 40, width: 128, height: 72 },
    ]) {
      const [scaleX, scaleY] = [256 / shown.width, 144 / shown.height];
      const target = kernel.createBitmap(256, 144);
      const place = { a: scaleX, b: 0, c: 0, d: scaleY, e: -shown.x * scaleX, f: -shown.y * scaleY };
      kernel.composite(target, source, place);
      const [direct, through] = [kernel.createFrame(256, 144), kernel.createFrame(256, 144)];
      kernel.toFrame(through, target);
      kernel.drawStill(direct, still, shown);
      expect(psnr(kernel.view(direct), kernel.view(through))).toBeGreaterThan(46);
    }
  });

  it('a still is drawn into its part of the frame alone', () => {
    const kernel = createPixelKernel();
    const still = kernel.prepareStill(flat(kernel, 7, 5, WHITE));
    const frame = kernel.createFrame(20, 12);
    kernel.drawStill(frame, still, { x: 0, y: 0, width: 7, height: 5 }, { x: 4, y: 2, width: 10, height: 6 });
    const luma = kernel.view(frame).subarray(0, 240);
    for (let y = 0; y < 12; y++)
      for (let x = 0; x < 20; x++)
        expect(luma[y * 20 + x]).toBe(x >= 4 && x < 14 && y >= 2 && y < 8 ? 235 : 16);
    expect(() =>
      kernel.drawStill(
        frame,
        still,
        { x: 0, y: 0, width: 7, height: 5 },
        { x: 1, y: 0, width: 4, height: 4 },
      ),
    ).toThrow(/even/);
    expect(() => kernel.drawStill(frame, still, { x: 0, y: 0, width: 0, height: 5 })).toThrow(/area/);
  });

  it('a changed rectangle converted alone gives the frame that the whole gives', () => {
    const kernel = createPixelKernel();
    const bitmap = kernel.uploadBitmap(randomPixels(46, 30, seeded(8), 'opaque'));
    const [parts, whole] = [kernel.createFrame(46, 30), kernel.createFrame(46, 30)];
    kernel.toFrame(parts, bitmap);
    kernel.fill(bitmap, { x: 11.5, y: 7, width: 13, height: 9.5 }, INK);
    kernel.toFrame(parts, bitmap, { x: 11.5, y: 7, width: 13, height: 9.5 });
    kernel.toFrame(whole, bitmap);
    expect(Buffer.from(kernel.view(parts)).equals(Buffer.from(kernel.view(whole)))).toBe(true);
  });

  it('with alpha carries straight colours: half clear red is the red of opaque red', () => {
    const kernel = createPixelKernel();
    const target = kernel.createBitmap(8, 4);
    kernel.fill(target, { x: 0, y: 0, width: 4, height: 4 }, { r: 100, g: 0, b: 0, a: 100 });
    // One opaque red pixel among three clear ones: the clear ones lend its chroma nothing.
    kernel.fill(target, { x: 4, y: 0, width: 1, height: 1 }, { r: 255, g: 0, b: 0, a: 255 });
    const frame = kernel.createFrame(8, 4, { alpha: true });
    kernel.toFrame(frame, target);
    const bytes = kernel.view(frame);
    expect(bytes.length).toBe(8 * 4 * 2.5);
    const [luma, u, v, alpha] = [
      bytes.subarray(0),
      bytes.subarray(32),
      bytes.subarray(40),
      bytes.subarray(48),
    ];
    for (const x of [0, 4]) expect(Math.abs(luma[x]! - 62.6)).toBeLessThanOrEqual(1);
    for (const x of [0, 2]) {
      expect(Math.abs(u[x]! - 102.3)).toBeLessThanOrEqual(1);
      expect(Math.abs(v[x]! - 240)).toBeLessThanOrEqual(1);
    }
    expect([...alpha.subarray(0, 8)]).toEqual([100, 100, 100, 100, 255, 0, 0, 0]);
  });
});
