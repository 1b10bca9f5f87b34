import type { Draft, Link } from '../draft.ts';
import { arc, ellipse, frame, line, rect, vector } from '../nodes.ts';
import { linear } from '../paint.ts';
import { text } from '../text.ts';
import { card, cardHead, smoothPath } from './frame-parts.ts';
import { C, LEFT, SHADOW, T } from './theme.ts';

const HOURS = [310, 1240, 2480, 1510, 860, 790, 960, 1120, 960, 910, 1310, 2060, 1690, 1080, 710, 430];
const PEAK = 2;

export interface BarLook {
  readonly height: number;
  readonly detail: boolean;
  readonly link: Link;
}

/** Rides by the hour: one bar each, all from one baseline. In detail the card is taller and the peak speaks. */
export function hourChart({ height, detail, link }: BarLook): Draft {
  const [width, left] = [728, 72];
  const base = height - 56;
  const top = detail ? 184 : 76;
  const scale = (base - top) / 2500;
  const grid = [0, 500, 1000, 1500, 2000, 2500]
    .filter((v) => detail || v % 1000 === 0 || v === 2500)
    .filter((v) => v !== 2500 || detail);
  const bars = HOURS.map((rides, i) => {
    const tall = Math.round(rides * scale);
    const hour = `${String(i + 6).padStart(2, '0')}`;
    const on = i === PEAK;
    return rect(`Bar ${hour}`, left + 8 + i * 39, base - tall, 23, tall, {
      fill: on ? C.green : detail ? '#D5E7DF' : C.mint,
      radius: [6, 6, 0, 0],
      ...(on ? { links: [link] } : {}),
    });
  });
  const hours = HOURS.map((_, i) =>
    text(
      'Hour',
      left + 19.5 + i * 39,
      base + 12,
      String(i + 6).padStart(2, '0'),
      i === PEAK && detail ? T.labelStrong : T.label,
      {
        fill: i === PEAK && detail ? C.ink : C.faint,
        align: 'CENTER',
      },
    ),
  );
  const peakTop = base - Math.round((HOURS[PEAK] ?? 0) * scale);
  return card('Hour chart', LEFT, 256, width, height, {}, [
    ...cardHead(
      detail ? 'The morning peak' : 'Rides by the hour',
      detail ? '08:00 to 09:00' : 'Today',
      width,
    ),
    ...(detail
      ? [
          text('Peak value', 24, 52, '2,480 rides', T.figure, { fill: C.ink }),
          text(
            'Peak line',
            24,
            100,
            'One ride in seven starts within this hour; most of them end by the river.',
            T.body,
            {
              fill: C.soft,
            },
          ),
        ]
      : []),
    ...grid.map((v) =>
      line('Grid line', left, base - v * scale, 632, {
        stroke: C.line,
        ...(v === 0 ? {} : { dashes: [3, 5] }),
      }),
    ),
    ...grid.map((v) =>
      text('Grid value', left - 16, base - v * scale - 8, v.toLocaleString('en-US'), T.label, {
        fill: C.faint,
        align: 'RIGHT',
      }),
    ),
    ...bars,
    ...hours,
    ...(detail
      ? [
          frame(
            'Callout',
            left + 19.5 + PEAK * 39 + 28,
            peakTop + 4,
            176,
            64,
            { fill: C.night, radius: 12, effects: SHADOW.float },
            [
              text('Callout label', 16, 12, 'Bikes short at 08:20', T.label, { fill: C.nightText }),
              text('Callout value', 16, 30, '46 of 1,286', T.strong, { fill: '#FFFFFF' }),
            ],
          ),
        ]
      : []),
  ]);
}

export interface Share {
  readonly name: string;
  readonly percent: number;
  readonly colour: string;
}

/** Who rides: a ring in as many parts as there are kinds of riders. */
export function ringCard(when: string, total: string, shares: readonly Share[]): Draft {
  const gap = 0.006;
  let start = 0;
  const arcs = shares.map((share) => {
    const end = start + share.percent / 100;
    const part = arc(
      `${share.name} arc`,
      40,
      88,
      168,
      { start: start + gap, end: end - gap, inner: 0.74 },
      { fill: share.colour },
    );
    start = end;
    return part;
  });
  const legend = shares.map((share, i) =>
    frame(`${share.name} row`, 240, 116 + i * 40, 136, 32, {}, [
      ellipse('Key', 0, 11, 10, 10, { fill: share.colour }),
      text('Name', 22, 6, share.name, T.small, { fill: C.soft }),
      text('Percent', 136, 6, `${share.percent}%`, T.smallStrong, { fill: C.ink, align: 'RIGHT' }),
    ]),
  );
  return card('Riders', 1008, 256, 400, 320, {}, [
    ...cardHead('Who rides', when, 400),
    ...arcs,
    text('Total', 124, 146, total, T.middle, { fill: C.ink, align: 'CENTER' }),
    text('Total label', 124, 180, 'rides', T.small, { fill: C.soft, align: 'CENTER' }),
    ...legend,
    text('Footnote', 24, 280, 'Members ride twice a day, guests once a week.', T.label, { fill: C.faint }),
  ]);
}

