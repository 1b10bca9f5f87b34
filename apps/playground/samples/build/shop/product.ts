import type { Draft } from '../draft.ts';
import { instanceOf } from '../instance.ts';
import { ellipse, frame, rect } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import type { Components } from './components.ts';
import { button, homeIndicator, iconButton, star, statusBar } from './parts.ts';
import { C, HEIGHT, SHADOW, T, WIDTH } from './theme.ts';

const SWATCHES: readonly (readonly [name: string, upper: string, lower: string])[] = [
  ['Chalk & clay', '#EBE3D4', '#B1643D'],
  ['Moss', '#8D9A84', '#8D9A84'],
  ['Slate', '#4A5157', '#4A5157'],
  ['Blush', '#D5A691', '#D5A691'],
];

function swatch(name: string, upper: string, lower: string, x: number, on: boolean): Draft {
  return frame(`${name} swatch`, x, 0, 40, 40, {}, [
    ellipse('Ring', 0, 0, 40, 40, on ? { stroke: C.ink, strokeWeight: 1.5 } : {}),
    frame('Glaze', 5, 5, 30, 30, { radius: 15, clips: true, fill: upper }, [
      rect('Dip', 0, 18, 30, 12, { fill: lower }),
    ]),
  ]);
}

/** Product: the piece itself, and what one needs to know to want it. */
export function product(components: Components): Draft {
  const sheet = frame(
    'Sheet',
    0,
    424,
    WIDTH,
    420,
    { fill: C.card, radius: [28, 28, 0, 0], effects: SHADOW.bar },
    [
      text('Eyebrow', 24, 32, 'Stoneware · 1.2 litres', T.eyebrow, { fill: C.soft }),
      text('Name', 24, 56, 'Tide pitcher', T.title, { fill: C.ink }),
      text('Price', 366, 60, '€68', T.price, { fill: C.ink, align: 'RIGHT' }),
      frame('Rating', 24, 104, 200, 20, {}, [
        ...Array.from({ length: 5 }, (_, i) => star(i * 18, 3, 14, '#C98A3C')),
        text('Reviews', 98, 0, '4.9 · 212 reviews', T.small, { fill: C.soft }),
      ]),
      text(
        'Description',
        24,
        140,
        'Thrown in one pull and dipped once by hand. The foot stays bare, so every pitcher keeps a tide line of its own.',
        T.body,
        { fill: C.soft, width: 342 },
      ),
      text('Glaze label', 24, 236, 'Glaze', T.smallStrong, { fill: C.ink }),
      text('Glaze name', 366, 236, 'Chalk & clay', T.small, { fill: C.soft, align: 'RIGHT' }),
      frame(
        'Glazes',
        24,
        264,
        208,
        40,
        {},
        SWATCHES.map(([name, upper, lower], i) => swatch(name, upper, lower, i * 56, i === 0)),
      ),
      button('Add to bag', 'Add to bag', 24, 328, 342, {
        trailing: '€68',
        key: 'add-to-bag',
        links: [
          {
            to: 'cart',
            transition: {
              type: 'SLIDE_IN',
              direction: 'LEFT',
              matchLayers: false,
              easing: { type: 'EASE_OUT' },
              duration: 400,
            },
          },
        ],
      }),
    ],
  );
  return frame(
    'Product',
    470,
    0,
    WIDTH,
    HEIGHT,
    { fill: C.sand, clips: true, key: 'product', notes: ['Push in slowly on the pitcher'] },
    [
      rect('Tide pitcher photo', 0, 0, WIDTH, 456, { fill: image(picture('shop/pitcher')) }),
      iconButton('Back', 'back', 16, 56, {
        links: [
          {
            to: 'home',
            transition: { type: 'SMART_ANIMATE', easing: { type: 'EASE_IN_AND_OUT' }, duration: 400 },
          },
        ],
      }),
      iconButton('Save', 'heart', 334, 56),
      frame(
        'Page dots',
        169,
        400,
        52,
        6,
        {},
        [0, 1, 2, 3].map((i) =>
          rect(`Dot ${i + 1}`, i === 0 ? 0 : 14 + i * 10, 0, i === 0 ? 18 : 6, 6, {
            fill: i === 0 ? C.ink : '#A8937A',
            radius: 3,
          }),
        ),
      ),
      sheet,
      homeIndicator(),
      instanceOf(components.statusBar, statusBar()),
    ],
  );
}
