import type { Outline } from '@animatic/schema';
import { frame, node, text } from '../testing.ts';

/**
 * What one caption must give, written by someone who has not read the rules.
 *
 * How to read a row: what is left out is not checked, except that without `notUnderstood` everything must be
 * understood. What is given is all there is of its kind, in order: no other camera move, no other layer effect.
 * - `camera`: a hold stands where the words ask for a rest among moves; a place that the shot starts on without
 *   a move of its own is a dolly there, or the place that a pull-out comes from.
 * - `on` is met by the layer of that name, by what shows that text, and by a container that is hardly more.
 * - `layers`: neighbours with the same effect may be one family. A container may stand for its children and the
 *   other way round, where the words do not say which. `from` is the side it comes from, or leaves to. In `of`,
 *   from the centre, ties are in reading order.
 * - `overlays`: dim is `on` what stays bright.
 * - `notUnderstood`: parts of what is said not to be understood, to contradict itself or to name nothing.
 */
export interface CaptionCase {
  words: string;
  frame?: 'checkout' | 'dashboard' | 'article' | 'profile';
  camera?: {
    move: 'hold' | 'push-in' | 'pull-out' | 'pan-left' | 'pan-right' | 'tilt-up' | 'tilt-down' | 'dolly';
    on?: string;
  }[];
  layers?: {
    effect:
      | 'fade'
      | 'rise'
      | 'drop'
      | 'slide'
      | 'pop'
      | 'scale'
      | 'wipe'
      | 'blur'
      | 'mask'
      | 'type'
      | 'words'
      | 'grow'
      | 'draw'
      | 'fill'
      | 'count'
      | 'pulse';
    of: string[];
    phase?: 'enter' | 'leave';
    from?: 'left' | 'right' | 'up' | 'down';
    by?: 'order' | 'centre' | 'rows' | 'columns';
  }[];
  overlays?: { effect: 'highlight' | 'dim' | 'tap'; on: string }[];
  scrolls?: boolean | string;
  pace?: 'slow' | 'quick';
  mood?: 'calm' | 'bouncy' | 'premium';
  seconds?: number;
  still?: boolean;
  notUnderstood?: string[];
}

const cards = ['Card 1', 'Card 2', 'Card 3'];
const kpis = ['KPI 1', 'KPI 2', 'KPI 3', 'KPI 4'];
const amounts = ['$48,210', '1,284', '3.6%', '$37.55'];
const numbered = (name: string, order: number[]) => order.map((index) => `${name} ${index}`);

