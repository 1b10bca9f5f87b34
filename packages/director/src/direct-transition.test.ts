import { describe, expect, it } from 'vitest';
import { directTransition, type PrototypeLink } from './direct-transition.ts';
import { checkout, frame, node, text } from './testing.ts';

const other = {
  ...frame('Other', 390, 844, [
    text('Something else', [20, 20, 200, 40], 30),
    node('Map', [0, 100, 390, 700]),
  ]),
  id: 'other',
};
const same = { ...checkout(), id: 'same' };
const link = (transition: PrototypeLink['transition'], destination = 'other'): PrototypeLink[] => [
  { destination, transition },
];

describe('the transition between two frames', () => {
  it.each([
    ['DISSOLVE', 'dissolve', undefined],
    ['PUSH', 'push', undefined],
    ['SLIDE_IN', 'slide-in', undefined],
    ['MOVE_IN', 'move-in', undefined],
    ['MOVE_OUT', 'move-out', undefined],
    ['SLIDE_OUT', 'slide-out', undefined],
    ['SCROLL_ANIMATE', 'push', 'scroll'],
    ['SMART_ANIMATE', 'smart-animate', undefined],
    ['SOMETHING_NEW', 'dissolve', 'something new'],
  ])('takes a prototype’s %s as %s', (type, kind, standsFor) => {
    const made = directTransition(checkout(), other, link({ type, direction: 'TOP', duration: 0.3 }));
    expect(made).toMatchObject({ kind, duration: 0.3 });
    expect(made.standsFor).toBe(standsFor);
  });

  it('keeps direction and curve', () => {
    const easing = {
      type: 'CUSTOM_CUBIC_BEZIER',
      easingFunctionCubicBezier: { x1: 0.1, y1: 0.2, x2: 0.3, y2: 1.4 },
    };
    const made = directTransition(
      checkout(),
      other,
      link({ type: 'PUSH', direction: 'RIGHT', duration: 0.3, easing }),
    );
    expect(made).toMatchObject({ direction: 'right', easing: { bezier: [0.1, 0.2, 0.3, 1.4] } });
  });

  it('knows springs and leaves out curves that it does not know', () => {
    const of = (type: string) =>
      directTransition(checkout(), other, link({ type: 'PUSH', duration: 0.3, easing: { type } }));
    expect(of('BOUNCY').easing).toMatchObject({ spring: { stiffness: 600 } });
    expect(of('FANCY').easing).toBeUndefined();
  });

  it('cuts where the prototype changes at once', () => {
    expect(directTransition(checkout(), other, link(null)).kind).toBe('cut');
  });

  it('goes by taste where no link leads to the next frame', () => {
    expect(
      directTransition(checkout(), other, link({ type: 'DISSOLVE', duration: 1 }, 'elsewhere')),
    ).toMatchObject({
      kind: 'push',
      duration: 0.5,
    });
    expect(directTransition(checkout(), same, []).kind).toBe('smart-animate');
  });
});
