import { expect, test } from 'vitest';
import { bytesText, readBytes, readMoment, secondsText } from './quantities.ts';

test.each([
  ['5MB', 5_000_000],
  ['800 kB', 800_000],
  ['1.5MiB', 1_572_864],
  ['900', 900],
  ['12b', 12],
  ['5 parsecs', undefined],
  ['-5MB', undefined],
  ['0', undefined],
  ['', undefined],
  ['1.2.3', undefined],
])('%s is %s bytes', (text, bytes) => {
  expect(readBytes(text)).toBe(bytes);
});

test.each([
  ['1.5s', 1.5],
  ['1.5', 1.5],
  ['1500ms', 1.5],
  ['0:01.5', 1.5],
  ['2:03', 123],
  ['.5s', 0.5],
  ['-1s', undefined],
  ['1.5m', undefined],
  ['soon', undefined],
])('%s is the moment %s', (text, seconds) => {
  expect(readMoment(text)).toBe(seconds);
});

test('sizes and times are told as people say them', () => {
  expect([900, 2140, 2_140_000].map(bytesText)).toEqual(['900 bytes', '2 kB', '2.1 MB']);
  expect([0.44, 12.3, 75, 3599.6].map(secondsText)).toEqual(['0.4 s', '12 s', '1:15 min', '60:00 min']);
});
