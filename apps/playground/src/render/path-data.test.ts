import { describe, expect, it } from 'vitest';
import { ellipse, fitRadii, regularShape, roundedRect } from './path-data.ts';

describe('a rounded rectangle', () => {
  it('is four straight lines where no corner is round', () => {
    expect(roundedRect(1, 2, 10, 20, [0, 0, 0, 0])).toBe('M1 2H11V22H1Z');
  });

  it('scales all radii alike where two of them are longer than their side', () => {
    expect(fitRadii(100, 40, [40, 40, 0, 0])).toEqual([40, 40, 0, 0]);
    expect(fitRadii(100, 40, [40, 0, 0, 40])).toEqual([20, 0, 0, 20]);
  });

  it('ignores radii that are negative or no numbers', () => {
    expect(fitRadii(10, 10, [-4, Number.NaN, 2, 0])).toEqual([0, 0, 2, 0]);
  });
});

describe('an ellipse', () => {
  it('runs from the right side around to it again', () => {
    expect(ellipse(20, 10)).toMatch(/^M20 5C.*20 5Z$/);
  });

  it('is a slice with its tip in the middle where the arc is a part', () => {
    const slice = ellipse(20, 20, { startingAngle: 0, endingAngle: Math.PI / 2, innerRadius: 0 });
    expect(slice).toMatch(/^M20 10C.* 10 20L10 10Z$/);
  });

  it('has a hole where the arc has an inner radius', () => {
    const ring = ellipse(20, 20, { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0.5 });
    expect(ring.match(/M/g)).toHaveLength(2);
    expect(ring).toContain('M15 10');
  });
});

it('puts the corners of a star on two circles in turn', () => {
  const star = regularShape(100, 100, 5, 0.5);
  expect(star.startsWith('M50 0L')).toBe(true);
  expect(star.split('L')).toHaveLength(10);
});
