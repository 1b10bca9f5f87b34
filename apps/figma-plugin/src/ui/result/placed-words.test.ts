import { expect, test } from 'vitest';
import { placedWords } from './placed-words.ts';

test.each([
  ['in createVideoAsync: Videos are not supported on free Starter teams', 'This team’s plan takes no video'],
  ['Figma takes videos of at most 100 MB', 'Figma takes videos of at most 100 MB'],
  [
    'in createVideoAsync: Video type is unsupported.',
    'Figma did not take the video (Video type is unsupported)',
  ],
  [null, 'Figma did not take the video'],
])('the poster says why it stands in for the video: %s', (refusal, words) => {
  expect(placedWords(refusal, false)).toBe(`${words}, so its poster was placed.`);
});

test('the poster says that its link came along', () => {
  expect(placedWords(null, true)).toMatch(/poster was placed with the link\.$/);
});
