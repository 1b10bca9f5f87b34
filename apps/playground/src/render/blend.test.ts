import { describe, expect, it } from 'vitest';
import { burnLinear, looksBelow, operationOf } from './blend.ts';

it('lays over for modes without an operation of their own', () => {
  expect(['NORMAL', 'PASS_THROUGH', undefined, 'NEW_MODE'].map(operationOf)).toEqual(
    Array(4).fill('source-over'),
  );
  expect(looksBelow('MULTIPLY')).toBe(true);
  expect(looksBelow('PASS_THROUGH')).toBe(false);
});

describe('linear burn', () => {
  const burn = (below: number[], above: number[], alpha = 1) => {
    const pixels = Uint8ClampedArray.from(below);
    burnLinear(pixels, Uint8ClampedArray.from(above), alpha);
    return [...pixels];
  };

  it('adds both colours and takes white away', () => {
    expect(burn([200, 100, 30, 255], [155, 155, 155, 255])).toEqual([100, 0, 0, 255]);
  });

  it('is half as strong at half the opacity', () => {
    expect(burn([200, 200, 200, 255], [155, 155, 155, 255], 0.5)).toEqual([150, 150, 150, 255]);
  });

  it('lays over where nothing is below, and leaves alone where nothing is above', () => {
    expect(burn([0, 0, 0, 0], [10, 20, 30, 255])).toEqual([10, 20, 30, 255]);
    expect(burn([1, 2, 3, 128], [9, 9, 9, 0])).toEqual([1, 2, 3, 128]);
  });
});
