import type { Draft } from '../draft.ts';
import { at, withLook } from '../draft.ts';
import { picture } from '../pictures-known.ts';
import { type Product, productCard, statusBar, tabBar } from './parts.ts';

export const PRODUCTS: readonly [Product, ...Product[]] = [
  { name: 'Tide pitcher', kind: 'Chalk & clay', price: '€68', picture: picture('shop/pitcher') },
  { name: 'Moss cup', kind: 'Set of two', price: '€42', picture: picture('shop/cup') },
  { name: 'Rosa bowl', kind: 'Blush', price: '€54', picture: picture('shop/bowl') },
  { name: 'Stem vase', kind: 'Slate', price: '€76', picture: picture('shop/vase') },
];

export interface Components {
  readonly statusBar: Draft;
  readonly tabBar: Draft;
  readonly productCard: Draft;
}

/** The parts that screens repeat, as they stand on the file's second page. */
export function makeComponents(): Components {
  return {
    statusBar: at(0, 0, statusBar(undefined, true)),
    tabBar: at(0, 96, tabBar(0, true)),
    productCard: withLook(at(0, 224, productCard(PRODUCTS[0], { component: true })), { key: 'product-card' }),
  };
}
