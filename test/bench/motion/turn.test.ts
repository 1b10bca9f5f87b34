import { expect, it } from 'vitest';
import { keyOf, median } from './turn.ts';

it('takes the middle of the turns, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
});

it('names figures as the other ones are named', () => {
  expect(keyOf('motion', 'pan-zoom', 'fps')).toBe('motionPanZoomFps');
  expect(keyOf('motion-4k', 'layers', 'fps')).toBe('motion4kLayersFps');
});
