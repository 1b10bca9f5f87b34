import { expect, test } from 'vitest';
import { webVtt } from './vtt.ts';

test('writes each cue with its times to the millisecond', () => {
  expect(
    webVtt([
      { start: 0, end: 2.5, text: 'One' },
      { start: 3661.0429, end: 3662, text: 'Two' },
    ]),
  ).toBe('WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.500\nOne\n\n2\n01:01:01.043 --> 01:01:02.000\nTwo\n');
});

test('keeps a stranger’s text from ending its cue or adding mark-up', () => {
  const vtt = webVtt([{ start: 0, end: 1, text: 'a\n\n2\n00:00:00.000 --> 00:10:00.000\n<b>&' }]);
  expect(vtt.match(/\n\n/g)).toHaveLength(1);
  expect(vtt).toContain('--&gt; 00:10:00.000');
  expect(vtt).toContain('&lt;b&gt;&amp;');
});
