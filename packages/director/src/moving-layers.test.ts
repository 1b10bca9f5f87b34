import { describe, expect, it } from 'vitest';
import { direct } from './direct.ts';
import { captureCover, movingLayers } from './moving-layers.ts';
import { checkout, frame, node } from './testing.ts';

describe('what must be captured', () => {
  it('is the moving layers, the ground on their way, and what lies near them, in paint order', () => {
    const cover = captureCover(checkout(), ['Card 1', 'Card 2']);
    expect(cover.map((one) => `${one.as} ${one.id}`)).toEqual([
      'ground Push notification',
      'picture Hero',
      'picture Card 1',
      'picture Card 2',
      'picture Card 3',
      'picture Summary',
    ]);
  });

  it('opens containers only on the way to a moving layer', () => {
    const outline = frame('f', 400, 400, [
      node('List', [0, 0, 400, 300], {
        children: [node('Row', [0, 0, 400, 50]), node('Row 2', [0, 60, 400, 50])],
      }),
      node('Over', [0, 20, 400, 50], { children: [node('Inside', [0, 20, 40, 40])] }),
    ]);
    expect(captureCover(outline, ['Row']).map((one) => `${one.as} ${one.id}`)).toEqual([
      'ground f',
      'ground List',
      'picture Row',
      'picture Row 2',
      'picture Over',
    ]);
  });

  it('leaves out what cannot be taken out of its container', () => {
    const outline = frame('f', 400, 400, [
      node('Masked', [0, 0, 400, 300], { opens: false, children: [node('Row', [0, 0, 400, 50])] }),
    ]);
    expect(captureCover(outline, ['Row'])).toEqual([]);
    expect(captureCover({ ...outline, opens: false }, ['Masked'])).toEqual([]);
  });

  it('is nothing where nothing moves', () => {
    expect(captureCover(checkout(), [])).toEqual([]);
  });

  it('stays within what a shot may carry', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      node(`n${i}`, [(i % 20) * 20, Math.floor(i / 20) * 20, 18, 18]),
    );
    const cover = captureCover(
      frame('f', 400, 400, many),
      many.map((one) => one.id),
    );
    expect(cover.length).toBeLessThanOrEqual(192);
    expect(cover.filter((one) => one.as === 'picture').length).toBeGreaterThan(0);
  });
});

describe('moving layers', () => {
  it('are named once each, in the order they come', () => {
    const { motion } = direct({
      outline: checkout(),
      direction: 'the headline fades in, then the cards rise',
      shotIndex: 0,
      shotCount: 1,
    });
    expect(movingLayers(motion)).toEqual(['Your basket', 'Card 1', 'Card 2', 'Card 3']);
  });

  it('are at most 64', () => {
    const layers = Array.from({ length: 90 }, (_, i) => `n${i % 80}`);
    const entrance = { layers, effect: 'fade', at: 0, duration: 1, stagger: 0 } as const;
    expect(movingLayers({ entrances: [entrance] })).toHaveLength(64);
  });
});