const camera: CaptionCase[] = [
  { words: 'Slow push in on the hero', camera: [{ move: 'push-in', on: 'Hero' }], pace: 'slow' },
  { words: 'Hold the frame, 4s total', camera: [{ move: 'hold' }], seconds: 4 },
  { words: 'locked-off shot pls', camera: [] },
  { words: 'slight drift, nothing else', camera: [{ move: 'hold' }], layers: [] },
  {
    words: 'zoom in to the pay button, then back out',
    camera: [{ move: 'push-in', on: 'Pay button' }, { move: 'pull-out' }],
  },
  { words: 'pan right across the cards', camera: [{ move: 'pan-right' }] },
  { words: 'pan down slowly', camera: [{ move: 'tilt-down' }], pace: 'slow' },
  { words: 'Tilt up. Take your time.', camera: [{ move: 'tilt-up' }], pace: 'slow' },
  { words: 'truck left a little', camera: [{ move: 'pan-left' }] },
  { words: 'dolly to @Pay button', camera: [{ move: 'dolly', on: 'Pay button' }] },
  {
    words: 'move from @Hero to @Pay button',
    camera: [
      { move: 'dolly', on: 'Hero' },
      { move: 'dolly', on: 'Pay button' },
    ],
  },
  {
    words:
      'Start on the headline, glide over to the chart, rest there for two seconds, then come back to the full view.',
    camera: [
      { move: 'dolly', on: 'Your basket' },
      { move: 'dolly', on: 'Sales chart' },
      { move: 'hold' },
      { move: 'pull-out' },
    ],
  },
  {
    words: 'Open tight on the hero and pull back to reveal the whole screen',
    camera: [{ move: 'pull-out', on: 'Hero' }],
  },
  { words: 'punch in fast on “€ 84.00”', camera: [{ move: 'push-in', on: '€ 84.00' }], pace: 'quick' },
  { words: 'close-up of the chart at the end', camera: [{ move: 'push-in', on: 'Sales chart' }] },
  { words: 'zooom in on the chart', camera: [{ move: 'push-in', on: 'Sales chart' }] },
  {
    words: '- push in on the headline\n- wait a beat\n- go to the button\n- pull out at the end',
    camera: [
      { move: 'push-in', on: 'Your basket' },
      { move: 'hold' },
      { move: 'dolly', on: 'Pay button' },
      { move: 'pull-out' },
    ],
  },
  {
    words: "push in on the total but don't rush",
    camera: [{ move: 'push-in', on: '€ 84.00' }],
    pace: 'slow',
  },
  {
    words: 'hey! for this one: pan left → then push in on hero 🙏',
    camera: [{ move: 'pan-left' }, { move: 'push-in', on: 'Hero' }],
  },
  {
    words: '6 seconds. Slow, premium push in.',
    camera: [{ move: 'push-in' }],
    pace: 'slow',
    mood: 'premium',
    seconds: 6,
  },
];

const layers: CaptionCase[] = [
  {
    words: 'Could the three cards please come up one by one, left to right? Thanks!',
    layers: [{ effect: 'rise', of: cards, by: 'order' }],
  },
  {
    words: 'Camera stays put. Cards rise one after another, 80 ms apart.',
    camera: [],
    layers: [{ effect: 'rise', of: cards }],
  },
  { words: 'cards drop in from above, bouncy', layers: [{ effect: 'drop', of: cards }], mood: 'bouncy' },
  {
    words: 'hero slides in from the left, then the cards pop in, pay button last',
    layers: [
      { effect: 'slide', of: ['Hero'], from: 'left' },
      { effect: 'pop', of: cards },
      { effect: 'pop', of: ['Pay button'] },
    ],
  },
  { words: 'reveal the hero with a mask', layers: [{ effect: 'mask', of: ['Hero'] }] },
  {
    words: 'only the chart moves: wipe it in from the bottom',
    camera: [],
    layers: [{ effect: 'wipe', of: ['Sales chart'], from: 'down' }],
  },
  { words: 'headline blurs in, quick', layers: [{ effect: 'blur', of: ['Your basket'] }], pace: 'quick' },
  {
    words: 'type on "Slow mornings in Lisbon" letter by letter, quickly',
    frame: 'article',
    layers: [{ effect: 'type', of: ['Slow mornings in Lisbon'] }],
    pace: 'quick',
  },
  { words: 'headline appears word by word', layers: [{ effect: 'words', of: ['Your basket'] }] },
  { words: 'the pay buton pulses twice at the end', layers: [{ effect: 'pulse', of: ['Pay button'] }] },
  {
    words: 'scale up the cards from the centre outwards',
    layers: [{ effect: 'scale', of: numbered('Card', [2, 1, 3]), by: 'centre' }],
  },
  {
    words: 'logo fades away at the end',
    frame: 'article',
    layers: [{ effect: 'fade', of: ['Logo'], phase: 'leave' }],
  },
  {
    words: 'share sheet slides up from the bottom',
    frame: 'profile',
    layers: [{ effect: 'slide', of: ['Share sheet'], phase: 'enter', from: 'down' }],
  },
  {
    words: 'the modal slides out to the right',
    frame: 'profile',
    layers: [{ effect: 'slide', of: ['Share sheet'], phase: 'leave', from: 'right' }],
  },
  {
    words: 'photos pop in row by row',
    frame: 'profile',
    layers: [{ effect: 'pop', of: numbered('Photo', [1, 2, 3, 4, 5, 6, 7, 8, 9]), by: 'rows' }],
  },
  {
    words: 'fade the grid in column by column, nice and calm',
    frame: 'profile',
    layers: [{ effect: 'fade', of: numbered('Photo', [1, 4, 7, 2, 5, 8, 3, 6, 9]), by: 'columns' }],
    mood: 'calm',
  },
  {
    words: 'photos scale in from the center',
    frame: 'profile',
    layers: [{ effect: 'scale', of: numbered('Photo', [5, 2, 4, 6, 8, 1, 3, 7, 9]), by: 'centre' }],
  },
  {
    words: 'everything fades in except the modal',
    frame: 'profile',
    layers: [{ effect: 'fade', of: ['Logo', 'Avatar', 'Name', 'Stats', 'Bio', 'Follow button', 'Photos'] }],
  },
  { words: 'all the cards but the last one fade in', layers: [{ effect: 'fade', of: ['Card 1', 'Card 2'] }] },
  {
    words: 'nothing but the logo moves - it just fades in',
    frame: 'article',
    camera: [],
    layers: [{ effect: 'fade', of: ['Logo'], phase: 'enter' }],
  },
  { words: 'on each beat a card pops in', layers: [{ effect: 'pop', of: cards }] },
  { words: 'no zoom, just let the cards fade in', camera: [], layers: [{ effect: 'fade', of: cards }] },
  {
    words: 'make the shot 3.5s long, snappy: cards pop in',
    layers: [{ effect: 'pop', of: cards }],
    pace: 'quick',
    seconds: 3.5,
  },
  {
    words: 'keep it playful – cards bounce in',
    layers: [{ effect: 'pop', of: cards }],
    mood: 'bouncy',
  },
  {
    words: 'The hero fades in. Then push in on it.',
    camera: [{ move: 'push-in', on: 'Hero' }],
    layers: [{ effect: 'fade', of: ['Hero'] }],
  },
  {
    words: 'At the start fade in the headline; at the end zoom in on the button.',
    camera: [{ move: 'push-in', on: 'Pay button' }],
    layers: [{ effect: 'fade', of: ['Your basket'] }],
  },
  {
    words:
      'so basically we start wide and then we kinda zoom in on the chart and while that happens the cards rise and then it goes back out',
    camera: [{ move: 'push-in', on: 'Sales chart' }, { move: 'pull-out' }],
    layers: [{ effect: 'rise', of: cards }],
  },
];

