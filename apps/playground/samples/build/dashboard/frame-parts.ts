import type { Draft, Look } from '../draft.ts';
import { type IconName, icon } from '../icons.ts';
import { row } from '../layout.ts';
import { ellipse, frame, vector } from '../nodes.ts';
import { text } from '../text.ts';
import { C, LEFT, RIGHT, SHADOW, T } from './theme.ts';

/** A white card on the desk. */
export function card(
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  look: Look,
  parts: readonly Draft[],
) {
  return frame(name, x, y, width, height, { fill: C.card, radius: 16, effects: SHADOW.card, ...look }, parts);
}

/** A card's first line: what it shows, and of when. */
export function cardHead(title: string, note: string, width: number): readonly Draft[] {
  return [
    text('Title', 24, 20, title, T.card, { fill: C.ink }),
    text('Note', width - 24, 22, note, T.small, { fill: C.soft, align: 'RIGHT' }),
  ];
}

const NAV: readonly (readonly [string, IconName])[] = [
  ['Overview', 'grid'],
  ['Rides', 'chart'],
  ['Stations', 'pin'],
  ['Workshop', 'gear'],
  ['Reports', 'doc'],
];

/** Where one is, and where else one could be. */
export function sidebar(active: number): Draft {
  const items = NAV.map(([label, which], index) => {
    const on = index === active;
    return frame(
      `${label} link`,
      16,
      96 + index * 48,
      200,
      40,
      { radius: 10, ...(on ? { fill: C.nightSoft } : {}) },
      [
        icon(which, 12, 10, on ? C.mint : C.nightText, { size: 20 }),
        text('Label', 44, 10, label, T.nav, { fill: on ? '#FFFFFF' : C.nightText }),
      ],
    );
  });
  return frame('Sidebar', 0, 0, 232, 900, { fill: C.night, constraints: ['LEFT', 'TOP_BOTTOM'] }, [
    frame('Mark', 28, 32, 28, 28, { fill: C.mint, radius: 8, clips: true }, [
      vector('Wing', 'M5 18C9 18 12 16 14 11C16 15 20 17 24 16C20 21 15 22 11 21C8.5 20.5 6.5 19.5 5 18Z', {
        fill: C.night,
      }),
    ]),
    text('Logo', 68, 32, 'Tern', T.logo, { fill: '#FFFFFF' }),
    ...items,
    frame('Weather', 16, 724, 200, 88, { fill: C.nightSoft, radius: 14 }, [
      ellipse('Sun', 16, 18, 20, 20, { fill: C.amber }),
      text('Now', 48, 16, '17° and dry', T.strong, { fill: '#FFFFFF' }),
      text('Later', 16, 50, 'Rain after midnight', T.small, { fill: C.nightText }),
    ]),
    frame('Person', 16, 836, 200, 40, {}, [
      ellipse('Portrait', 4, 0, 40, 40, { fill: C.amber }),
      text('Initials', 24, 10, 'IR', T.strong, { fill: C.night, align: 'CENTER' }),
      text('Name', 56, 1, 'Ines Ravn', T.strong, { fill: '#FFFFFF' }),
      text('Role', 56, 20, 'Operations', T.label, { fill: C.nightText }),
    ]),
  ]);
}

/** The page's title and what can be done with it. */
export function header(title: string, line: string): readonly Draft[] {
  return [
    text('Headline', LEFT, 28, title, T.title, { fill: C.ink }),
    text('Line', LEFT, 66, line, T.body, { fill: C.soft }),
    row(
      'Date range',
      RIGHT - 292,
      36,
      {
        padding: [10, 16, 10, 12],
        gap: 8,
        radius: 12,
        align: 'CENTER',
        fill: C.card,
        stroke: C.line,
        height: 40,
        width: 172,
      },
      [
        icon('calendar', 0, 0, C.soft, { size: 20 }),
        text('Label', 0, 0, 'Thursday, 11 June', T.smallStrong, { fill: C.ink }),
      ],
    ),
    row(
      'Export button',
      RIGHT - 108,
      36,
      {
        padding: [10, 16, 10, 12],
        gap: 8,
        radius: 12,
        align: 'CENTER',
        fill: C.green,
        height: 40,
        width: 108,
      },
      [
        icon('download', 0, 0, '#FFFFFF', { size: 20 }),
        text('Label', 0, 0, 'Export', T.smallStrong, { fill: '#FFFFFF' }),
      ],
    ),
  ];
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly change: string;
  readonly good: boolean;
  readonly rising: boolean;
  readonly trend: readonly number[];
}

/** A smooth path through points, left to right (a cubic between each two, level at its ends' slope). */
export function smoothPath(points: readonly (readonly [number, number])[]): string {
  const n = (v: number) => Math.round(v * 100) / 100;
  return points
    .map(([x, y], i) => {
      if (i === 0) return `M${n(x)} ${n(y)}`;
      const at = (k: number) => points[Math.min(points.length - 1, Math.max(0, k))] ?? [0, 0];
      const [a, b, c, d] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
      return `C${[b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6, x, y].map(n).join(' ')}`;
    })
    .join('');
}

/** One number that matters, how it moved, and the shape of its week. */
export function figureCard(figure: Figure, index: number): Draft {
  const width = 274;
  const high = Math.max(...figure.trend);
  const low = Math.min(...figure.trend);
  const points = figure.trend.map(
    (v, i) => [162 + i * (88 / (figure.trend.length - 1)), 96 - ((v - low) / (high - low)) * 32] as const,
  );
  const colour = figure.good ? C.green : C.red;
  return card('Figure card', LEFT + index * (width + 16), 112, width, 128, {}, [
    text('Label', 24, 20, figure.label, T.small, { fill: C.soft }),
    text('Value', 24, 44, figure.value, T.figure, { fill: C.ink }),
    row(
      'Change',
      24,
      92,
      {
        padding: [2, 8, 2, 4],
        gap: 2,
        radius: 10,
        align: 'CENTER',
        fill: figure.good ? C.mintPale : C.redPale,
      },
      [
        icon(figure.rising ? 'up' : 'fall', 0, 0, colour, { size: 14, weight: 1.8 }),
        text('Percent', 0, 0, figure.change, T.labelStrong, { fill: colour }),
      ],
    ),
    vector('Trend', smoothPath(points), { stroke: colour, strokeWeight: 2, cap: 'ROUND', join: 'ROUND' }),
    ellipse('Trend end', 246, (points.at(-1)?.[1] ?? 0) - 4, 8, 8, {
      fill: colour,
      stroke: C.card,
      strokeWeight: 2,
      strokeAlign: 'OUTSIDE',
    }),
  ]);
}
