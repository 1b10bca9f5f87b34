import { describe, expect, it } from 'vitest';
import type { PrototypeLink } from '../../protocol/frame.ts';
import { frame, setUp } from '../testing/ask.ts';
import { onePerPair } from './links-of.ts';

const goes = (to: string, transition: object | null, navigation = 'NAVIGATE') => ({
  trigger: { type: 'ON_CLICK' },
  actions: [{ type: 'NODE', navigation, destinationId: to, transition }],
});
const easing = { type: 'CUSTOM_CUBIC_BEZIER', easingFunctionCubicBezier: { x1: 0.2, y1: 0, x2: 0, y2: 1 } };
const push = { type: 'PUSH', direction: 'LEFT', matchLayers: true, duration: 0.4, easing };

function linksFrom(reactions: object[]) {
  const button = { id: 'button', type: 'RECTANGLE', box: [20, 700, 350, 56] as const, reactions };
  const { ask } = setUp({
    nodes: [frame('a', 0, { children: [button] }), frame('b', 500), frame('c', 1000)],
  });
  return ask('read-links', { ids: ['a', 'b'] });
}

describe('prototype links', () => {
  it('carry direction, easing, seconds and where they start', async () => {
    expect((await linksFrom([goes('b', push)])).links).toEqual([
      {
        from: 'a',
        to: 'b',
        trigger: { node: 'button', type: 'ON_CLICK', box: { x: 20, y: 700, width: 350, height: 56 } },
        transition: 'PUSH',
        direction: 'LEFT',
        matchLayers: true,
        duration: 0.4,
        easing: { type: 'CUSTOM_CUBIC_BEZIER', bezier: [0.2, 0, 0, 1] },
      },
    ]);
  });

  it('lead from one asked frame into another, by moving on and not by scrolling', async () => {
    const { links } = await linksFrom([goes('c', push), goes('a', push), goes('b', push, 'SCROLL_TO')]);
    expect(links).toEqual([]);
  });

  it('count once for each pair, the one that moves before the one that cuts', () => {
    const link = (transition: PrototypeLink['transition'], duration: number): PrototypeLink => ({
      from: 'a',
      to: 'b',
      trigger: { node: 'n', type: 'ON_CLICK', box: { x: 0, y: 0, width: 1, height: 1 } },
      transition,
      duration,
    });
    const links = [link('INSTANT', 0), link('DISSOLVE', 0.3), link('PUSH', 0.5)];
    expect(onePerPair(links)).toEqual([link('DISSOLVE', 0.3)]);
  });
});