const charts: CaptionCase[] = [
  {
    words: 'KPI cards rise in reading order',
    frame: 'dashboard',
    layers: [{ effect: 'rise', of: kpis, by: 'order' }],
  },
  {
    words: 'bars grow from the baseline, one after the other',
    frame: 'dashboard',
    layers: [{ effect: 'grow', of: numbered('Bar', [1, 2, 3, 4, 5, 6, 7]) }],
  },
  {
    words: 'draw the trend line left to right',
    frame: 'dashboard',
    layers: [{ effect: 'draw', of: ['Trend line'], from: 'left' }],
  },
  {
    words: 'count up the numbers in the KPI cards over 1.5s',
    frame: 'dashboard',
    layers: [{ effect: 'count', of: amounts }],
  },
  {
    words:
      'First the bars grow from the centre, then the line draws itself and, last, the goal ring fills. Keep it premium.',
    frame: 'dashboard',
    layers: [
      { effect: 'grow', of: numbered('Bar', [4, 3, 5, 2, 6, 1, 7]), by: 'centre' },
      { effect: 'draw', of: ['Trend line'] },
      { effect: 'fill', of: ['Goal ring'] },
    ],
    mood: 'premium',
  },
];

const overlaysAndScroll: CaptionCase[] = [
  {
    words: 'highlight @Summary and dim the rest',
    overlays: [
      { effect: 'highlight', on: 'Summary' },
      { effect: 'dim', on: 'Summary' },
    ],
  },
  {
    words: 'dim everything but the Follow button',
    frame: 'profile',
    overlays: [{ effect: 'dim', on: 'Follow button' }],
  },
  { words: "A finger taps 'Pay now', then hold", overlays: [{ effect: 'tap', on: 'Pay button' }] },
  { words: 'Put a highlight on the second card', overlays: [{ effect: 'highlight', on: 'Card 2' }] },
  { words: 'scroll down slowly to the quote', frame: 'article', scrolls: 'Quote', pace: 'slow' },
  {
    words: 'scroll through the whole article, pause, and click the share button',
    frame: 'article',
    scrolls: true,
    overlays: [{ effect: 'tap', on: 'Share button' }],
  },
];

