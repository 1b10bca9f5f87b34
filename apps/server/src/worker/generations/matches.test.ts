import type { ListedJob } from '@animatic/engines';
import { expect, test } from 'vitest';
import { couldBe, SKEW_MS } from './matches.ts';

const askedAt = Date.UTC(2026, 10, 28, 12);
const asked = {
  row: {
    intent: {
      prompt: 'A label on a jar',
      start: { kind: 'words' as const },
      size: { width: 1280, height: 720 },
      seconds: 4,
      sound: false,
      transparent: false,
      characters: [],
    },
  },
  model: 'wan-2.2',
  askedAt,
  remixed: null,
};
const entry: ListedJob = {
  vendorId: 'video_1',
  createdAt: new Date(askedAt + 500),
  model: 'wan-2.2',
  prompt: 'A label on a jar',
  size: '1280x720',
  seconds: '4',
  remixedFrom: null,
};

test('an entry that says all of it is a clear match, by a clock that is a minute behind, too', () => {
  expect(couldBe(entry, asked)).toBe('clear');
  expect(couldBe({ ...entry, createdAt: new Date(askedAt - SKEW_MS) }, asked)).toBe('clear');
  expect(couldBe({ ...entry, seconds: '4.0', size: null }, asked)).toBe('clear');
});

test('an entry without its prompt is one perhaps', () => {
  expect(couldBe({ ...entry, prompt: null }, asked)).toBe('perhaps');
});

test.each<[string, Partial<ListedJob>]>([
  ['an earlier call', { createdAt: new Date(askedAt - SKEW_MS - 1) }],
  ['another model', { model: 'ltx-2' }],
  ['other words', { prompt: 'A label on a box' }],
  ['another size', { size: '720x1280' }],
  ['another length', { seconds: '8' }],
  ['a remix', { remixedFrom: 'video_0' }],
])('an entry of %s is none', (_, more) => {
  expect(couldBe({ ...entry, ...more }, asked)).toBeNull();
});
