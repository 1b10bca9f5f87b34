import type { Draft } from '../draft.ts';
import { ellipse, frame, rect, vector } from '../nodes.ts';
import { text } from '../text.ts';
import { C, LEFT, RIGHT, SHADOW, T, WIDTH } from './theme.ts';
import { pill } from './top.ts';

const NOTES: readonly (readonly [string, number])[] = [
  ['Cut grass', 9],
  ['Green tomato', 8],
  ['Artichoke', 6],
  ['Almond', 4],
  ['Pepper', 7],
];

/** What others say it tastes of, and by how much. */
export function taste(): Draft {
  return frame('Taste', 0, 3848, WIDTH, 592, { fill: C.cream }, [
    text(
      'Quote',
      LEFT,
      112,
      '“It smells of a lawn in May and finishes like fresh pepper. I have stopped hiding it behind the ordinary oil.”',
      T.quote,
      { fill: C.olive, width: 592 },
    ),
    text('Source', LEFT, 360, 'Joana Oyelaran', T.strong, { fill: C.olive }),
    text('Role', LEFT, 386, 'Cooks at the Lantern, Harrowby', T.body, { fill: C.soft }),
    frame('Taste card', 816, 96, 504, 400, { fill: C.paper, radius: 28, effects: SHADOW.card }, [
      text('Title', 40, 36, 'Early harvest, by the panel', T.strong, { fill: C.olive }),
      ...NOTES.map(([name, level], i) =>
        frame('Note row', 40, 88 + i * 56, 424, 40, {}, [
          text('Name', 0, 0, name, T.link, { fill: C.olive }),
          text('Level', 424, 0, String(level), T.link, { fill: C.soft, align: 'RIGHT' }),
          rect('Track', 0, 32, 424, 6, { fill: C.rule, radius: 3 }),
          rect('Value', 0, 32, 42.4 * level, 6, { fill: i === 4 ? C.sun : C.sage, radius: 3 }),
        ]),
      ),
    ]),
  ]);
}

/** One last invitation, under the label's own sun. */
export function invitation(): Draft {
  return frame('Invitation', 0, 4440, WIDTH, 504, { fill: C.cream }, [
    frame('Panel', LEFT, 32, 1200, 400, { fill: '#E9B45A', radius: 40, clips: true }, [
      ellipse('Sun', 760, 56, 320, 320, { fill: '#F8EBCB' }),
      vector('Far hill', 'M440 400C560 262 760 226 900 286C1000 240 1110 244 1200 280L1200 400L440 400Z', {
        fill: '#A9A35A',
      }),
      vector('Near hill', 'M400 400C620 296 800 300 940 344C1030 318 1120 318 1200 336L1200 400L400 400Z', {
        fill: C.olive,
      }),
      text('Headline', 64, 72, 'The new oil lands\non 2 November.', T.display, { fill: C.olive }),
      text('Lead', 64, 216, 'Leave an address; we write once a year.', T.body, { fill: '#4A421F' }),
      frame('Address field', 64, 272, 300, 56, { fill: C.paper, radius: 28 }, [
        text('Placeholder', 28, 15, 'you@kitchen.example', T.body, { fill: '#8A8468' }),
      ]),
      pill('Join button', 'Join', 376, 272, 'full'),
    ]),
  ]);
}

const COLUMNS: readonly (readonly [string, readonly string[]])[] = [
  ['Oils', ['October', 'Early harvest', 'November', 'Tins']],
  ['The grove', ['Visit', 'The mill', 'Adopt a tree', 'Work with us']],
  ['Help', ['Shipping', 'Returns', 'Trade orders', 'Write to us']],
];

/** The page's end. */
export function footer(): Draft {
  return frame('Footer', 0, 4944, WIDTH, 256, { fill: C.olive }, [
    text('Logo', LEFT, 56, 'Salt Hill', T.logo, { fill: C.cream }),
    text('Address', LEFT, 104, 'Salt Hill Growers\nTerrace Road 3, Marlow Bay', T.small, { fill: C.pale }),
    text('Copyright', LEFT, 184, '© 2026 Salt Hill Growers', T.small, { fill: C.sage }),
    ...COLUMNS.map(([title, links], i) =>
      frame(`${title} links`, RIGHT - 600 + i * 216, 56, 168, 160, {}, [
        text('Title', 0, 0, title, T.strong, { fill: C.cream }),
        ...links.map((label, n) => text(label, 0, 36 + n * 30, label, T.small, { fill: C.pale })),
      ]),
    ),
  ]);
}