const WEEK = [14.2, 15.1, 16.8, 18.4, 17.6, 12.1, 10.4];
const BEFORE = [13.1, 13.4, 14.9, 15.8, 16.2, 12.8, 11.2];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** This week over the last one. */
export function weekChart(): Draft {
  const [width, left, base] = [564, 64, 224];
  const at = (v: number, i: number) => [left + 24 + i * 73, base - (v - 8) * 13] as const;
  const now = WEEK.slice(0, 4).map(at);
  const path = smoothPath(now);
  const last = now.at(-1) ?? [0, 0];
  return card('Week chart', LEFT, 592, width, 276, {}, [
    ...cardHead('The week so far', '', width).slice(0, 1),
    frame('Legend', 348, 24, 192, 16, {}, [
      rect('This week key', 0, 7, 16, 3, { fill: C.green, radius: 1.5 }),
      text('This week', 24, 0, 'This week', T.label, { fill: C.soft }),
      rect('Last week key', 104, 7, 16, 3, { fill: '#C9D2CD', radius: 1.5 }),
      text('Last week', 128, 0, 'Last week', T.label, { fill: C.soft }),
    ]),
    ...[8, 12, 16, 20].map((v) =>
      line('Grid line', left, base - (v - 8) * 13, 476, {
        stroke: C.line,
        ...(v === 8 ? {} : { dashes: [3, 5] }),
      }),
    ),
    ...[8, 12, 16, 20].map((v) =>
      text('Grid value', left - 16, base - (v - 8) * 13 - 8, `${v}k`, T.label, {
        fill: C.faint,
        align: 'RIGHT',
      }),
    ),
    vector('Last week line', smoothPath(BEFORE.map(at)), {
      stroke: '#C9D2CD',
      strokeWeight: 2,
      cap: 'ROUND',
      join: 'ROUND',
    }),
    vector('This week area', `${path}L${last[0]} ${base}L${now[0]?.[0] ?? 0} ${base}Z`, {
      fill: linear(
        [0.5, 0],
        [0.5, 1],
        [
          [0, C.green, 0.18],
          [1, C.green, 0],
        ],
      ),
    }),
    vector('This week line', path, { stroke: C.green, strokeWeight: 2.5, cap: 'ROUND', join: 'ROUND' }),
    ellipse('Today', last[0] - 6, last[1] - 6, 12, 12, {
      fill: C.green,
      stroke: C.card,
      strokeWeight: 3,
      strokeAlign: 'OUTSIDE',
    }),
    ...DAYS.map((day, i) =>
      text('Day', left + 24 + i * 73, base + 12, day, i === 3 ? T.labelStrong : T.label, {
        fill: i === 3 ? C.ink : C.faint,
        align: 'CENTER',
      }),
    ),
  ]);
}

const STATIONS: readonly (readonly [string, string, string, 'Empty' | 'Low' | 'Full'])[] = [
  ['Harbour gate', '0 of 24', '20:12', 'Empty'],
  ['Old brewery', '2 of 32', '20:25', 'Low'],
  ['Linden square', '3 of 28', '20:40', 'Low'],
  ['University east', '40 of 40', '20:55', 'Full'],
];

/** Stations that somebody should drive to. */
export function stationTable(): Draft {
  const columns = [24, 248, 344, 540] as const;
  return card('Stations', 844, 592, 564, 276, {}, [
    ...cardHead('Stations that need a hand', 'Four of 86', 564),
    text('Station column', columns[0], 60, 'Station', T.label, { fill: C.faint }),
    text('Bikes column', columns[1], 60, 'Bikes', T.label, { fill: C.faint }),
    text('Since column', columns[2], 60, 'Since', T.label, { fill: C.faint }),
    text('State column', columns[3], 60, 'State', T.label, { fill: C.faint, align: 'RIGHT' }),
    ...STATIONS.map(([name, bikes, since, state], i) => {
      const [colour, pale] = {
        Empty: [C.red, C.redPale],
        Low: ['#94590F', C.amberPale],
        Full: [C.green, C.mintPale],
      }[state] as [string, string];
      return frame('Station row', 0, 84 + i * 46, 564, 46, {}, [
        rect('Divider', 24, 0, 516, 1, { fill: C.line }),
        text('Name', columns[0], 13, name, T.strong, { fill: C.ink }),
        text('Bikes', columns[1], 13, bikes, T.body, { fill: C.soft }),
        text('Since', columns[2], 13, since, T.body, { fill: C.soft }),
        frame('State', 484, 11, 56, 24, { fill: pale, radius: 12 }, [
          text('Label', 28, 4, state, T.labelStrong, { fill: colour, align: 'CENTER' }),
        ]),
      ]);
    }),
  ]);
}

const ROUTES: readonly (readonly [string, string, number])[] = [
  ['Linden square to Harbour gate', '214', 1],
  ['Station to University east', '186', 0.87],
  ['Old brewery to Harbour gate', '151', 0.7],
  ['Mill bridge to Station', '122', 0.57],
];

/** Where the peak's rides go. */
export function routeCard(): Draft {
  return card('Routes', 1008, 592, 400, 276, {}, [
    ...cardHead('Busiest ways', '08 to 09', 400),
    ...ROUTES.map(([name, rides, part], i) =>
      frame('Route row', 24, 64 + i * 50, 352, 40, {}, [
        text('Name', 0, 0, name, T.small, { fill: C.ink }),
        text('Rides', 352, 0, rides, T.smallStrong, { fill: C.ink, align: 'RIGHT' }),
        rect('Track', 0, 28, 352, 6, { fill: C.line, radius: 3 }),
        rect('Value', 0, 28, Math.round(352 * part), 6, { fill: C.green, radius: 3 }),
      ]),
    ),
  ]);
}
