import { expect, it } from 'vitest';
import { arcPath, pathBox, rectPath, strokePath } from './geometry.ts';

it('keeps a rounded rectangle within its box', () => {
  expect(pathBox(rectPath(120, 48, [24, 24, 8, 0]))).toEqual({ x: 0, y: 0, width: 120, height: 48 });
});

it('draws a quarter of a ring where a clock has its first three hours', () => {
  const box = pathBox(arcPath(100, -Math.PI / 2, 0, 0.5));
  expect(box.x).toBeCloseTo(50, 1);
  expect(box.y).toBeCloseTo(0, 1);
  expect(box.width).toBeCloseTo(50, 1);
  expect(box.height).toBeCloseTo(50, 1);
});

it('outlines a stroke as wide as it is', () => {
  expect(pathBox(strokePath('M0 0L10 0', { width: 4 }))).toEqual({ x: 0, y: -2, width: 10, height: 4 });
});
