import { expect, test } from 'vitest';
import { findNode, hitAt, placeOf } from './hit.ts';
import { derivedShots, frame, placed } from './testing-hit.ts';

const outlineOf = () => frame;

test('the innermost layer at the place is meant, also where the camera has come near', () => {
  const [shot] = derivedShots;
  expect(hitAt([placed(shot, 1, 0)], outlineOf, 0.25, 0.25)).toEqual({ shot: 's1', node: 'card' });
  expect(hitAt([placed(shot, 1, 0)], outlineOf, 0.15, 0.15)).toEqual({ shot: 's1', node: 'price' });
  expect(hitAt([placed(shot, 2, -0.2)], outlineOf, 0.1, 0.1)).toEqual({ shot: 's1', node: 'price' });
});

test('bare ground, the frame’s own whole sheet and places beside the frame mean nothing', () => {
  const [shot] = derivedShots;
  expect(hitAt([placed(shot, 1, 0)], outlineOf, 0.9, 0.9)).toBeNull();
  expect(hitAt([placed(shot, 0.5, 0)], outlineOf, 0.8, 0.8)).toBeNull();
  expect(hitAt([placed(shot, 1, 0)], () => null, 0.2, 0.2)).toBeNull();
});

test('of two frames on show the upper one is meant', () => {
  const [under, over] = derivedShots;
  expect(hitAt([placed(under, 1, 0), placed(over, 1, 0)], outlineOf, 0.25, 0.25)?.shot).toBe('s2');
});

test('a layer’s ring lies where the layer is seen', () => {
  const [shot] = derivedShots;
  const node = findNode(frame.children, 'card');
  const ring = placeOf(placed(shot, 2, -0.2), node?.box ?? { x: 0, y: 0, width: 0, height: 0 });
  expect(ring.x).toBeCloseTo(0);
  expect(ring.width).toBeCloseTo(0.6);
});
