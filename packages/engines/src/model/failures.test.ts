import { expect, test } from 'vitest';
import { failureOf, quoted } from './failures.ts';

const codeOf = (message: string, code?: string): string => failureOf({ message, code }, 'vendor_failed').code;

test('what vendors say is told in words, with what to try', () => {
  const faces = failureOf(
    { code: 'moderation_blocked', message: 'Input image contains a human face' },
    'refused',
  );
  expect(faces).toMatchObject({
    code: 'faces_refused',
    advice: expect.stringMatching(/Hide the avatars layer/),
  });
  expect(codeOf('Inpaint image must match the requested width and height')).toBe('size_mismatch');
  expect(
    codeOf('This content may violate our guardrails concerning similarity to third-party content.'),
  ).toBe('copyright_refused');
  expect(codeOf('Sorry', 'moderation_blocked')).toBe('moderation_blocked');
  expect(codeOf('Your request was blocked by our moderation system.')).toBe('moderation_blocked');
  expect(codeOf('Video generation request expired.')).toBe('expired');
  expect(codeOf('Video generation was canceled')).toBe('cancelled');
  expect(codeOf('User is locked. Reason: Exhausted balance.')).toBe('no_credit');
  expect(codeOf('torch.OutOfMemoryError: CUDA out of memory')).toBe('out_of_memory');
  expect(codeOf('The model `wan-9` does not exist', 'model_not_found')).toBe('model_unknown');
});

test('what is not recognised is quoted, and never left without advice', () => {
  const refused = failureOf({ message: 'invalid_type: expected a file' }, 'refused');
  expect(refused).toMatchObject({
    code: 'refused',
    message: expect.stringMatching(/“invalid_type: expected a file”/),
  });
  expect(refused.advice).toMatch(/Nothing was made/);
  const silent = failureOf({}, 'vendor_failed');
  expect(silent).toMatchObject({ code: 'vendor_failed', message: expect.stringMatching(/does not say why/) });
  expect(silent.advice).toMatch(/Press retry/);
});

test('a stranger’s words come as one short line without keys and without tricks of direction', () => {
  expect(quoted('a\n\u0000b\u202Ec')).toBe('a b c');
  expect(quoted('x'.repeat(5000))).toHaveLength(300);
  expect(quoted('key hunter2hunter2 is wrong', 'hunter2hunter2')).toBe('key … is wrong');
  expect(quoted('Incorrect API key provided: sk-proj-abc123***xyz')).not.toMatch(/abc123/);
  expect(quoted('AIzaSyA-1234567890abcdef is not valid')).not.toMatch(/1234567890/);
});
