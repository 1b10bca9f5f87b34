import { expect, it } from 'vitest';
import { modules, withCheckDigit } from './barcode.ts';

it('ends a bar code with the digit that checks it', () => {
  expect(withCheckDigit('400638133393')).toBe('4006381333931');
});

it('draws an EAN-13 of 95 modules between its guards', () => {
  const bits = modules('4006381333931');
  expect(bits).toHaveLength(95);
  expect(bits).toMatch(/^101.{42}01010.{42}101$/);
});
