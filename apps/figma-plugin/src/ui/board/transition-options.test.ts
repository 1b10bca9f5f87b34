import { expect, test } from 'vitest';
import {
  optionTransition,
  transitionFace,
  transitionOptions,
  transitionWords,
} from './transition-options.ts';

test('every option but the automatic one gives the transition that it names', () => {
  const automatic = { kind: 'cut', direction: 'left', duration: 0 } as const;
  const options = transitionOptions(automatic, false).flatMap((option) =>
    'options' in option ? option.options : [option],
  );
  const [first, ...others] = options;
  expect(first?.text).toBe('Automatic: cut');
  expect(optionTransition(first?.value ?? '')).toBeNull();
  expect(others).toHaveLength(4 + 6 * 4);
  for (const { value } of others) {
    const transition = optionTransition(value);
    expect(transition && transitionWords(transition)).toBe(value);
  }
});

test('a stand-in says what it stands for', () => {
  const transition = {
    kind: 'dissolve',
    direction: 'left',
    duration: 0.5,
    standsFor: 'scroll',
  } as const;
  expect(transitionFace(transition)).toBe('Scroll → dissolve');
  expect(transitionFace({ ...transition, standsFor: undefined })).toBe('Dissolve');
});

test('an option that nobody offered chooses nothing', () => {
  expect(optionTransition('push sideways')).toBeNull();
  expect(optionTransition('wipe')).toBeNull();
});
