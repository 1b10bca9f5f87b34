import { expect, it } from 'vitest';
import { boxBlur, boxRadii } from './box-blur.ts';

it('spreads a point as a Gaussian of its sigma does, and loses nothing', () => {
  const size = 81;
  const middle = 40;
  const pixels = new Float32Array(size * size * 4);
  pixels[(middle * size + middle) * 4 + 3] = 1;
  boxBlur(pixels, size, size, 6);
  let sum = 0;
  let spread = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const v = pixels[(y * size + x) * 4 + 3]!;
      sum += v;
      spread += v * (x - middle) ** 2;
    }
  }
  expect(sum).toBeCloseTo(1, 3);
  expect(Math.sqrt(spread)).toBeGreaterThan(5.7);
  expect(Math.sqrt(spread)).toBeLessThan(6.3);
});

it('lets what is at the edge fade into nothing', () => {
  const pixels = new Float32Array(10 * 4).fill(1);
  boxBlur(pixels, 10, 1, 2);
  expect(pixels[3]!).toBeLessThan(0.7);
  expect(pixels[5 * 4 + 3]!).toBeGreaterThan(pixels[3]!);
});

it('has no radius where there is no blur', () => {
  expect(boxRadii(0)).toEqual([0, 0, 0]);
});
