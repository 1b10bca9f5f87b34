import { describe, expect, it } from 'vitest';
import { prototypeOrder } from './prototype-order.ts';
import { readingOrder } from './reading-order.ts';

const at = (id: string, x: number, y: number, width = 100, height = 200) => ({
  id,
  box: { x, y, width, height },
});
const ids = (items: Array<{ id: string }>) => items.map(({ id }) => id);

describe('reading order', () => {
  it('reads rows from top to bottom and each from left to right', () => {
    const frames = [at('d', 200, 300), at('b', 200, 10), at('c', 0, 305), at('a', 0, 0)];
    expect(ids(readingOrder(frames, ({ box }) => box))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps frames of different heights in one row when their middles meet', () => {
    const frames = [at('tall', 300, 0, 100, 800), at('low', 0, 350, 100, 100)];
    expect(ids(readingOrder(frames, ({ box }) => box))).toEqual(['low', 'tall']);
  });
});

describe('prototype order', () => {
  const link = (from: string, to: string) => ({ from, to });

  it('follows the links', () => {
    expect(prototypeOrder(['c', 'a', 'b'], [link('a', 'b'), link('b', 'c')])).toEqual(['a', 'b', 'c']);
  });

  it('is none where no link joins two of the frames', () => {
    expect(prototypeOrder(['a', 'b'], [link('a', 'z'), link('b', 'b')])).toBeNull();
  });

  it('goes through a cycle once, from its first frame', () => {
    const cycle = [link('a', 'b'), link('b', 'c'), link('c', 'a')];
    expect(prototypeOrder(['a', 'b', 'c'], cycle)).toEqual(['a', 'b', 'c']);
  });

  it('begins where the designer lets the flow begin', () => {
    const both = [link('a', 'b'), link('b', 'a')];
    expect(prototypeOrder(['a', 'b'], both, ['b'])).toEqual(['b', 'a']);
  });

  it('walks one branch to its end before the next', () => {
    const tree = [link('home', 'list'), link('home', 'cart'), link('list', 'item')];
    expect(prototypeOrder(['home', 'list', 'cart', 'item'], tree)).toEqual(['home', 'list', 'item', 'cart']);
  });

  it('names every frame once, linked or not', () => {
    const order = prototypeOrder(['a', 'b', 'c', 'd'], [link('d', 'b')]);
    expect([...(order ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
