import { expect, test } from 'vitest';
import { timeIn } from './footage-videos.ts';

const footage = { trimStart: 1, seconds: 5, loop: false };

test('footage begins after what is passed over, and its last picture stands', () => {
  expect(timeIn(footage, 0)).toBe(1);
  expect(timeIn(footage, 2)).toBe(3);
  expect(timeIn(footage, 60)).toBeCloseTo(4.96);
});

test('a loop begins again after what is shown of it', () => {
  expect(timeIn({ ...footage, loop: true }, 4.5)).toBeCloseTo(1.5);
});
