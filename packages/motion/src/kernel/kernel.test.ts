import { describe, expect, it } from 'vitest';
import { createKernel } from './testing.ts';

function flat(width: number, height: number, [r, g, b]: [number, number, number]): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set([r, g, b, 255], at);
  return pixels;
}

/** BT.709, limited range, in floating point. */
function reference([r, g, b]: [number, number, number]): number[] {
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return [
    16 + (y * 219) / 255,
    128 + (((b - y) / 1.8556) * 224) / 255,
    128 + (((r - y) / 1.5748) * 224) / 255,
  ];
}

const colors: [number, number, number][] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [12, 200, 99],
  [250, 251, 3],
  [128, 128, 128],
];

describe('RGBA to I420', () => {
  it.each(colors)('gives BT.709 limited range for rgb %i %i %i', (...color) => {
    for (const [width, height] of [
      [16, 4],
      [10, 2],
    ] as const) {
      const planes = createKernel().toI420(flat(width, height, color), width, height);
      const area = width * height;
      const [y, u, v] = reference(color);
      for (const luma of planes.subarray(0, area)) expect(Math.abs(luma - y!)).toBeLessThanOrEqual(0.51);
      for (const cb of planes.subarray(area, area * 1.25))
        expect(Math.abs(cb - u!)).toBeLessThanOrEqual(0.51);
      for (const cr of planes.subarray(area * 1.25)) expect(Math.abs(cr - v!)).toBeLessThanOrEqual(0.51);
    }
  });

  it('averages chroma over two by two pixels and keeps luma apart', () => {
    const pixels = flat(8, 2, [255, 255, 255]);
    pixels.set([0, 0, 0, 255], 0);
    const planes = createKernel().toI420(pixels, 8, 2);
    expect([...planes.subarray(0, 3)]).toEqual([16, 235, 235]);
    expect([...planes.subarray(16, 24)]).toEqual(Array(8).fill(128));
  });

  it('refuses odd sides and bytes that do not fit', () => {
    expect(() => createKernel().toI420(new Uint8Array(3 * 2 * 4), 3, 2)).toThrow(/even/);
    expect(() => createKernel().toI420(new Uint8Array(5), 2, 2)).toThrow(/16 bytes/);
  });
});

describe('resampling', () => {
  const place = (width: number, height: number, x = 0, y = 0) => ({ x, y, width, height });

  it('leaves a flat picture flat at every size', () => {
    for (const size of [3, 7, 16, 40]) {
      const out = createKernel().resample(
        { data: flat(16, 16, [10, 120, 240]), width: 16, height: 16 },
        place(size, size),
        place(size, size),
      );
      for (let at = 0; at < out.length; at += 4)
        expect([...out.subarray(at, at + 4)]).toEqual([10, 120, 240, 255]);
    }
  });

  it('does not turn or mirror the picture', () => {
    const data = flat(8, 4, [0, 0, 0]);
    for (let y = 0; y < 2; y++) for (let x = 4; x < 8; x++) data.set([200, 0, 0, 255], (y * 8 + x) * 4);
    const out = createKernel().resample({ data, width: 8, height: 4 }, place(4, 2), place(4, 2));
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => out[i * 4]! > 100)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('ends inside a pixel where the picture does', () => {
    const out = createKernel().resample(
      { data: flat(8, 8, [255, 255, 255]), width: 8, height: 8 },
      place(4, 4, 0.5, 0),
      place(5, 4),
    );
    expect(out[3]).toBeGreaterThan(90);
    expect(out[3]).toBeLessThan(165);
    expect(out[2 * 4 + 3]).toBe(255);
  });

  it('does not alias: a fine grid made much smaller is its mean', () => {
    const data = flat(64, 64, [0, 0, 0]);
    for (let y = 0; y < 64; y++)
      for (let x = y % 2; x < 64; x += 2) data.set([255, 255, 255, 255], (y * 64 + x) * 4);
    const out = createKernel().resample({ data, width: 64, height: 64 }, place(9, 9), place(9, 9));
    for (let at = 0; at < out.length; at += 4) expect(Math.abs(out[at]! - 128)).toBeLessThanOrEqual(10);
  });
});
