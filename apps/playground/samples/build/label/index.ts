import type { Draft } from '../draft.ts';
import type { FileDraft } from '../file.ts';
import { ellipse, frame, rect, vector } from '../nodes.ts';
import { linear } from '../paint.ts';
import { text } from '../text.ts';
import { type Face, faceOf } from '../type.ts';
import { barcode } from './barcode.ts';
import { branch } from './branch.ts';

const C = {
  cream: '#F3EDDD',
  paper: '#F8F3E6',
  olive: '#2C3620',
  moss: '#4D5B34',
  sage: '#8B955F',
  sun: '#D18F2B',
  rule: '#D9D0B8',
  soft: '#6A6A52',
  pale: '#C9CBA8',
} as const;

const serif = faceOf('Fraunces', 600);
const sans = faceOf('Inter');
const caps = (size: number, line: number, tracking: number): Face => ({
  ...sans(size, line, 600, tracking),
  upper: true,
});
const mono = (size: number, line: number, weight = 400): Face => ({
  family: 'JetBrains Mono',
  weight,
  size,
  line,
});

const TASTE: readonly (readonly [string, number])[] = [
  ['Fruit', 5],
  ['Bitter', 3],
  ['Pepper', 4],
];

function taste([name, level]: readonly [string, number], index: number): Draft {
  return frame('Taste row', 48, 392 + index * 36, 240, 24, {}, [
    text('Name', 0, 2, name, sans(14, 20, 500), { fill: C.cream }),
    ...Array.from({ length: 6 }, (_, i) =>
      ellipse(
        `Dot ${i + 1}`,
        124 + i * 20,
        6,
        12,
        12,
        i < level ? { fill: C.sun } : { stroke: '#6B7650', strokeWeight: 1.5 },
      ),
    ),
  ]);
}

function story(): Draft {
  return frame('Story panel', 0, 0, 336, 800, { fill: C.olive, clips: true }, [
    text('Eyebrow', 48, 64, 'How it tastes', caps(12, 16, 1.6), { fill: C.pale }),
    text('Headline', 48, 96, 'Grass first,\nthen pepper.', serif(38, 44, 500, -0.6), { fill: C.cream }),
    text(
      'Story',
      48,
      208,
      'We pick while the olives are still green and press them the same afternoon. That gives less oil and more of everything else: cut grass, green tomato, and a pepper that stays.',
      sans(15, 24),
      { fill: '#DDDCC3', width: 240 },
    ),
    ...TASTE.map(taste),
    branch(
      'Olive branch',
      [
        [-30, 770],
        [60, 720],
        [150, 640],
        [300, 566],
      ],
      { stem: '#8B955F', leaves: ['#66744A', '#8B955F'], fruit: C.sun, glint: C.cream, scale: 1.15 },
    ),
  ]);
}

const FACTS: readonly (readonly [string, string])[] = [
  ['Olives', 'Koroneiki'],
  ['Picked', '14–22 October'],
  ['Pressed', 'Within 4 hours'],
];

function front(): Draft {
  return frame('Front panel', 336, 0, 528, 800, { fill: C.cream, clips: true }, [
    text('Eyebrow', 264, 64, 'Early harvest 2025', caps(13, 16, 2.4), { fill: C.soft, align: 'CENTER' }),
    ellipse('Sun', 164, 112, 200, 200, { fill: C.sun }),
    vector('Far hill', 'M0 330C80 264 170 246 262 286C340 250 440 246 528 300L528 352L0 352L0 330Z', {
      fill: C.sage,
    }),
    vector('Near hill', 'M0 352C96 300 196 292 300 322C372 300 456 306 528 338L528 372L0 372L0 352Z', {
      fill: C.olive,
    }),
    rect('Field', 0, 370, 528, 8, { fill: C.olive }),
    text('Name', 264, 412, 'Salt Hill', serif(96, 104, 600, -2), { fill: C.olive, align: 'CENTER' }),
    text('Kind', 264, 528, 'Extra virgin olive oil', caps(17, 24, 3.2), { fill: C.olive, align: 'CENTER' }),
    rect('Rule', 232, 580, 64, 2, { fill: C.sun }),
    frame(
      'Facts',
      48,
      616,
      432,
      56,
      {},
      FACTS.map(([label, value], i) =>
        frame('Fact', i * 144, 0, 144, 56, {}, [
          text('Label', 72, 0, label, caps(11, 16, 1.4), { fill: C.soft, align: 'CENTER' }),
          text('Value', 72, 24, value, sans(15, 24, 500), { fill: C.olive, align: 'CENTER' }),
        ]),
      ),
    ),
    text('Content', 264, 720, '500 ml', serif(24, 32, 500), { fill: C.olive, align: 'CENTER' }),
  ]);
}

const NUTRITION: readonly (readonly [string, string])[] = [
  ['Energy', '3,389 kJ'],
  ['Fat', '91.6 g'],
  ['of which saturates', '13.2 g'],
  ['Carbohydrate', '0 g'],
  ['Protein', '0 g'],
  ['Salt', '0 g'],
];

