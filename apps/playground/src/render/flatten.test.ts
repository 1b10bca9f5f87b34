import { describe, expect, it } from 'vitest';
import { flatten } from './flatten.ts';
import { ellipse } from './path-data.ts';

describe('curves as straight lines', () => {
  it('keeps lines as they are, relative ones and shorthands too', () => {
    const [line] = flatten('M1 1h4v2l-1-1Z') ?? [];
    expect(line).toEqual({
      points: [
        { x: 1, y: 1 },
        { x: 5, y: 1 },
        { x: 5, y: 3 },
        { x: 4, y: 2 },
      ],
      closed: true,
    });
  });

  it('stays within a hundredth of a pixel of a circle', () => {
    const [circle] = flatten(ellipse(200, 200)) ?? [];
    const away = (circle?.points ?? []).map((p) => Math.abs(Math.hypot(p.x - 100, p.y - 100) - 100));
    // A circle of four cubics is itself 0.027 px off at this size.
    expect(Math.max(...away)).toBeLessThan(0.04);
    const longest = (circle?.points ?? []).reduce((most, p, i, all) => {
      const next = all[(i + 1) % all.length]!;
      return Math.max(most, Math.hypot(next.x - p.x, next.y - p.y));
    }, 0);
    expect(longest ** 2 / (8 * 100)).toBeLessThan(0.01);
  });

  it('ends each curve exactly where the path says', () => {
    const [curve] = flatten('M0 0C1 5 9 5 10 0Q15 -5 20 0') ?? [];
    expect(curve?.points.at(-1)).toEqual({ x: 20, y: 0 });
    expect(curve?.points).toContainEqual({ x: 10, y: 0 });
  });

  it('starts a new run after each move and reads numbers with exponents and without spaces', () => {
    expect(flatten('M0 0L1e1-2M5 5L.5.25')).toEqual([
      {
        points: [
          { x: 0, y: 0 },
          { x: 10, y: -2 },
        ],
        closed: false,
      },
      {
        points: [
          { x: 5, y: 5 },
          { x: 0.5, y: 0.25 },
        ],
        closed: false,
      },
    ]);
  });

  it('gives up on commands it does not know, so that the browser draws them', () => {
    expect(flatten('M0 0A5 5 0 0 1 10 0Z')).toBeUndefined();
  });

  it('makes nothing of nonsense', () => {
    expect(flatten('M L C nonsense')).toBeUndefined();
    expect(flatten('')).toEqual([]);
  });
});
