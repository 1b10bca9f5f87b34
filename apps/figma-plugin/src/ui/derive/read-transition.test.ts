import { describe, expect, it } from 'vitest';
import type { PrototypeLink } from '../../protocol/index.ts';
import { described, outline } from '../capture/testing/outline.ts';
import { readTransition } from './read-transition.ts';

const from = described(outline([]));
const to = { ...from, id: 'next', outline: { ...from.outline, id: 'next' } };
const link = (more: Partial<PrototypeLink>): PrototypeLink => ({
  from: from.id,
  to: to.id,
  trigger: { node: 'button', type: 'ON_CLICK', box: { x: 0, y: 0, width: 1, height: 1 } },
  transition: 'PUSH',
  direction: 'LEFT',
  duration: 0.4,
  ...more,
});
const read = (more: Partial<PrototypeLink>) => readTransition(from, to, [link(more)]).transition;

describe('the transition of a prototype link', () => {
  it('goes on as it is, with its duration and a spring of one’s own', () => {
    const spring = { mass: 1, stiffness: 711, damping: 40 };
    expect(
      read({ transition: 'SLIDE_OUT', direction: 'RIGHT', easing: { type: 'CUSTOM_SPRING', spring } }),
    ).toEqual({
      kind: 'slide-out',
      direction: 'right',
      duration: 0.4,
      easing: { spring },
    });
  });

  it('is a smart animate where the prototype matches layers on the way', () => {
    expect(read({ transition: 'MOVE_IN', matchLayers: true }).kind).toBe('smart-animate');
    expect(read({ transition: 'MOVE_IN', matchLayers: false }).kind).toBe('move-in');
  });

  it('is a cut where it changes at once', () => {
    expect(read({ transition: 'INSTANT', duration: 0 }).kind).toBe('cut');
  });
});
