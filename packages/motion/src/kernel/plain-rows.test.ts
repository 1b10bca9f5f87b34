import { describe, expect, it } from 'vitest';
import { createPixelKernel } from './pixel-kernel.ts';
import { randomPixels, seeded } from './testing.ts';
import { createTwin } from './twin/create-twin.ts';

/** Noise with runs of rows of one colour, some of them clear in part. */
function striped(width: number, height: number) {
  const random = seeded(width + height);
  const pixels = randomPixels(width, height, random, 'mixed');
  const colors = [
    [250, 245, 243, 255],
    [250, 245, 243, 255],
    [20, 30, 40, 60],
    [0, 0, 0, 0],
  ];
  for (let y = 0; y < height; y++) {
    const color = colors[(y >> 2) % 5];
    if (color) for (let x = 0; x < width; x++) pixels.data.set(color, (y * width + x) * 4);
  }
  return pixels;
}

const places = [
  { a: 0.71, b: 0, c: 0, d: 0.71, e: -8.3, f: 2.4 },
  { a: 1.9, b: 0, c: 0, d: 1.3, e: -20.25, f: -3.75 },
  { a: 1, b: 0, c: 0, d: 1, e: 3, f: 0.4 },
  { a: -1.2, b: 0, c: 0, d: -1.2, e: 60.1, f: 41.7 },
];

describe('rows of one colour', () => {
  it.each([1, 3, 16, 37])('are told from others, %i pixels wide', (width) => {
    const pixels = striped(width, 23);
    const [vectors, scalars] = [createPixelKernel(), createPixelKernel(createTwin())].map(
      (kernel) => kernel.uploadBitmap(pixels).plain,
    );
    expect(vectors).toEqual(scalars);
    expect(vectors?.subarray(0, 16).every((plain) => plain === 1)).toBe(true);
  });

  it.each(places)('come out as any others do, scaled by $a', (place) => {
    const kernel = createPixelKernel();
    const random = seeded(7);
    const under = randomPixels(50, 40, random, 'mixed');
    for (const opacity of [1, 0.4])
      for (const part of [undefined, { x: 4, y: 3, width: 30, height: 15 }])
        for (const masked of [false, true]) {
          const [known, unknown] = [true, false].map((isKnown) => {
            const source = kernel.uploadBitmap(striped(60, 33));
            if (!isKnown) source.plain = undefined;
            const target = kernel.uploadBitmap(under);
            const mask = kernel.createMask({ x: 5, y: 5, width: 30, height: 30 });
            kernel.maskRoundedRect(mask, { x: 5.5, y: 6, width: 28, height: 27 }, 9);
            kernel.composite(target, source, place, {
              opacity,
              ...(part && { part }),
              ...(masked && { mask }),
            });
            return Buffer.from(kernel.view(target));
          });
          expect(known!.equals(unknown!)).toBe(true);
        }
  });

  it('are not taken for such once they are painted over', () => {
    const kernel = createPixelKernel();
    const bitmap = kernel.uploadBitmap(striped(20, 10));
    kernel.fill(bitmap, { x: 2, y: 2, width: 3, height: 3 }, { r: 9, g: 9, b: 9, a: 255 });
    expect(bitmap.plain).toBeUndefined();
    kernel.look(bitmap);
    expect([...bitmap.plain!.subarray(0, 6)]).toEqual([1, 1, 0, 0, 0, 1]);
  });
});
