import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import { makeShot, moving } from '../testing.ts';
import { neededIn, type Planned } from './needed.ts';

const view = { width: 960, height: 540 };
const shots = [
  makeShot({ id: 'still', duration: 2, transition: { kind: 'push', direction: 'left', duration: 0.5 } }),
  makeShot({ id: 'nearer', duration: 2, motion: moving({ move: 'push-in', amount: 1.4 }) }),
];
const timeline = choreograph({ shots }, view);
const moments = Array.from({ length: 120 }, (_, index) => index / 30);
const box = { x: 0, y: 0, ...view };
const sizes: Planned[] = [1, Math.SQRT2, 2].map((zoom) => ({
  image: { width: Math.round(view.width * zoom), height: Math.round(view.height * zoom) },
  box,
}));
const widths = (found: Planned[]) => found.map(({ image }) => image.width);
const needed = (shot: number, seconds: readonly number[] = moments) =>
  neededIn(timeline, new Set([shot]), seconds, ({ what }) => what);

describe('the sizes that frames need', () => {
  it('are those that the camera comes to', () => {
    expect(widths(needed(1)(['still'], sizes))).toEqual(expect.arrayContaining([1920]));
    expect(widths(needed(1)(['still'], sizes)).length).toBeLessThanOrEqual(sizes.length);
  });

  it('are fewer where fewer moments are painted', () => {
    const [first] = moments;
    const one = widths(needed(1, [timeline.shots[1]!.end - 0.01])(['still'], sizes));
    expect(one).toHaveLength(1);
    expect(widths(needed(1, [first!])(['still'], sizes))).toEqual([]);
  });

  it('are none of what is never shown', () => {
    expect(needed(0)(['plate'], sizes)).toEqual([]);
  });

  it('are those of several names together', () => {
    expect(needed(0)(['still', 'plate'], sizes)).toEqual(needed(0)(['still'], sizes));
  });
});
