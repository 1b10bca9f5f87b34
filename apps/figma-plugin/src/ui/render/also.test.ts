import { expect, test } from 'vitest';
import { furtherAspects, outputsOf, toggled } from './also.ts';

const wide = { aspect: '16:9', ground: 'design' } as const;

test('a board’s own format is not offered twice, nor one that only follows the frame', () => {
  expect(furtherAspects('16:9')).toEqual(['9:16', '1:1', '4:5']);
  expect(furtherAspects('frame')).toEqual(['16:9', '9:16', '1:1', '4:5']);
});

test('nothing is asked for that was not chosen, or that the board is already', () => {
  expect(outputsOf({ aspects: [], files: [] }, wide)).toBeUndefined();
  expect(outputsOf({ aspects: ['16:9'], files: [] }, wide)).toBeUndefined();
  expect(outputsOf({ aspects: ['1:1', '9:16'], files: ['gif'] }, wide)).toEqual({
    aspects: ['9:16', '1:1'],
    files: ['gif'],
  });
});

test('a transparent ground always comes as WebM too', () => {
  const clear = { ...wide, ground: 'transparent' } as const;
  expect(outputsOf({ aspects: [], files: [] }, clear)).toEqual({ aspects: [], files: ['webm'] });
});

test('a choice is put in and taken out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
