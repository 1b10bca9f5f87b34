import { expect, test } from 'vitest';
import { markedParts } from './marked-parts.ts';

const text = 'zoom in wildly on the total';
const note = { kind: 'not-understood', words: { from: 8, to: 14 }, text: '' } as const;

test('the words that nothing was made of are marked, and the rest stays', () => {
  expect(markedParts(text, [note], null).map((part) => [part.text, part.mark])).toEqual([
    ['zoom in ', null],
    ['wildly', 'missed'],
    [' on the total', null],
  ]);
});

test('the parts put together are the direction, wherever spans lie', () => {
  for (const meant of [null, { from: 0, to: 10 }, { from: 20, to: 99 }, { from: 0, to: 0 }])
    expect(
      markedParts(text, [note], meant)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});

test('what taste says is about no words', () => {
  const parts = markedParts(text, [{ kind: 'taste', words: { from: 0, to: 0 }, text: '' }], null);
  expect(parts).toEqual([{ from: 0, text, mark: null }]);
});
