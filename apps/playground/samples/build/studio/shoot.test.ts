import { expect, it } from 'vitest';
import { shoot } from './shoot.ts';
import { SHOP_PICTURES } from './shop-sets.ts';

const small = { width: 40, height: 46, grid: 1 };

it('takes the same photograph twice', () => {
  const { set } = SHOP_PICTURES.cup;
  expect(shoot(set, small)).toEqual(shoot(set, small));
});

it('shows a thing that is darker or lighter than the paper it stands on', () => {
  const { set } = SHOP_PICTURES.vase;
  const pixels = shoot(set, small);
  const bare = shoot({ ...set, solids: [] }, small);
  const middle = (30 * small.width + 20) * 4;
  expect(Math.abs((pixels[middle] ?? 0) - (bare[middle] ?? 0))).toBeGreaterThan(40);
});
