import { easingNames } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { ease, settle } from './easing.ts';

describe('ease', () => {
  it.each(easingNames)('%s begins at 0 and ends at 1', (name) => {
    expect(ease(name, 0)).toBe(0);
    expect(ease(name, 1)).toBe(1);
  });

  it.each(['travel', 'drift'] as const)(
    '%s starts and stops softly: its ends move a twentieth of its peak at most',
    (name) => {
      const frames = 60;
      const speeds = Array.from(
        { length: frames },
        (_, i) => ease(name, (i + 1) / frames) - ease(name, i / frames),
      );
      const peak = Math.max(...speeds);
      expect(speeds[0]! / peak).toBeLessThan(0.05);
      expect(speeds.at(-1)! / peak).toBeLessThan(0.05);
    },
  );

  it('agrees with CSS for a known curve', () => {
    expect(ease({ bezier: [0.25, 0.1, 0.25, 1] }, 0.5)).toBeCloseTo(0.8024, 3);
  });

  it('overshoots with a bouncy spring and settles', () => {
    const bouncy = { spring: { mass: 1, stiffness: 600, damping: 15 } };
    const values = Array.from({ length: 100 }, (_, i) => ease(bouncy, i / 100));
    expect(Math.max(...values)).toBeGreaterThan(1.1);
    expect(values.at(-1)).toBeCloseTo(1, 2);
  });

  it('has a critically damped spring arrive, with no jump at its end', () => {
    const critical = { spring: { mass: 1, stiffness: 100, damping: 20 } };
    expect(1 - ease(critical, 0.9999)).toBeLessThan(0.0012);
  });

  it('creeps to its end with an overdamped spring', () => {
    const slow = { spring: { mass: 1, stiffness: 100, damping: 60 } };
    expect(ease(slow, 0.3)).toBeGreaterThan(ease(slow, 0.1));
    expect(ease(slow, 0.999)).toBeCloseTo(1, 2);
    expect(Math.max(...Array.from({ length: 50 }, (_, i) => ease(slow, i / 50)))).toBeLessThanOrEqual(1);
  });
});

describe('settle', () => {
  it.each(easingNames)('%s neither passes its end nor turns back', (name) => {
    const values = Array.from({ length: 101 }, (_, i) => settle(name, i / 100));
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(1);
    for (const value of values) expect(value).toBe(Math.min(1, Math.max(0, value)));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    if (['travel', 'enter', 'exit', 'linear'].includes(name)) expect(settle(name, 0.4)).toBe(ease(name, 0.4));
  });
});