function facts(): Draft {
  return frame('Facts panel', 864, 0, 336, 800, { fill: C.paper }, [
    text('Nutrition title', 40, 64, 'Per 100 ml', caps(12, 16, 1.6), { fill: C.olive }),
    ...NUTRITION.map(([name, value], i) =>
      frame('Nutrition row', 40, 92 + i * 28, 256, 28, {}, [
        rect('Divider', 0, 0, 256, 1, { fill: C.rule }),
        text('Name', i === 2 ? 12 : 0, 5, name, sans(12, 18), { fill: C.olive }),
        text('Value', 256, 5, value, mono(12, 18, 500), { fill: C.olive, align: 'RIGHT' }),
      ]),
    ),
    rect('Divider', 40, 260, 256, 1, { fill: C.rule }),
    text(
      'Legal text',
      40,
      284,
      'Superior category olive oil obtained directly from olives and solely by mechanical means. Acidity at bottling 0.2 %. Produced and bottled by Salt Hill Growers, Terrace Road 3, Marlow Bay. Keep cool and away from light; use within three months of opening. A haze below 8 °C is natural and clears in a warm room.',
      sans(11, 17),
      { fill: C.soft, width: 256 },
    ),
    frame('Dates', 40, 452, 256, 48, {}, [
      text('Best before label', 0, 0, 'Best before', sans(11, 16), { fill: C.soft }),
      text('Best before', 0, 20, '2027-04-30', mono(14, 20, 500), { fill: C.olive }),
      text('Lot label', 152, 0, 'Lot', sans(11, 16), { fill: C.soft }),
      text('Lot', 152, 20, 'SH-25-07', mono(14, 20, 500), { fill: C.olive }),
    ]),
    barcode('204170050012', 51, 536, 2, 104, '#1E2417', mono(15, 20)),
    frame('Glass mark', 40, 712, 256, 40, {}, [
      vector('Loop', 'M20 4L28 18M32 24L24 36L10 36M6 30L12 18M16 12L20 4', {
        stroke: C.moss,
        strokeWeight: 2,
        cap: 'ROUND',
        join: 'ROUND',
      }),
      text('Code', 44, 2, 'GL 71', mono(12, 16, 500), { fill: C.olive }),
      text('Advice', 44, 20, 'Glass to glass, cap to metal.', sans(11, 16), { fill: C.soft }),
    ]),
  ]);
}

function wrap(): Draft {
  return frame(
    'Wrap label',
    0,
    0,
    1200,
    800,
    { fill: C.cream, clips: true, notes: ['Pan slowly from the story to the small print'] },
    [story(), front(), facts()],
  );
}

function panel(): Draft {
  return frame(
    'Front panel, summer',
    1280,
    0,
    600,
    800,
    { fill: '#E9B45A', clips: true, notes: ['The sun rises behind the hills, then the name'] },
    [
      rect('Sky', 0, 0, 600, 800, {
        fill: linear(
          [0.5, 0],
          [0.5, 0.7],
          [
            [0, '#F2C77A'],
            [1, '#E4A344'],
          ],
        ),
      }),
      ellipse('Sun', 120, 120, 360, 360, { fill: '#F8EBCB' }),
      vector('Far hill', 'M0 424C110 336 226 330 330 388C430 336 520 344 600 392L600 560L0 560L0 424Z', {
        fill: '#A9A35A',
      }),
      vector('Middle hill', 'M0 470C140 404 250 410 360 446C450 420 530 424 600 454L600 620L0 620L0 470Z', {
        fill: '#6E7841',
      }),
      vector('Near hill', 'M0 520C120 476 240 476 350 500C450 482 530 488 600 510L600 800L0 800L0 520Z', {
        fill: C.olive,
      }),
      branch(
        'Olive branch',
        [
          [620, -24],
          [520, 60],
          [420, 130],
          [286, 172],
        ],
        { stem: '#4D5B34', leaves: ['#4D5B34', '#66744A'], fruit: '#2C3620', glint: '#C9CBA8', scale: 1.2 },
      ),
      text('Name', 300, 548, 'Salt Hill', serif(112, 120, 600, -2.4), { fill: C.cream, align: 'CENTER' }),
      text('Kind', 300, 680, 'Extra virgin olive oil', caps(18, 24, 3.4), {
        fill: '#E9B45A',
        align: 'CENTER',
      }),
      text('Content', 300, 728, 'Summer pressing, 500 ml', sans(15, 24), { fill: C.pale, align: 'CENTER' }),
    ],
  );
}

/** Salt Hill: an oil's label, all the way round, and its front alone. */
export function label(): FileDraft {
  return {
    name: 'Salt Hill label',
    lastModified: '2026-05-04T08:00:00Z',
    pages: [{ name: 'Label', background: '#DEDACD', children: [wrap(), panel()] }],
  };
}
