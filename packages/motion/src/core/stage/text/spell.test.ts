import { describe, expect, it } from 'vitest';
import { numbersTo, spell } from './spell.ts';

describe('a number spelled with some digits only', () => {
  it.each([
    [1300, [1, 2, 4, 8], 4, '1288'],
    [2000, [0, 2], 1, '2000'],
    [1999, [0, 2], 1, '222'],
    [5, [7], 1, undefined],
    [0.7, [0, 3], 1, '0'],
    [85, [0, 5, 8], 3, '085'],
  ])('is the largest not above %d', (most, digits, least, found) => {
    expect(spell(most, { digits, least })).toBe(found);
  });

  it('agrees with looking through all numbers', () => {
    const digits = [0, 3, 7];
    for (let most = 0; most < 1200; most += 7) {
      let best: number | undefined;
      for (let n = 0; n <= most; n++)
        if ([...String(n)].every((digit) => digits.includes(Number(digit)))) best = n;
      expect(Number(spell(most, { digits, least: 1 }))).toBe(best);
    }
  });
});

describe('the numbers of a count', () => {
  it.each([
    ['2468050', 7],
    ['1284', 1],
    ['128940', 1],
    ['085', 3],
    ['99', 1],
    ['0', 1],
    ['100', 3],
    ['999999999999999', 1],
  ])('rise to %s, spelled with its digits', (number, least) => {
    const numbers = numbersTo(number, least);
    expect(numbers.at(-1)).toBe(number);
    expect(numbers.length).toBeLessThanOrEqual(45);
    for (const [i, one] of numbers.entries()) {
      expect([...one].every((digit) => number.includes(digit))).toBe(true);
      expect(one.length).toBeGreaterThanOrEqual(least);
      expect(one.length).toBeLessThanOrEqual(number.length);
      if (i > 0) expect(Number(one)).toBeGreaterThan(Number(numbers[i - 1]));
    }
  });

  it('do not all end alike', () => {
    const ends = numbersTo('2468050', 7).map((number) => number.slice(-2));
    expect(new Set(ends).size).toBeGreaterThan(8);
  });
});
