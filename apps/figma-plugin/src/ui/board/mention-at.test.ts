import { expect, test } from 'vitest';
import { mentionAt } from './mention-at.ts';

test.each([
  ['zoom in on @pa', 14, { from: 11, to: 14, typed: 'pa' }],
  ['@', 1, { from: 0, to: 1, typed: '' }],
  ['@Pay but', 8, { from: 0, to: 8, typed: 'Pay but' }],
  ['tap “@', 6, { from: 5, to: 6, typed: '' }],
  ['mara@example.com', 16, null],
  ['no mention', 5, null],
  ['@pa then more', 2, { from: 0, to: 2, typed: 'p' }],
  ['@ later', 7, null],
  ['@one\ntwo', 8, null],
  [`@${'x'.repeat(60)}`, 61, null],
])('in %j with the caret at %d', (text, caret, expected) => expect(mentionAt(text, caret)).toEqual(expected));
