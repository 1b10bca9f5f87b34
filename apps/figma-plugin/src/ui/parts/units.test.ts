import { expect, test } from 'vitest';
import { bytes, count, moment, seconds, timecode } from './units.ts';

test.each([
  [0, '0:00.0'],
  [0.3, '0:00.3'],
  [9.99, '0:09.9'],
  [65.25, '1:05.2'],
  [-1, '0:00.0'],
])('%d seconds are the timecode %s', (value, words) => expect(timecode(value)).toBe(words));

test('sizes, lengths and numbers read as people write them', () => {
  expect([0, 999, 1500, 1_540_000].map(bytes)).toEqual(['0 B', '999 B', '2 kB', '1.5 MB']);
  expect([3, 2.5, 0.1 + 0.2].map(seconds)).toEqual(['3 s', '2.5 s', '0.3 s']);
  expect([0, 4.1, 1 / 30, 65.25].map(moment)).toEqual(['0.00 s', '4.10 s', '0.03 s', '65.25 s']);
  expect([count(1, 'frame'), count(3, 'frame')]).toEqual(['1 frame', '3 frames']);
});
