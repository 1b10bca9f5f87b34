import { describe, expect, it } from 'vitest';
import { createPixelKernel } from './pixel-kernel.ts';
import { randomPixels, seeded } from './testing.ts';

describe('the kernel’s memory', () => {
  it('is used again: a long clip of comings and goings ends where it began', () => {
    const kernel = createPixelKernel();
    const random = seeded(4);
    kernel.createBitmap(64, 64);
    const turn = () => {
      const size = () => 1 + Math.floor(random() * 60);
      const blocks = Array.from({ length: 12 }, () => kernel.createBitmap(size(), size()));
      const [first, second] = [blocks[0]!, blocks[1]!];
      const others = [kernel.createFrame(32, 18), kernel.createMask({ x: 0, y: 0, width: 9, height: 9 })];
      kernel.composite(first, second, { a: 0.7, b: 0.1, c: 0, d: 1.2, e: 1, f: 2 });
      const mips = kernel.buildMips(first);
      for (const block of [mips, ...others]) kernel.free(block);
      while (blocks.length > 0) kernel.free(blocks.splice(Math.floor(random() * blocks.length), 1)[0]!);
    };
    for (let i = 0; i < 50; i++) turn();
    const { used } = kernel.usage();
    for (let i = 0; i < 2000; i++) turn();
    expect(kernel.usage().used).toBe(used);
    // At most some 120 kB are in use at once; what comes and goes is 200 MB.
    expect(kernel.usage().reserved).toBeLessThanOrEqual(6 * 65_536);
  });

  it('keeps what it holds when it grows', () => {
    const kernel = createPixelKernel();
    const pixels = randomPixels(31, 17, seeded(9), 'mixed');
    const bitmap = kernel.uploadBitmap(pixels);
    const reserved = kernel.usage().reserved;
    kernel.createBitmap(1000, 1000);
    expect(kernel.usage().reserved).toBeGreaterThan(reserved);
    expect(Buffer.from(kernel.view(bitmap)).equals(Buffer.from(pixels.data))).toBe(true);
  });

  it('gives clear bitmaps and empty masks, also where something lay before', () => {
    const kernel = createPixelKernel();
    kernel.free(kernel.uploadBitmap(randomPixels(40, 40, seeded(2), 'opaque')));
    expect(kernel.view(kernel.createBitmap(20, 20)).every((byte) => byte === 0)).toBe(true);
    expect(kernel.view(kernel.createMask({ x: 0, y: 0, width: 30, height: 30 })).every((b) => b === 0)).toBe(
      true,
    );
  });

  it('refuses to be freed twice', () => {
    const kernel = createPixelKernel();
    const bitmap = kernel.createBitmap(3, 3);
    kernel.free(bitmap);
    expect(() => kernel.free(bitmap)).toThrow(/twice/);
  });

  it.each([
    [0, 4],
    [4, -1],
    [2.5, 2],
    [Number.NaN, 2],
  ])('refuses sides of %s × %s', (width, height) => {
    const kernel = createPixelKernel();
    expect(() => kernel.createBitmap(width, height)).toThrow(/whole sides above 0/);
    expect(() => kernel.uploadBitmap({ data: new Uint8Array(16), width, height })).toThrow(RangeError);
  });

  it('says what does not fit', () => {
    const kernel = createPixelKernel();
    expect(() => kernel.uploadBitmap({ data: new Uint8Array(15), width: 2, height: 2 })).toThrow(
      /16 bytes, not 15/,
    );
    expect(() => kernel.createFrame(3, 2)).toThrow(/even sides/);
    expect(() => kernel.createMask({ x: 0.5, y: 0, width: 2, height: 2 })).toThrow(/whole pixels/);
    expect(() => kernel.createBitmap(40_000, 40_000)).toThrow(/4 GiB/);
    expect(() => kernel.toFrame(kernel.createFrame(4, 4), kernel.createBitmap(4, 6))).toThrow(/4 × 4/);
  });
});
