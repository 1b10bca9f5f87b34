import type { Draft } from '../draft.ts';
import { icon } from '../icons.ts';
import { instanceOf } from '../instance.ts';
import { frame, rect } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import type { Components } from './components.ts';
import { button, divider, homeIndicator, iconButton, statusBar } from './parts.ts';
import { C, HEIGHT, SHADOW, T, WIDTH } from './theme.ts';

interface Item {
  readonly name: string;
  readonly kind: string;
  readonly price: string;
  readonly count: string;
  readonly picture: string;
}

const ITEMS: readonly Item[] = [
  { name: 'Tide pitcher', kind: 'Chalk & clay', price: '€68', count: '1', picture: 'shop/pitcher' },
  { name: 'Moss cup', kind: 'Moss, set of two', price: '€42', count: '1', picture: 'shop/cup' },
  { name: 'Day plate', kind: 'Slate', price: '€76', count: '2', picture: 'shop/plates' },
];

function stepper(count: string): Draft {
  return frame('Quantity', 112, 68, 96, 32, { fill: C.paper, radius: 16 }, [
    icon('minus', 8, 8, C.ink, { size: 16 }),
    text('Count', 32, 6, count, T.smallStrong, { fill: C.ink, width: 32, align: 'CENTER' }),
    icon('plus', 72, 8, C.ink, { size: 16 }),
  ]);
}

function item({ name, kind, price, count, picture: photo }: Item, index: number): Draft {
  return frame(
    'Bag item',
    16,
    128 + index * 120,
    358,
    112,
    { fill: C.card, radius: 20, effects: SHADOW.low },
    [
      rect(`${name} photo`, 12, 12, 88, 88, { fill: image(picture(photo)), radius: 12 }),
      text('Name', 112, 14, name, T.strong, { fill: C.ink }),
      text('Kind', 112, 38, kind, T.small, { fill: C.soft }),
      text('Price', 342, 14, price, T.strong, { fill: C.ink, align: 'RIGHT' }),
      stepper(count),
      text('Remove', 342, 74, 'Remove', T.small, { fill: C.faint, align: 'RIGHT' }),
    ],
  );
}

function sum(name: string, amount: string, y: number): Draft {
  return frame(name, 16, y, 358, 24, {}, [
    text('Label', 0, 0, name, T.body, { fill: C.soft }),
    text('Amount', 358, 0, amount, T.body, { fill: C.ink, align: 'RIGHT' }),
  ]);
}

/** Cart: three things, one sum, one way on. */
export function cart(components: Components): Draft {
  return frame(
    'Cart',
    940,
    0,
    WIDTH,
    HEIGHT,
    { fill: C.paper, clips: true, key: 'cart', notes: ['The three pieces rise in one after another'] },
    [
      text('Headline', 16, 64, 'Your bag', T.title, { fill: C.ink }),
      iconButton('Close', 'close', 334, 64, {
        links: [
          {
            to: 'product',
            transition: {
              type: 'SLIDE_OUT',
              direction: 'RIGHT',
              matchLayers: false,
              easing: { type: 'EASE_IN' },
              duration: 300,
            },
          },
        ],
      }),
      ...ITEMS.map(item),
      frame('Gift note', 16, 496, 358, 56, { radius: 20, stroke: C.line }, [
        icon('leaf', 16, 16, C.sage),
        text('Label', 52, 16, 'Wrap it as a gift, with a note', T.body, { fill: C.ink }),
        icon('chevron', 322, 18, C.faint, { size: 20 }),
      ]),
      sum('Four pieces', '€186', 584),
      sum('Delivery', 'Free', 616),
      divider(16, 656, 358),
      text('Total label', 16, 676, 'Total', T.section, { fill: C.ink }),
      text('Total', 374, 674, '€186', T.price, { fill: C.ink, align: 'RIGHT' }),
      button('Checkout button', 'Check out', 16, 752, 358, {
        links: [
          {
            to: 'checkout',
            transition: {
              type: 'PUSH',
              direction: 'LEFT',
              matchLayers: false,
              easing: { type: 'EASE_IN_AND_OUT' },
              duration: 450,
            },
          },
        ],
      }),
      homeIndicator(),
      instanceOf(components.statusBar, statusBar()),
    ],
  );
}
