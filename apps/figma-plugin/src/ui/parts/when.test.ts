import { expect, test } from 'vitest';
import { when } from './when.ts';

const now = new Date(2026, 10, 20, 16, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 20, 0, 5), 'Today, 00:05'],
  [at(2026, 10, 19, 23, 50), 'Yesterday, 23:50'],
  [at(2026, 10, 18, 9, 0), '18 Nov'],
  [at(2025, 10, 20, 9, 0), '20 Nov 2025'],
  ['some day', 'some day'],
])('a moment is said as people say it: %s', (moment, words) => {
  expect(when(moment, now, 'en-GB')).toBe(words);
});