const nothingMoves: CaptionCase[] = [
  { words: 'no animation', still: true },
  { words: 'Keep this one completely still please.', frame: 'dashboard', still: true },
];

/** Partly or not at all to be understood: these words must be given back. */
const unclear: CaptionCase[] = [
  { words: 'make it pop', notUnderstood: ['pop'] },
  { words: 'bring it to life', notUnderstood: ['to life'] },
  { words: 'let it breathe', notUnderstood: ['breathe'] },
  {
    words: 'Slow push in on the hero, and give it some soul',
    camera: [{ move: 'push-in', on: 'Hero' }],
    pace: 'slow',
    notUnderstood: ['soul'],
  },
  { words: 'zoom in on the unicorn', camera: [], notUnderstood: ['unicorn'] },
  {
    words: 'fade in the cards, then the video player',
    layers: [{ effect: 'fade', of: cards }],
    notUnderstood: ['video player'],
  },
  { words: 'zoom in slow and fast', notUnderstood: ['slow', 'fast'] },
  { words: 'no motion, then zoom in', notUnderstood: ['no motion'] },
  { words: 'Push notification settings', camera: [], notUnderstood: ['Push notification settings'] },
  { words: 'Pop-up store opening hours', camera: [], notUnderstood: ['Pop-up store'] },
  { words: 'Slide deck upload flow v2 FINAL', camera: [], notUnderstood: ['Slide deck'] },
  { words: 'asdf qwerty lkj', camera: [], notUnderstood: ['asdf', 'lkj'] },
  { words: 'surprise me 🙂', notUnderstood: ['surprise me'] },
  {
    words: 'cards rise, then rack focus to the button',
    camera: [],
    layers: [{ effect: 'rise', of: cards }],
    notUnderstood: ['rack focus'],
  },
  { words: 'orbit around the phone in 3D, then hold', camera: [{ move: 'hold' }], notUnderstood: ['orbit'] },
  { words: 'shake the pay button', notUnderstood: ['shake'] },
  {
    words: 'confetti when they tap Pay now',
    overlays: [{ effect: 'tap', on: 'Pay button' }],
    notUnderstood: ['confetti'],
  },
  { words: 'langsam auf den Button zoomen', notUnderstood: ['langsam'] },
  {
    words: 'like in the Loom I sent you: zoom in on the chart',
    camera: [{ move: 'push-in', on: 'Sales chart' }],
    notUnderstood: ['Loom'],
  },
  { words: 'pan left and right at the same time', notUnderstood: ['left', 'right'] },
  { words: 'the cards fade in while nothing moves', notUnderstood: ['nothing moves'] },
  { words: 'Only the logo moves.', camera: [], layers: [], notUnderstood: ['logo'] },
  { words: 'fade in the fifth card', layers: [], notUnderstood: ['fifth'] },
  {
    words: 'change the button color to red and push in on it',
    camera: [{ move: 'push-in', on: 'Pay button' }],
    notUnderstood: ['color'],
  },
  {
    words: 'add upbeat music, then the bars grow',
    frame: 'dashboard',
    layers: [{ effect: 'grow', of: numbered('Bar', [1, 2, 3, 4, 5, 6, 7]) }],
    notUnderstood: ['music'],
  },
];

