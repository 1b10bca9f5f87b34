import type { Draft } from '../draft.ts';
import { icon } from '../icons.ts';
import { row } from '../layout.ts';
import { ellipse, frame, rect, vector } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import { C, LEFT, RIGHT, SHADOW, T, WIDTH } from './theme.ts';

/** A pill that asks for one thing. */
export function pill(
  name: string,
  label: string,
  x: number,
  y: number,
  kind: 'full' | 'line' | 'light',
): Draft {
  const [ground, ink] = { full: [C.olive, C.cream], line: [undefined, C.olive], light: [C.cream, C.olive] }[
    kind
  ] as [string | undefined, string];
  return row(
    name,
    x,
    y,
    {
      padding: [16, 28, 16, 28],
      gap: 8,
      radius: 28,
      align: 'CENTER',
      ...(ground ? { fill: ground } : { stroke: C.olive, strokeWeight: 1.5 }),
    },
    [text('Label', 0, 0, label, T.button, { fill: ink })],
  );
}

/** The bar that stays while the page scrolls. */
export function nav(): Draft {
  return frame(
    'Navigation',
    0,
    0,
    WIDTH,
    80,
    { fill: C.paper, effects: SHADOW.nav, fixed: true, constraints: ['LEFT_RIGHT', 'TOP'] },
    [
      frame('Mark', LEFT, 24, 32, 32, { radius: 16, clips: true, fill: C.straw }, [
        ellipse('Sun', 8, 7, 16, 16, { fill: C.sun }),
        vector('Hill', 'M0 21C7 15 13 15 18 19C23 16 28 16 32 20L32 32L0 32L0 21Z', { fill: C.olive }),
      ]),
      text('Logo', LEFT + 44, 24, 'Salt Hill', T.logo, { fill: C.olive }),
      row('Links', 480, 28, { gap: 40 }, [
        ...['Oils', 'The grove', 'Kitchen', 'Journal'].map((label) =>
          text(label, 0, 0, label, T.link, { fill: C.olive }),
        ),
      ]),
      icon('search', RIGHT - 184, 28, C.olive, { name: 'Search' }),
      row(
        'Order button',
        RIGHT - 136,
        18,
        {
          padding: [10, 24, 10, 20],
          gap: 8,
          radius: 22,
          align: 'CENTER',
          fill: C.olive,
          width: 136,
          height: 44,
          justify: 'CENTER',
        },
        [icon('bag', 0, 0, C.cream, { size: 20 }), text('Label', 0, 0, 'Order', T.link, { fill: C.cream })],
      ),
    ],
  );
}

const PEOPLE = [
  ['JO', '#C79A3B'],
  ['MP', '#7A8650'],
  ['AL', '#A85C38'],
] as const;

/** The promise, and the bottle. */
export function hero(): Draft {
  return frame('Hero', 0, 80, WIDTH, 840, { fill: C.cream }, [
    text('Eyebrow', LEFT, 120, 'Harvest 2025 has arrived', T.eyebrow, { fill: C.sun }),
    text('Headline', LEFT - 4, 152, 'Picked at\nnoon, oil by\nnightfall.', T.hero, { fill: C.olive }),
    text(
      'Lead',
      LEFT,
      472,
      'One hillside above Marlow Bay, one kind of olive, and a mill at the foot of it. Nothing travels far, so nothing gets lost.',
      T.lead,
      { fill: C.soft, width: 480 },
    ),
    pill('Buy button', 'Taste the harvest', LEFT, 608, 'full'),
    pill('Film button', 'Visit the grove', LEFT + 212, 608, 'line'),
    frame('Proof', LEFT, 712, 480, 48, {}, [
      ...PEOPLE.map(([initials, colour], i) =>
        frame('Portrait', i * 36, 0, 48, 48, {}, [
          ellipse('Face', 2, 2, 44, 44, {
            fill: colour,
            stroke: C.cream,
            strokeWeight: 4,
            strokeAlign: 'OUTSIDE',
          }),
          text('Initials', 24, 14, initials, T.initials, { fill: '#FFFFFF', align: 'CENTER' }),
        ]),
      ),
      text('Count', 140, 2, '4,210 kitchens pour it every week', T.link, { fill: C.olive }),
      text('Rating', 140, 25, '4.9 of 5 from 868 reviews', T.small, { fill: C.soft }),
    ]),
    rect('Hero photo', 704, 56, 616, 728, { fill: image(picture('landing/hero')), radius: 32 }),
    frame('Badge', 636, 600, 136, 136, { fill: C.sun, radius: 68, effects: SHADOW.card }, [
      text(
        'Figure',
        68,
        32,
        '0.2 %',
        { ...T.title, weight: 600, size: 30 },
        { fill: C.paper, align: 'CENTER' },
      ),
      text('Label', 68, 72, 'acidity', T.link, { fill: C.paper, align: 'CENTER' }),
    ]),
  ]);
}

const FACTS: readonly (readonly [string, string])[] = [
  ['4 hours', 'from the branch to the press'],
  ['1,140', 'trees on one terraced hill'],
  ['27 days', 'of picking, all by hand'],
  ['9 kilos', 'of olives for every litre'],
];

/** Four numbers that say it shorter. */
export function facts(): Draft {
  return frame('Facts', 0, 920, WIDTH, 208, { fill: C.paper }, [
    ...FACTS.map(([figure, label], i) =>
      frame('Fact', LEFT + i * 300, 56, 276, 96, {}, [
        rect('Edge', 0, 4, 3, 88, { fill: C.sun, radius: 1.5 }),
        text('Figure', 24, 0, figure, T.figure, { fill: C.olive }),
        text('Label', 24, 64, label, T.body, { fill: C.soft }),
      ]),
    ),
  ]);
}
