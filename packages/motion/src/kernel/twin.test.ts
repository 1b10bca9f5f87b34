import { describe, expect, it } from 'vitest';
import { createPixelKernel, type PixelKernel } from './pixel-kernel.ts';
import type { Bitmap, Block, Pixels, Quad } from './pixel-types.ts';
import { randomPixels, seeded } from './testing.ts';
import { createTwin } from './twin/create-twin.ts';

/** Runs the same calls on the vectors and on the scalar twin, and compares every byte of what they give. */
function same(run: (kernel: PixelKernel) => Block): void {
  const kernels = [createPixelKernel(), createPixelKernel(createTwin())];
  const [vectors, scalars] = kernels.map((kernel) => Buffer.from(kernel.view(run(kernel))));
  if (!vectors!.equals(scalars!)) {
    const at = vectors!.findIndex((byte, i) => byte !== scalars![i]);
    throw new Error(`byte ${at} of ${vectors!.length}: ${vectors![at]}, the twin has ${scalars![at]}`);
  }
}

const sizes = [
  [1, 1],
  [2, 3],
  [7, 5],
  [16, 4],
  [33, 21],
  [50, 38],
] as const;

/** A target of odd sides with something on it, and a source. */
function scene(kernel: PixelKernel, source: Pixels, random: () => number): [Bitmap, Bitmap] {
  const target = kernel.uploadBitmap(randomPixels(41, 29, random, 'mixed'));
  return [target, kernel.uploadBitmap(source)];
}

describe.each(sizes)('the vectors and their twin agree on a source of %i × %i', (width, height) => {
  const kinds = ['opaque', 'clear', 'mixed'] as const;

  it.each(kinds)('copied and composited at whole pixels, %s', (kind) => {
    const random = seeded(width * 100 + height);
    for (const [x, y] of [
      [0, 0],
      [3, 2],
      [-5, -1],
      [38, 27],
      [-60, 4],
      [90, 90],
    ] as const)
      for (const opacity of [0, 0.003, 0.5, 1]) {
        const seed = Math.floor(random() * 1e9);
        same((kernel) => {
          const inner = seeded(seed);
          const [target, source] = scene(kernel, randomPixels(width, height, inner, kind), inner);
          kernel.composite(target, source, { a: 1, b: 0, c: 0, d: 1, e: x, f: y }, { opacity });
          kernel.copy(target, source, x + 1, y + 1, { clip: { x: 0, y: 0, width: 10, height: 9 } });
          return target;
        });
      }
  });

  it.each(kinds)('scaled, mirrored and turned, %s', (kind) => {
    const random = seeded(width * 7 + height);
    const places = [
      { a: 1, b: 0, c: 0, d: 1, e: 3.37, f: -1.81 },
      { a: 1, b: 0, c: 0, d: 1, e: 3, f: -1.81 },
      { a: 1, b: 0, c: 0, d: 0.7, e: -2, f: 4.4 },
      { a: 0.61, b: 0, c: 0, d: 1.9, e: 5.2, f: 7.7 },
      { a: 2.75, b: 0, c: 0, d: 0.55, e: -12.4, f: 2.3 },
      { a: -1.3, b: 0, c: 0, d: -0.8, e: 30, f: 20.25 },
      { a: 0.02, b: 0, c: 0, d: 0.02, e: 10.4, f: 10.9 },
      { a: 0.8, b: 0.6, c: -0.6, d: 0.8, e: 10.1, f: 2.2 },
      { a: 1.4, b: -0.9, c: 0.3, d: 1.1, e: 0.5, f: 20 },
      { a: 3, b: 0.5, c: 0.2, d: 3, e: 900, f: -900 },
    ];
    for (const place of places)
      for (const opacity of [1, 0.42]) {
        const seed = Math.floor(random() * 1e9);
        same((kernel) => {
          const inner = seeded(seed);
          const [target, source] = scene(kernel, randomPixels(width, height, inner, kind), inner);
          kernel.composite(target, source, place, { opacity });
          kernel.composite(target, source, place, { opacity, part: { x: 1, y: 0, width: 5, height: 2 } });
          return target;
        });
      }
  });

  it.each(kinds)('through a mask and a clip, %s', (kind) => {
    const random = seeded(width + height);
    for (let i = 0; i < 6; i++) {
      const seed = Math.floor(random() * 1e9);
      same((kernel) => {
        const inner = seeded(seed);
        const [target, source] = scene(kernel, randomPixels(width, height, inner, kind), inner);
        const mask = kernel.createMask({ x: i - 2, y: 3 - i, width: 30 + i, height: 23 });
        kernel.maskRoundedRect(mask, { x: 1.3, y: 2.6, width: 20 + i / 3, height: 18.2 }, [3.2, i, 9, 40]);
        const other = kernel.uploadMask(
          { x: 3, y: i - 1, width: 25, height: 19 },
          Uint8Array.from({ length: 475 }, () => Math.floor(inner() * 256)),
        );
        if (i % 2) kernel.multiplyMask(mask, other);
        kernel.fadeMask(mask, { x: 4, y: i }, { x: 22.5, y: 14.2 }, [1, 0.9, 0.3, 0]);
        const clip = { x: 2, y: 1, width: 25 + i, height: 22 };
        kernel.composite(target, source, { a: 1, b: 0, c: 0, d: 1, e: i, f: 2 }, { mask, clip });
        kernel.composite(
          target,
          source,
          { a: 1.2, b: 0, c: 0, d: 1.1, e: i + 0.2, f: 2 },
          { mask, opacity: 0.7 },
        );
        kernel.composite(target, source, { a: 1, b: 0.4, c: -0.3, d: 1, e: i, f: 2.5 }, { mask, clip });
        kernel.fill(
          target,
          { x: 4.4, y: 3.1, width: 9.7, height: 12 },
          { r: 90, g: 20, b: 100, a: 120 },
          { mask },
        );
        return target;
      });
    }
  });

  it.each(kinds)('in perspective, with and without light, %s', (kind) => {
    const quads: Quad[] = [
      [
        { x: 3.2, y: 2.1 },
        { x: 30.7, y: 6 },
        { x: 28, y: 20.4 },
        { x: 1.5, y: 26 },
      ],
      [
        { x: 36, y: 4 },
        { x: 20, y: 5 },
        { x: 19, y: 9 },
        { x: 35, y: 12 },
      ],
      [
        { x: -80, y: -40 },
        { x: 120, y: 10 },
        { x: 100, y: 40 },
        { x: -70, y: 90 },
      ],
      [
        { x: 10, y: 10 },
        { x: 10.4, y: 10 },
        { x: 10.4, y: 10.3 },
        { x: 10, y: 10.4 },
      ],
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
        { x: 20, y: 20 },
        { x: 5, y: 30 },
      ],
    ];
    for (const quad of quads)
      for (const lit of [false, true])
        same((kernel) => {
          const inner = seeded(width * 31 + height);
          const [target, source] = scene(kernel, randomPixels(width, height, inner, kind), inner);
          const sheen = { strength: 0.08, position: 0.4, width: 0.5, angle: 2.2 };
          const shading = { gain: [1.4, 0.6, 1] as const, sheen };
          kernel.warp(target, kernel.buildMips(source), quad, lit ? { shading, opacity: 0.9 } : {});
          return target;
        });
  });

  it.each(kinds)('as the levels of a mip chain, %s', (kind) => {
    same((kernel) => {
      const source = kernel.uploadBitmap(randomPixels(width, height, seeded(width), kind));
      const chain = kernel.buildMips(source);
      const smallest = chain.levels.at(-1)!;
      expect([smallest.width, smallest.height]).toEqual([1, 1]);
      const second = chain.levels[1] ?? smallest;
      return { at: second.at, bytes: second.width * second.height * 4 };
    });
  });

  it('drawn as a still straight into a frame', () => {
    for (const shown of [
      { x: 0, y: 0, width, height },
      { x: width * 0.2, y: height * 0.1, width: width * 0.37, height: height * 0.6 },
      { x: -3.3, y: 1.2, width: width * 3.1, height: height * 2 },
      { x: 0.4, y: 0.2, width: 200, height: 90 },
    ])
      same((kernel) => {
        const source = kernel.uploadBitmap(randomPixels(width, height, seeded(width), 'opaque'));
        const still = kernel.prepareStill(source);
        const frame = kernel.createFrame(46, 30);
        kernel.drawStill(frame, still, shown, { x: 4, y: 2, width: 38, height: 26 });
        return frame;
      });
  });
});