export const strangerCaptions: CaptionCase[] = [
  ...camera,
  ...layers,
  ...charts,
  ...overlaysAndScroll,
  ...nothingMoves,
  ...unclear,
];

/** A wide dashboard: navigation, four figures, bars, a line, a ring, a table of orders. */
export function dashboard(): Outline {
  const kpi = (index: number, label: string, value: string) => {
    const x = 260 + (index - 1) * 290;
    return node(`KPI ${index}`, [x, 110, 270, 120], {
      kind: 'component',
      component: 'KPI card',
      children: [text(label, [x + 20, 130, 200, 18]), text(value, [x + 20, 160, 200, 48], 40)],
    });
  };
  const bar = (height: number, index: number) =>
    node(`Bar ${index + 1}`, [300 + index * 72, 530 - height, 44, height]);
  const order = (index: number, customer: string, sum: string) =>
    node(`Order ${index}`, [260, 640 + (index - 1) * 48, 1140, 48], {
      kind: 'component',
      component: 'Table row',
      children: [
        text(customer, [280, 654 + (index - 1) * 48, 300, 20]),
        text(sum, [1280, 654 + (index - 1) * 48, 100, 20]),
      ],
    });
  const item = (label: string, index: number) =>
    node(`Nav item ${index + 1}`, [16, 120 + index * 44, 188, 40], {
      kind: 'component',
      component: 'Nav item',
      interactive: true,
      children: [text(label, [56, 130 + index * 44, 120, 20])],
    });
  return frame('Dashboard', 1440, 900, [
    node('Sidebar', [0, 0, 220, 900], {
      fixed: true,
      children: [
        node('Logo', [24, 32, 96, 32], { kind: 'vector' }),
        ...['Overview', 'Reports', 'Customers', 'Settings'].map(item),
      ],
    }),
    text('Revenue', [260, 40, 300, 44], 36),
    kpi(1, 'Net sales', '$48,210'),
    kpi(2, 'New orders', '1,284'),
    kpi(3, 'Conversion', '3.6%'),
    kpi(4, 'Average basket', '$37.55'),
    node('Sales by day', [260, 260, 560, 320], {
      children: [
        node('Bars', [300, 330, 476, 200], { children: [96, 132, 118, 200, 164, 150, 182].map(bar) }),
        ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day, index) =>
          text(day, [306 + index * 72, 540, 32, 16], 12),
        ),
      ],
    }),
    node('Trend', [840, 260, 300, 320], {
      children: [
        text('Last 30 days', [860, 276, 160, 20]),
        node('Trend line', [860, 340, 260, 180], { kind: 'vector' }),
      ],
    }),
    node('Goal', [1160, 260, 240, 320], {
      children: [
        text('Monthly goal', [1180, 276, 160, 20]),
        node('Goal ring', [1200, 340, 160, 160], { kind: 'vector' }),
        text('72%', [1248, 402, 64, 36], 30),
      ],
    }),
    node('Orders table', [260, 600, 1140, 280], {
      children: [
        text('Latest orders', [280, 610, 200, 20]),
        order(1, 'Ines Rocha', '$129.00'),
        order(2, 'Tom Becker', '$58.40'),
        order(3, 'Aiko Mori', '$212.90'),
        order(4, 'Liam Walsh', '$17.25'),
        order(5, 'Sara Lund', '$94.10'),
      ],
    }),
  ]);
}

