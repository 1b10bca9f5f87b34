import type { Draft } from '../draft.ts';
import { icon } from '../icons.ts';
import { instanceOf } from '../instance.ts';
import { ellipse, frame, rect } from '../nodes.ts';
import { text } from '../text.ts';
import type { Components } from './components.ts';
import { button, homeIndicator, iconButton, radio, statusBar } from './parts.ts';
import { C, HEIGHT, SHADOW, T, WIDTH } from './theme.ts';

interface Way {
  readonly name: string;
  readonly when: string;
  readonly price: string;
}

const WAYS: readonly Way[] = [
  { name: 'By bicycle', when: 'Thursday, 11 June', price: 'Free' },
  { name: 'Express', when: 'Tomorrow before noon', price: '€9' },
  { name: 'Pick up at the studio', when: 'From tomorrow, 10:00', price: 'Free' },
];

function way({ name, when, price }: Way, index: number): Draft {
  const on = index === 0;
  return frame(
    'Delivery option',
    16,
    280 + index * 80,
    358,
    72,
    on
      ? { fill: C.card, radius: 20, stroke: C.clay, strokeWeight: 1.5, effects: SHADOW.low }
      : { radius: 20, stroke: C.line },
    [
      radio(16, 24, on),
      text('Name', 56, 14, name, T.strong, { fill: C.ink }),
      text('When', 56, 38, when, T.small, { fill: C.soft }),
      text('Price', 342, 26, price, T.small, { fill: C.ink, align: 'RIGHT' }),
    ],
  );
}

function steps(): Draft {
  return frame(
    'Progress',
    16,
    112,
    358,
    4,
    {},
    [0, 1, 2].map((i) =>
      rect(`Step ${i + 1}`, i * 122, 0, 114, 4, { fill: i < 2 ? C.clay : C.line, radius: 2 }),
    ),
  );
}

/** Checkout: an address that is known, a choice, a card that is known. */
export function checkout(components: Components): Draft {
  return frame('Checkout', 1410, 0, WIDTH, HEIGHT, { fill: C.paper, clips: true, key: 'checkout' }, [
    iconButton('Back', 'back', 16, 56, {
      links: [
        {
          to: 'cart',
          transition: {
            type: 'PUSH',
            direction: 'RIGHT',
            matchLayers: false,
            easing: { type: 'EASE_IN_AND_OUT' },
            duration: 450,
          },
        },
      ],
    }),
    text('Headline', 195, 62, 'Checkout', T.section, { fill: C.ink, align: 'CENTER' }),
    steps(),
    frame('Address', 16, 136, 358, 88, { fill: C.card, radius: 20, effects: SHADOW.low }, [
      ellipse('Pin ground', 16, 24, 40, 40, { fill: C.sagePale }),
      icon('pin', 26, 34, C.sage, { size: 20 }),
      text('Name', 72, 20, 'Mira Lindqvist', T.strong, { fill: C.ink }),
      text('Street', 72, 44, 'Weaver’s Row 14, Harrowby', T.small, { fill: C.soft }),
      text('Edit', 342, 34, 'Edit', T.smallStrong, { fill: C.clay, align: 'RIGHT' }),
    ]),
    text('Delivery title', 16, 244, 'Delivery', T.strong, { fill: C.ink }),
    ...WAYS.map(way),
    text('Payment title', 16, 540, 'Payment', T.strong, { fill: C.ink }),
    frame('Card', 16, 576, 358, 72, { fill: C.card, radius: 20, effects: SHADOW.low }, [
      frame('Card face', 16, 20, 48, 32, { fill: C.ink, radius: 6, clips: true }, [
        ellipse('Moon', 24, 6, 34, 34, { fill: '#4A4239' }),
        rect('Chip', 6, 8, 8, 6, { fill: '#C9A66B', radius: 1.5 }),
      ]),
      text('Number', 80, 14, '•••• 4219', T.strong, { fill: C.ink }),
      text('Until', 80, 38, 'Debit, until 08/29', T.small, { fill: C.soft }),
      text('Change', 342, 26, 'Change', T.smallStrong, { fill: C.clay, align: 'RIGHT' }),
    ]),
    text('Total label', 16, 676, 'Total', T.section, { fill: C.ink }),
    text('Tax', 76, 680, 'VAT included', T.small, { fill: C.faint }),
    text('Total', 374, 674, '€186', T.price, { fill: C.ink, align: 'RIGHT' }),
    button('Pay button', 'Pay €186', 16, 752, 358, {
      notes: ['Tap: one touch pays, the next screen dissolves in'],
      links: [
        { to: 'confirmed', transition: { type: 'DISSOLVE', easing: { type: 'EASE_OUT' }, duration: 300 } },
      ],
    }),
    homeIndicator(),
    instanceOf(components.statusBar, statusBar()),
  ]);
}
