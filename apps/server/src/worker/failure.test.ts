import { makeBoard } from '@animatic/db/testing';
import { MissingStillError } from '@animatic/engines';
import { EncodeFailed, FfmpegMissing, StillUnreadable } from '@animatic/motion/node';
import { StoryboardVersionError } from '@animatic/schema';
import { expect, test } from 'vitest';
import { describeFailure, StalledError } from './failure.ts';

const hash = 'b'.repeat(64);
const board = makeBoard([
  { hash: 'a'.repeat(64), width: 10, height: 10 },
  { hash, width: 10, height: 10 },
]);

test.each([
  [new MissingStillError(hash), 'missing_still', '“Frame 2”'],
  [new StillUnreadable(hash), 'unreadable_still', '“Frame 2”'],
  [
    new EncodeFailed('the encoder stopped: av_interleaved_write_frame(): No space left on device'),
    'disk_full',
    'disk',
  ],
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'disk_full', 'disk'],
  [new Error('outer', { cause: Object.assign(new Error(), { code: 'EDQUOT' }) }), 'disk_full', 'disk'],
  [new StoryboardVersionError('version 9'), 'storyboard_version', 'Update the server'],
  [new FfmpegMissing('none'), 'encoder_missing', 'ffmpeg'],
  [new StalledError('no frame for 90 s'), 'timed_out', '720p'],
  [new Error('select * from secrets at /home/someone/x.ts:1'), 'render_failed', 'Render again'],
  ['a word', 'render_failed', 'Render again'],
])('%s is told as %s', (error, code, words) => {
  const failure = describeFailure(error, board);
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(words);
  expect(failure.message).not.toMatch(/secrets|\.ts|[0-9a-f]{64}/);
});

test('a board that cannot be read still has its failure told', () => {
  expect(describeFailure(new MissingStillError(hash), undefined).message).toContain('one frame');
});
