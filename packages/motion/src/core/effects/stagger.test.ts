import type { Rect } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { stepsOf } from './stagger.ts';

const at = (x: number, y: number, width = 40, height = 40): { box: Rect } => ({
  box: { x, y, width, height },
});

describe('the order of a family', () => {
  it('is as given', () => {
    expect(stepsOf([at(90, 0), at(0, 0), at(45, 0)], 'order')).toEqual([0, 1, 2]);
  });

  it('runs from the middle to both sides', () => {
    expect(stepsOf([at(0, 0), at(50, 0), at(100, 0), at(150, 0), at(200, 0)], 'centre')).toEqual([
      2, 1, 0, 1, 2,
    ]);
  });

  it('starts with both where there is no middle one', () => {
    expect(stepsOf([at(0, 0), at(50, 0), at(100, 0), at(150, 0)], 'centre')).toEqual([1, 0, 0, 1]);
  });

  it('measures bars of different heights sideways only', () => {
    const bars = [20, 200, 60, 180, 40].map((height, i) => at(i * 50, 300 - height, 40, height));
    expect(stepsOf(bars, 'centre')).toEqual([2, 1, 0, 1, 2]);
  });

  it('measures a list upwards and downwards only', () => {
    const rows = [300, 180, 260].map((width, i) => at(0, i * 50, width, 40));
    expect(stepsOf(rows, 'centre')).toEqual([1, 0, 1]);
  });

  it('spreads over a grid in rings', () => {
    const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => at(column * 50, row * 50)));
    const steps = stepsOf(grid, 'centre');
    expect(steps[4]).toBe(0);
    expect(new Set([1, 3, 5, 7].map((i) => steps[i]))).toEqual(new Set([1]));
    expect(Math.min(...[0, 2, 6, 8].map((i) => steps[i] ?? 0))).toBeGreaterThanOrEqual(1);
  });

  it('goes row by row, and column by column', () => {
    const grid = [at(0, 0), at(50, 4), at(0, 60), at(50, 64)];
    expect(stepsOf(grid, 'rows')).toEqual([0, 0, 1, 1]);
    expect(stepsOf(grid, 'columns')).toEqual([0, 1, 0, 1]);
  });
});
