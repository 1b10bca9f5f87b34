import type { FileDraft } from '../file.ts';
import { text } from '../text.ts';
import type { Face } from '../type.ts';
import { cart } from './cart.ts';
import { checkout } from './checkout.ts';
import { makeComponents } from './components.ts';
import { confirmed } from './confirmed.ts';
import { home } from './home.ts';
import { product } from './product.ts';

const NOTE: Face = { family: 'Inter', weight: 400, size: 16, line: 24 };

/** Loam: five linked screens of a pottery's shop. */
export function shop(): FileDraft {
  const components = makeComponents();
  return {
    name: 'Loam shop',
    lastModified: '2026-06-09T09:41:00Z',
    pages: [
      {
        name: 'Screens',
        background: '#E9E6E1',
        flows: [{ from: 'home', name: 'Buy a pitcher' }],
        children: [
          home(components),
          product(components),
          cart(components),
          checkout(components),
          confirmed(components),
          text(
            'Note',
            1880,
            868,
            'Let the thanks settle, then the delivery steps come in one by one. End on the button.',
            NOTE,
            { fill: '#5E5850', width: 390 },
          ),
        ],
      },
      {
        name: 'Components',
        background: '#E9E6E1',
        children: [components.statusBar, components.tabBar, components.productCard],
      },
    ],
  };
}
