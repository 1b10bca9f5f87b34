import type { Estimate } from '@animatic/schema';
import { expect, test } from 'vitest';
import { priceLine } from './price-line.ts';

const estimate = (total: number, budget: Partial<Estimate['budget']> = {}, unknown = 0): Estimate => ({
  shots: [],
  total,
  unknown,
  budget: { month: 20, render: null, spent: 15, reserved: 2, passes: false, ...budget },
});

test('a board that costs nothing says nothing of money', () => {
  expect(priceLine(null)).toEqual({ total: '', left: '', over: null });
  expect(priceLine(estimate(0)).total).toBe('');
});

test('what is promised counts as spent', () => {
  expect(priceLine(estimate(1.2))).toEqual({ total: '$1.20', left: '$3.00 left this month', over: null });
});

test('a price that nobody knows is not left out', () => {
  expect(priceLine(estimate(1, {}, 2)).total).toBe('$1.00 and 2 unknown prices');
});

test('over the budget it says by how much and what to change', () => {
  expect(priceLine(estimate(4, { passes: true })).over).toMatchObject({
    title: 'This would cost $4.00, and $3.00 of this month’s budget are left',
    detail: expect.stringContaining('fewer takes'),
  });
  expect(priceLine(estimate(4, { render: 2, passes: true })).over?.title).toMatch(
    /a render may cost \$2\.00/,
  );
});
