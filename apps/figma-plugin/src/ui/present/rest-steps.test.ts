import { expect, test } from 'vitest';
import { nextStep, previousRest } from './rest-steps.ts';

const rests = [2, 5, 8];
const starts = [0, 2.5, 5.5];

test('a shot that rests passes into the next, which plays to its rest', () => {
  expect(nextStep(rests, starts, 2, false)).toEqual({ from: null, to: 5, jump: false });
});

test('a shot that plays goes to its rest at once', () => {
  expect(nextStep(rests, starts, 3, true)).toEqual({ from: null, to: 5, jump: true });
});

test('after the last shot it begins anew, with a single shot too', () => {
  expect(nextStep(rests, starts, 8, false)).toEqual({ from: 0, to: 2, jump: false });
  expect(nextStep([3], [0], 3, false)).toEqual({ from: 0, to: 3, jump: false });
  expect(nextStep([], [], 0, false)).toBeNull();
});

test('back goes to the rest before, and stays at the first', () => {
  expect(previousRest(rests, 5)).toBe(2);
  expect(previousRest(rests, 3)).toBe(2);
  expect(previousRest(rests, 1)).toBe(2);
});
