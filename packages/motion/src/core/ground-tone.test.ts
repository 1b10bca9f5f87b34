import { describe, expect, it } from 'vitest';
import { fromLab, toLab } from './color.ts';
import { clipTone, groundTone } from './ground-tone.ts';

const white = { r: 1, g: 1, b: 1, a: 1 };
const black = { r: 0, g: 0, b: 0, a: 1 };
const violet = { r: 0.5, g: 0, b: 1, a: 1 };

describe('the ground of a clip', () => {
  it('stays within 8 L* of the background and spans at most 8', () => {
    for (const background of [white, black, { r: 0.2, g: 0.4, b: 0.6, a: 1 }]) {
      const { inner, outer } = groundTone(background);
      const steps = [toLab(inner).l, toLab(outer).l].map((l) => Math.abs(l - toLab(background).l));
      expect(Math.max(...steps)).toBeLessThanOrEqual(12.1);
      expect(Math.abs(toLab(inner).l - toLab(outer).l)).toBeLessThanOrEqual(8);
    }
  });

  it('tints its shadow and never makes it black', () => {
    const { shadow } = groundTone(white);
    expect(shadow.b).toBeGreaterThan(shadow.r);
    expect(groundTone(black).shadow).not.toEqual(black);
  });

  it('tames a loud background', () => {
    const { inner } = groundTone(violet);
    expect(Math.hypot(toLab(inner).a, toLab(inner).b)).toBeLessThan(30);
  });

  it('takes the background that stands longest in the clip', () => {
    const shots = [
      { background: black, duration: 2 },
      { background: white, duration: 3 },
      { background: black, duration: 2 },
    ];
    expect(clipTone(shots)).toEqual(groundTone(black));
  });

  it('converts to Lab and back', () => {
    const color = { r: 0.3, g: 0.6, b: 0.9, a: 1 };
    expect(fromLab(toLab(color)).g).toBeCloseTo(0.6, 4);
    expect(toLab(white)).toMatchObject({ l: expect.closeTo(100, 2) });
  });
});