describe('the vectors and their twin agree on frames', () => {
  it.each([
    [2, 2],
    [8, 2],
    [10, 6],
    [46, 30],
  ])('of %i × %i: whole, in part, with alpha', (width, height) => {
    for (const alpha of [false, true])
      for (const rect of [
        undefined,
        { x: 1, y: 1, width: 5, height: 2 },
        { x: -4, y: 3.2, width: 99, height: 7 },
      ])
        same((kernel) => {
          const source = kernel.uploadBitmap(randomPixels(width, height, seeded(width), 'mixed'));
          const frame = kernel.createFrame(width, height, { alpha });
          kernel.toFrame(frame, source, rect);
          return frame;
        });
  });

  it('added up', () => {
    for (const width of [1, 5, 33])
      same((kernel) => {
        const random = seeded(width);
        const target = kernel.uploadBitmap(randomPixels(41, 9, random, 'mixed'));
        kernel.add(target, kernel.uploadBitmap(randomPixels(width, 12, random, 'mixed')));
        const clip = { x: 3, y: 2, width: 7, height: 20 };
        kernel.add(target, kernel.uploadBitmap(randomPixels(41, 5, random, 'mixed')), { clip });
        return target;
      });
  });

  it('resampled to other sizes', () => {
    for (const [width, height] of [
      [9, 7],
      [40, 13],
      [3, 30],
    ] as const)
      same((kernel) => {
        const source = kernel.uploadBitmap(randomPixels(21, 17, seeded(3), 'mixed'));
        const place = { x: 0.3, y: 0, width: width - 0.6, height };
        return kernel.resampleBitmap(source, place, { x: 0, y: 0, width, height });
      });
  });
});

it.each([1, 3, 4, 5, 8, 21])('the vectors and their twin agree on PNG rows of %i pixels', (width) => {
  const random = seeded(width);
  const stream = Uint8Array.from({ length: (width * 4 + 1) * 25 }, (_, at) =>
    at % (width * 4 + 1) === 0 ? Math.floor(at / (width * 4 + 1)) % 5 : Math.floor(random() * 256),
  );
  same((kernel) => {
    const rows = kernel.receivePng(width, 25);
    rows.add(stream);
    return rows.finish();
  });
});
