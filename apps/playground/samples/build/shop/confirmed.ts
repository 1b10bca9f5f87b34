import type { Draft } from '../draft.ts';
import { icon } from '../icons.ts';
import { instanceOf } from '../instance.ts';
import { ellipse, frame, rect } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import type { Components } from './components.ts';
import { button, homeIndicator, statusBar } from './parts.ts';
import { C, HEIGHT, SHADOW, T, WIDTH } from './theme.ts';

const STEPS: readonly (readonly [string, string])[] = [
  ['Ordered', 'Today, 09:41'],
  ['Wrapped by hand', 'Tomorrow'],
  ['On the bicycle', 'Thursday morning'],
  ['At your door', 'Thursday, 11 June'],
];

function step(title: string, when: string, index: number): Draft {
  const done = index === 0;
  return frame('Delivery step', 24, 20 + index * 48, 310, 40, {}, [
    ...(done
      ? [
          ellipse('Mark', 0, 8, 24, 24, { fill: C.sage }),
          icon('check', 4, 12, C.card, { size: 16, weight: 2 }),
        ]
      : [ellipse('Mark', 6, 14, 12, 12, { fill: C.card, stroke: '#BDB3A3', strokeWeight: 1.5 })]),
    text('Title', 40, 8, title, done ? T.strong : T.body, { fill: C.ink }),
    text('When', 310, 10, when, T.small, { fill: C.soft, align: 'RIGHT' }),
  ]);
}

/** Order confirmed: thanks, and what happens next. */
export function confirmed(components: Components): Draft {
  return frame('Order confirmed', 1880, 0, WIDTH, HEIGHT, { fill: C.paper, clips: true, key: 'confirmed' }, [
    frame('Halo', 43, 44, 304, 304, {}, [
      ellipse('Ring 3', 0, 0, 304, 304, { fill: C.sagePale, opacity: 0.4 }),
      ellipse('Ring 2', 32, 32, 240, 240, { fill: C.sagePale, opacity: 0.8 }),
      ellipse('Order photo', 64, 64, 176, 176, {
        fill: image(picture('shop/pitcher')),
        effects: SHADOW.card,
      }),
      frame(
        'Badge',
        196,
        188,
        56,
        56,
        { fill: C.sage, radius: 28, stroke: C.paper, strokeWeight: 4, strokeAlign: 'OUTSIDE' },
        [icon('check', 14, 14, C.card, { size: 28, weight: 2.5 })],
      ),
    ]),
    text('Headline', 195, 364, 'Thank you, Mira.', T.title, { fill: C.ink, align: 'CENTER' }),
    text('Line', 43, 412, 'Order 2417 is ours to wrap now. We wrote\nto mira@lindqvist.example.', T.body, {
      fill: C.soft,
      width: 304,
      align: 'CENTER',
    }),
    frame('Delivery', 16, 484, 358, 224, { fill: C.card, radius: 24, effects: SHADOW.low }, [
      rect('Thread', 35.25, 56, 1.5, 128, { fill: C.line }),
      ...STEPS.map(([title, when], index) => step(title, when, index)),
    ]),
    button('Track order', 'Track the order', 16, 752, 358, {
      links: [
        {
          to: 'home',
          transition: {
            type: 'MOVE_IN',
            direction: 'TOP',
            matchLayers: false,
            easing: {
              type: 'CUSTOM_CUBIC_BEZIER',
              easingFunctionCubicBezier: { x1: 0.16, y1: 1, x2: 0.3, y2: 1 },
            },
            duration: 600,
          },
        },
      ],
    }),
    homeIndicator(),
    instanceOf(components.statusBar, statusBar()),
  ]);
}
