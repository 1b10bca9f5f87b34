import { at, type Draft } from '../draft.ts';
import { ellipse, frame, rect } from '../nodes.ts';
import { image } from '../paint.ts';
import { picture } from '../pictures-known.ts';
import { text } from '../text.ts';
import { C, LEFT, RIGHT, T, WIDTH } from './theme.ts';
import { pill } from './top.ts';

interface Pressing {
  readonly name: string;
  readonly note: string;
  readonly price: string;
  readonly colour: string;
}

const PRESSINGS: readonly Pressing[] = [
  {
    name: 'October',
    note: 'Green and loud. For beans, steak, and bread that can take it.',
    price: '€24',
    colour: C.moss,
  },
  {
    name: 'Early harvest',
    note: 'Cut grass, tomato leaf, a long pepper. The one we cook with.',
    price: '€22',
    colour: C.sage,
  },
  {
    name: 'November',
    note: 'Round, almost sweet. For fish, cakes and the last of the figs.',
    price: '€19',
    colour: C.sun,
  },
];

/** Three bottles from one grove. */
export function pressings(): Draft {
  return frame('Pressings', 0, 1128, WIDTH, 1016, { fill: C.cream }, [
    text('Section title', 720, 96, 'One grove, three weeks apart', T.display, {
      fill: C.olive,
      align: 'CENTER',
    }),
    text('Section lead', 720, 176, 'The olives change colour while we pick. So does the oil.', T.lead, {
      fill: C.soft,
      align: 'CENTER',
    }),
    rect('Family photo', LEFT, 256, 1200, 520, { fill: image(picture('landing/family')), radius: 32 }),
    ...PRESSINGS.map(({ name, note, price, colour }, i) =>
      frame('Pressing card', LEFT + i * 420, 808, 360, 144, {}, [
        ellipse('Colour', 0, 14, 12, 12, { fill: colour }),
        text('Name', 28, 2, name, T.title, { fill: C.olive }),
        text('Price', 360, 2, price, T.title, { fill: C.olive, align: 'RIGHT' }),
        text('Note', 28, 48, note, T.body, { fill: C.soft, width: 320 }),
      ]),
    ),
  ]);
}

const STEPS: readonly (readonly [time: string, title: string, note: string])[] = [
  ['12:00', 'Picked', 'Nets under the trees, hands and soft rakes in them. No olive touches the ground.'],
  ['13:10', 'Carried', 'Down the hill in flat crates, so that the ones below are not crushed.'],
  ['14:00', 'Crushed', 'Washed, sorted, and milled cold: 22 degrees, never more.'],
  ['16:00', 'Resting', 'Into steel, in the dark. Six weeks later it is clear by itself.'],
];

/** Four hours, four steps. */
export function process(): Draft {
  return frame('Process', 0, 2144, WIDTH, 744, { fill: C.olive }, [
    text('Eyebrow', LEFT, 104, 'From noon to four', T.eyebrow, { fill: C.sun }),
    text('Section title', LEFT, 136, 'Four hours from\nbranch to steel', T.display, { fill: C.cream }),
    text(
      'Section lead',
      864,
      152,
      'Oil starts to tire the moment an olive leaves its tree. So we built the mill where the path ends.',
      T.lead,
      {
        fill: C.pale,
        width: 456,
      },
    ),
    rect('Line', LEFT + 8, 335, 1192, 2, { fill: '#4D5B34' }),
    ...STEPS.map(([time, title, note], i) =>
      frame('Step', LEFT + i * 306, 328, 282, 304, {}, [
        ellipse('Dot', 0, 0, 16, 16, {
          fill: C.sun,
          stroke: C.olive,
          strokeWeight: 4,
          strokeAlign: 'OUTSIDE',
        }),
        frame('Step card', 0, 48, 282, 248, { fill: '#37432A', radius: 24 }, [
          text('Time', 28, 32, time, T.figure, { fill: C.straw }),
          text('Title', 28, 104, title, T.strong, { fill: C.cream }),
          text('Note', 28, 136, note, T.small, { fill: C.pale, width: 226 }),
        ]),
      ]),
    ),
  ]);
}

const TABLE: readonly (readonly [photo: string, title: string, note: string])[] = [
  [
    'landing/dish',
    'Bread and oil, properly',
    'Warm plate, cold oil, flaky salt. Wait one minute before the first bite.',
  ],
  [
    'landing/olives',
    'Olives with orange',
    'Ten minutes in a low oven with peel, thyme, and more oil than seems right.',
  ],
  [
    'landing/tin',
    'The three-litre tin',
    'For those who have stopped counting. Comes with a spout and a funnel.',
  ],
];

/** What to do with it. */
export function table(): Draft {
  const recipes = pill('All recipes', 'All 32 recipes', 0, 0, 'line');
  return frame('Kitchen', 0, 2888, WIDTH, 960, { fill: C.paper }, [
    text('Section title', LEFT, 104, 'Around the table', T.display, { fill: C.olive }),
    at(RIGHT - recipes.width, 108, recipes),
    ...TABLE.map(([photo, title, note], i) =>
      frame('Recipe card', LEFT + i * 408, 216, 384, 640, { fill: C.cream, radius: 28, clips: true }, [
        rect('Recipe photo', 0, 0, 384, 464, { fill: image(picture(photo)) }),
        text('Title', 32, 496, title, T.title, { fill: C.olive }),
        text('Note', 32, 544, note, T.body, { fill: C.soft, width: 320 }),
      ]),
    ),
  ]);
}
