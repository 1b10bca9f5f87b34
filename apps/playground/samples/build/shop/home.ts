import { at, type Draft } from '../draft.ts';
import { icon } from '../icons.ts';
import { instanceOf } from '../instance.ts';
import { row } from '../layout.ts';
import { ellipse, frame, rect } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import { type Components, PRODUCTS } from './components.ts';
import { productCard, statusBar, tabBar } from './parts.ts';
import { C, HEIGHT, T, WIDTH } from './theme.ts';

const chip = (label: string, on: boolean): Draft =>
  row(
    `${label} chip`,
    0,
    0,
    { padding: [8, 16, 8, 16], radius: 18, ...(on ? { fill: C.ink } : { fill: C.card, stroke: C.line }) },
    [text('Label', 0, 0, label, T.small, { fill: on ? C.card : C.ink })],
  );

function header(): Draft {
  return frame('Header', 0, 48, WIDTH, 56, {}, [
    text('Logo', 16, 12, 'Loam', T.logo, { fill: C.ink }),
    icon('search', 294, 16, C.ink, { name: 'Search' }),
    frame('Bag', 342, 8, 40, 40, { key: 'home-bag' }, [
      icon('bag', 8, 8, C.ink),
      ellipse('Badge', 24, 5, 12, 12, {
        fill: C.clay,
        stroke: C.paper,
        strokeWeight: 2,
        strokeAlign: 'OUTSIDE',
      }),
    ]),
  ]);
}

function hero(): Draft {
  const [width, height] = [358, 344];
  return frame('Hero', 16, 104, width, height, { radius: 24, clips: true, fill: C.sand }, [
    rect('Hero photo', 0, 0, width, height, { fill: image(picture('shop/hero')) }),
    text('Eyebrow', 24, 24, 'The spring firing', T.eyebrow, { fill: '#5B4632' }),
    text('Headline', 24, 48, 'Slow mornings,\nwell made.', T.hero, { fill: C.ink }),
    row(
      'Shop button',
      24,
      144,
      { padding: [8, 12, 8, 16], gap: 4, radius: 20, align: 'CENTER', fill: C.ink },
      [
        text('Label', 0, 0, 'See all 24 pieces', T.smallStrong, { fill: C.card }),
        icon('arrow', 0, 0, C.card, { size: 16 }),
      ],
    ),
  ]);
}

/** Home: one picture, one promise, and the first shelf. */
export function home(components: Components): Draft {
  const cards = PRODUCTS.map((product, index) =>
    instanceOf(
      components.productCard,
      at(
        16 + index * 164,
        0,
        productCard(
          product,
          index === 0
            ? {
                links: [
                  {
                    to: 'product',
                    transition: { type: 'SMART_ANIMATE', easing: { type: 'EASE_OUT' }, duration: 500 },
                  },
                ],
              }
            : {},
        ),
      ),
    ),
  );
  return frame(
    'Home',
    0,
    0,
    WIDTH,
    HEIGHT,
    {
      fill: C.paper,
      clips: true,
      key: 'home',
      notes: ['Headline first, then the cards rise in one by one'],
    },
    [
      header(),
      hero(),
      row('Categories', 0, 464, { width: WIDTH, padding: [0, 0, 0, 16], gap: 8, clips: true }, [
        ...['All', 'Cups', 'Bowls', 'Vases', 'Plates'].map((label, index) => chip(label, index === 0)),
      ]),
      text('Section title', 16, 524, 'Fresh from the kiln', T.section, { fill: C.ink }),
      text('See all', 374, 528, 'See all', T.smallStrong, { fill: C.clay, align: 'RIGHT' }),
      frame('Shelf', 0, 564, WIDTH, 192, { clips: true }, cards),
      instanceOf(components.statusBar, statusBar()),
      instanceOf(components.tabBar, tabBar(0)),
    ],
  );
}