/** A tall article under a header that stays: a picture, a headline, paragraphs, a quote, sharing, three related cards. */
export function article(): Outline {
  const paragraph = (index: number, y: number, words: string) =>
    node(`Paragraph ${index}`, [24, y, 342, 220], { kind: 'text', text: words, fontSize: 16 });
  const related = (index: number, title: string) => {
    const y = 1860 + (index - 1) * 170;
    return node(`Related card ${index}`, [24, y, 342, 150], {
      kind: 'component',
      component: 'Related card',
      interactive: true,
      children: [
        node(`Thumbnail ${index}`, [24, y, 120, 150], { kind: 'image', hasImage: true }),
        text(title, [160, y + 20, 190, 44], 16),
      ],
    });
  };
  return frame('Article', 390, 2400, [
    node('Hero image', [0, 64, 390, 300], { kind: 'image', hasImage: true }),
    text('Slow mornings in Lisbon', [24, 388, 342, 76], 32),
    text('By Clara Nunes, 6 min', [24, 474, 342, 20], 13),
    paragraph(1, 520, 'The first tram climbs the hill before the bakeries have put their chairs out.'),
    paragraph(2, 760, 'By eight the light reaches the tiles, and the street smells of coffee and soap.'),
    node('Quote', [24, 1010, 342, 160], {
      children: [text('Nobody here counts the minutes.', [48, 1040, 294, 96], 24)],
    }),
    paragraph(3, 1200, 'Clara has sold newspapers on this corner for thirty years.'),
    paragraph(4, 1440, 'When the ferry horn sounds, the day begins in earnest.'),
    node('Share button', [24, 1700, 342, 52], {
      interactive: true,
      children: [text('Share this story', [130, 1716, 130, 20], 16)],
    }),
    node('Related', [24, 1800, 342, 550], {
      children: [
        text('More to read', [24, 1804, 200, 28], 22),
        related(1, 'A week of trains'),
        related(2, 'The last lighthouse'),
        related(3, 'Porto by bicycle'),
      ],
    }),
    node('Header', [0, 0, 390, 64], {
      fixed: true,
      children: [
        node('Logo', [24, 18, 88, 28], { kind: 'vector' }),
        node('Menu', [338, 18, 28, 28], { kind: 'vector', interactive: true }),
      ],
    }),
  ]);
}

/** A profile: who it is, three figures, a grid of nine photos, and a sheet that lies over it. */
export function profile(): Outline {
  const stat = (index: number, value: string, label: string) => {
    const x = 24 + (index - 1) * 114;
    return node(`Stat ${index}`, [x, 250, 106, 56], {
      kind: 'component',
      component: 'Stat',
      children: [text(value, [x, 252, 106, 28], 22), text(label, [x, 284, 106, 16], 12)],
    });
  };
  const photo = (index: number) =>
    node(`Photo ${index + 1}`, [16 + (index % 3) * 122, 456 + Math.floor(index / 3) * 122, 114, 114], {
      kind: 'image',
      hasImage: true,
    });
  return frame('Profile', 390, 844, [
    node('Logo', [24, 52, 72, 24], { kind: 'vector' }),
    node('Avatar', [147, 96, 96, 96], { kind: 'image', hasImage: true }),
    node('Name', [24, 204, 342, 30], { kind: 'text', text: 'Mia Lindqvist', fontSize: 24 }),
    node('Stats', [24, 250, 342, 56], {
      children: [stat(1, '128', 'Posts'), stat(2, '4,902', 'Followers'), stat(3, '311', 'Following')],
    }),
    node('Bio', [24, 322, 342, 44], {
      kind: 'text',
      text: 'Ceramics, cold water and too many bicycles. Malmö.',
      fontSize: 15,
    }),
    node('Follow button', [24, 382, 342, 48], {
      interactive: true,
      children: [text('Follow', [168, 396, 56, 20], 16)],
    }),
    node('Photos', [16, 456, 358, 358], { children: Array.from({ length: 9 }, (_, index) => photo(index)) }),
    node('Share sheet', [0, 564, 390, 280], {
      kind: 'component',
      component: 'Modal',
      children: [
        text('Share profile', [24, 588, 200, 28], 20),
        node('Copy link', [24, 640, 342, 48], {
          interactive: true,
          children: [text('Copy the link', [140, 654, 110, 20], 16)],
        }),
        node('Send', [24, 704, 342, 48], {
          interactive: true,
          children: [text('Send to a friend', [136, 718, 118, 20], 16)],
        }),
      ],
    }),
  ]);
}
