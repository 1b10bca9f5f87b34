import { expect, it } from 'vitest';
import { applyFilters, hasFilters } from './image-filters.ts';

const filtered = (filters: object, pixel = [180, 120, 60, 200]) => {
  const pixels = Uint8ClampedArray.from(pixel);
  applyFilters(pixels, filters);
  return [...pixels];
};

it('tells filters that do something from those at rest', () => {
  expect(hasFilters(undefined)).toBe(false);
  expect(hasFilters({ exposure: 0 })).toBe(false);
  expect(hasFilters({ contrast: 0.1 })).toBe(true);
});

it('changes nothing where all filters are at rest', () => {
  expect(filtered({})).toEqual([180, 120, 60, 200]);
});

it('takes all colour at the lowest saturation and keeps the alpha', () => {
  const [r, g, b, a] = filtered({ saturation: -1 });
  expect(r).toBe(g);
  expect(g).toBe(b);
  expect(a).toBe(200);
});

it('brightens with exposure, warms with temperature, lifts dark parts with shadows', () => {
  expect(filtered({ exposure: 0.5 })[1]).toBeGreaterThan(120);
  const [r, , b] = filtered({ temperature: 1 });
  expect(r).toBeGreaterThan(180);
  expect(b).toBeLessThan(60);
  const [dark] = filtered({ shadows: 1 }, [10, 10, 10, 255]);
  const [light] = filtered({ shadows: 1 }, [250, 250, 250, 255]);
  expect(dark! - 10).toBeGreaterThan(40);
  expect(light! - 250).toBeLessThan(3);
});
