import { arc, box, CARD_REACH, card, dot, fade, type Icon, icon, stroke, write } from './kit.ts';
import type { Piece, Screen } from './screen.ts';

const INK = '#131a22';
const SOFT = '#667180';
const BLUE = '#2f6fed';
const TEAL = '#12a594';
const AMBER = '#f0a020';
const WIDTH = 1280;
const HEIGHT = 720;
const TINT = '19, 26, 34';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SALES = [0.42, 0.5, 0.46, 0.61, 0.58, 0.7, 0.66, 0.78, 0.72, 0.86, 0.94, 0.82];
const BASE = 482;
const TALL = 176;

function sidebar(): Piece {
  const entries: ReadonlyArray<readonly [string, Icon]> = [
    ['Overview', 'home'],
    ['Reports', 'chart'],
    ['Orders', 'bag'],
    ['Billing', 'card'],
  ];
  return {
    id: 'dash:sidebar',
    name: 'Navigation',
    kind: 'component',
    box: { x: 0, y: 0, width: 208, height: HEIGHT },
    draw(context) {
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, 208, HEIGHT);
      context.fillStyle = '#e3e6ea';
      context.fillRect(207, 0, 1, HEIGHT);
      box(context, [24, 26, 30, 30], 9, fade(context, [24, 26, 54, 56], '#4c86f5', '#1f57cf'));
      stroke(
        context,
        [
          [33, 46],
          [37, 38],
          [41, 42],
          [46, 34],
        ],
        '#ffffff',
        2.4,
      );
      write(context, 'Meridian', 64, 47, { size: 18, weight: 700, color: INK, tracking: -0.4 });
      for (const [i, [name, sign]] of entries.entries()) {
        const y = 92 + i * 46;
        if (i === 0) box(context, [14, y, 180, 40], 10, '#eaf1fe');
        icon(context, sign, 38, y + 20, i === 0 ? BLUE : '#8b95a3', 1.9, 0.85);
        write(context, name, 60, y + 25, {
          size: 14,
          weight: i === 0 ? 600 : 500,
          color: i === 0 ? BLUE : SOFT,
        });
      }
      dot(context, 38, 680, 15, fade(context, [23, 665, 53, 695], '#f2b591', '#cf6d4a'));
      write(context, 'JD', 38, 684.5, { size: 11, weight: 600, color: '#fff', align: 'center' });
      write(context, 'Jonas Dahl', 62, 678, { size: 12.5, weight: 600, color: INK });
      write(context, 'Finance', 62, 693, { size: 11, color: SOFT });
    },
  };
}

function headline(): Piece {
  return {
    id: 'dash:headline',
    name: 'Headline',
    kind: 'text',
    text: 'Revenue overview',
    box: { x: 240, y: 26, width: 420, height: 56 },
    draw(context) {
      write(context, 'Revenue overview', 240, 52, { size: 28, weight: 700, color: INK, tracking: -0.7 });
      write(context, 'All stores, this year to date', 240, 75, { size: 13.5, color: SOFT });
    },
  };
}

function button(): Piece {
  return {
    id: 'dash:button',
    name: 'Export button',
    kind: 'component',
    text: 'Export report',
    box: { x: 1118, y: 32, width: 130, height: 42 },
    draw(context) {
      box(context, [1118, 32, 130, 42], 11, BLUE);
      write(context, 'Export report', 1183, 58, { size: 14, weight: 600, color: '#ffffff', align: 'center' });
    },
  };
}

const FIGURES = [
  { name: 'Revenue', value: '$1.84M', change: '+12.4 %', color: BLUE, trend: [3, 4, 3.6, 5, 5.4, 6.8, 7.6] },
  {
    name: 'Orders',
    value: '38,204',
    change: '+8.1 %',
    color: TEAL,
    trend: [4, 3.7, 4.6, 4.4, 5.6, 5.9, 6.6],
  },
  {
    name: 'Average basket',
    value: '$48.16',
    change: '+3.9 %',
    color: AMBER,
    trend: [5, 5.3, 4.7, 5.5, 5.2, 5.9, 6],
  },
  {
    name: 'Returns',
    value: '2.7 %',
    change: '−0.6 %',
    color: '#d9534a',
    trend: [6.6, 6, 6.2, 5.2, 5, 4.1, 3.8],
  },
] as const;

function figure(index: number): Piece {
  const { name, value, change, color, trend } = FIGURES[index]!;
  const x = 240 + index * 256;
  return {
    id: `dash:figure-${index}`,
    name: 'Figure card',
    kind: 'component',
    text: name,
    family: 'figures',
    box: { x, y: 104, width: 240, height: 112 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [x, 104, 240, 112], 16, '#ffffff', TINT);
      write(context, name, x + 20, 134, { size: 13, weight: 500, color: SOFT });
      write(context, value, x + 20, 170, { size: 28, weight: 700, color: INK, tracking: -0.8 });
      write(context, change, x + 20, 197, {
        size: 12.5,
        weight: 600,
        color: index === 3 ? '#b4453d' : '#128a54',
      });
      stroke(
        context,
        trend.map((level, i) => [x + 136 + i * 14, 196 - level * 5.4] as const),
        color,
        2.4,
      );
    },
  };
}

function chartCard(): Piece {
  return {
    id: 'dash:chart',
    name: 'Bar chart',
    kind: 'group',
    box: { x: 240, y: 236, width: 656, height: 288 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [240, 236, 656, 288], 16, '#ffffff', TINT);
      write(context, 'Sales by month', 264, 270, { size: 16, weight: 700, color: INK, tracking: -0.2 });
      write(context, '$ thousand', 872, 269, { size: 12, color: SOFT, align: 'right' });
      for (let i = 0; i <= 4; i++) {
        const y = BASE - (TALL / 4) * i;
        context.fillStyle = '#e9ecf0';
        context.fillRect(296, y, 576, 1);
        write(context, String(i * 50), 284, y + 4, { size: 11, color: '#97a1ad', align: 'right' });
      }
      for (const [i, month] of MONTHS.entries())
        write(context, month, 322 + i * 48, BASE + 22, { size: 11.5, color: SOFT, align: 'center' });
    },
  };
}

function bar(index: number): Piece {
  const height = Math.round(TALL * SALES[index]!);
  const x = 308 + index * 48;
  return {
    id: `dash:bar-${index}`,
    name: 'Bar',
    kind: 'shape',
    family: 'bars',
    shape: 'rectangle',
    path: ['Bar chart', 'Bars', 'Bar'],
    box: { x, y: BASE - height, width: 28, height },
    draw(context) {
      context.beginPath();
      context.roundRect(x, BASE - height, 28, height, [7, 7, 0, 0]);
      context.fillStyle = index === 10 ? BLUE : '#bcd2fa';
      context.fill();
    },
  };
}

function ring(): Piece {
  return {
    id: 'dash:ring',
    shape: 'ring',
    name: 'Ring',
    kind: 'vector',
    box: { x: 984, y: 282, width: 192, height: 192 },
    draw(context) {
      const shares = [0, 0.46, 0.74, 0.9, 1];
      for (const [i, color] of [BLUE, TEAL, AMBER, '#c9d2dd'].entries())
        ringPart(context, 1080, 378, 82, shares[i]!, shares[i + 1]!, color);
    },
  };
}

function ringPart(
  context: Parameters<Piece['draw']>[0],
  x: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  color: string,
): void {
  const gap = 0.006;
  context.beginPath();
  context.arc(x, y, radius, (from + gap - 0.25) * Math.PI * 2, (to - gap - 0.25) * Math.PI * 2);
  context.strokeStyle = color;
  context.lineWidth = 24;
  context.lineCap = 'butt';
  context.stroke();
}

function ringCard(): Piece {
  return {
    id: 'dash:ring-card',
    name: 'Channels',
    kind: 'group',
    box: { x: 912, y: 236, width: 336, height: 288 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [912, 236, 336, 288], 16, '#ffffff', TINT);
      write(context, 'Channels', 936, 270, { size: 16, weight: 700, color: INK, tracking: -0.2 });
      for (const [i, [name, color]] of (
        [
          ['Web', BLUE],
          ['Stores', TEAL],
          ['Partners', AMBER],
        ] as const
      ).entries()) {
        dot(context, 944 + i * 96, 500, 5, color);
        write(context, name, 955 + i * 96, 504.5, { size: 12, weight: 500, color: SOFT });
      }
    },
  };
}

function share(): Piece {
  return {
    id: 'dash:share',
    name: 'Share',
    kind: 'text',
    text: '46 %',
    box: { x: 1030, y: 352, width: 100, height: 44 },
    draw: (context) =>
      write(context, '46 %', 1080, 389, {
        size: 32,
        weight: 700,
        color: INK,
        align: 'center',
        tracking: -0.8,
      }),
  };
}

function lineCard(): Piece {
  return {
    id: 'dash:line-card',
    name: 'Visitors',
    kind: 'group',
    box: { x: 240, y: 544, width: 1008, height: 148 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [240, 544, 1008, 148], 16, '#ffffff', TINT);
      write(context, 'Visitors', 264, 576, { size: 16, weight: 700, color: INK, tracking: -0.2 });
      write(context, 'Last 30 days', 264, 596, { size: 12, color: SOFT });
      write(context, '128,940', 264, 650, { size: 28, weight: 700, color: INK, tracking: -0.8 });
      context.fillStyle = '#e9ecf0';
      for (const y of [580, 624, 668]) context.fillRect(440, y, 784, 1);
    },
  };
}

function line(): Piece {
  const points = Array.from({ length: 57 }, (_, i) => {
    const t = i / 56;
    const y = 662 - 62 * t - 13 * Math.sin(t * 19) - 7 * Math.sin(t * 43 + 1);
    return [444 + t * 776, y] as const;
  });
  return {
    id: 'dash:line',
    shape: 'line',
    name: 'Line',
    kind: 'vector',
    box: { x: 440, y: 570, width: 784, height: 112 },
    draw(context) {
      stroke(context, points, TEAL, 3);
    },
  };
}

/** A dashboard: figures that count, bars that grow, a ring that fills, a line that draws. */
export const dashboard: Screen = {
  name: 'dashboard',
  width: WIDTH,
  height: HEIGHT,
  background: '#f4f6f8',
  pieces: [
    sidebar(),
    headline(),
    button(),
    ...FIGURES.map((_, i) => figure(i)),
    chartCard(),
    ...SALES.map((_, i) => bar(i)),
    ringCard(),
    ring(),
    share(),
    lineCard(),
    line(),
  ],
};

/** The same place a click later: one month's report, its figures where the reader looks first. */
export const report: Screen = {
  name: 'report',
  width: WIDTH,
  height: HEIGHT,
  background: '#f4f6f8',
  pieces: [
    sidebar(),
    {
      id: 'dash:report-title',
      name: 'Headline',
      kind: 'text',
      text: 'November closes strong',
      box: { x: 240, y: 26, width: 480, height: 56 },
      draw(context) {
        write(context, 'November closes strong', 240, 52, {
          size: 28,
          weight: 700,
          color: INK,
          tracking: -0.7,
        });
        write(context, 'Best month since the second store opened', 240, 75, { size: 13.5, color: SOFT });
      },
    },
    button(),
    {
      id: 'dash:goal',
      name: 'Goal',
      kind: 'component',
      box: { x: 240, y: 104, width: 480, height: 420 },
      reach: CARD_REACH,
      draw(context) {
        card(
          context,
          [240, 104, 480, 420],
          20,
          fade(context, [240, 104, 720, 524], '#2463e3', '#123f9e'),
          TINT,
        );
        write(context, 'Target reached', 276, 150, { size: 15, weight: 500, color: '#c9dbff' });
        write(context, '118 %', 276, 226, { size: 68, weight: 700, color: '#ffffff', tracking: -2.5 });
        arc(context, [480, 378, 96], [0, 1], 'rgba(255, 255, 255, 0.16)', 20);
        arc(context, [480, 378, 96], [0, 0.82], '#7fe3c8', 20);
        write(context, '$188 k', 480, 388, { size: 30, weight: 700, color: '#ffffff', align: 'center' });
      },
    },
    ...[0, 1, 2].map((i): Piece => {
      const y = 104 + i * 144;
      const [name, amount, color] = (
        [
          ['Web shop', '$86,410', BLUE],
          ['Harbour store', '$61,980', TEAL],
          ['Partners', '$39,720', AMBER],
        ] as const
      )[i]!;
      return {
        id: `dash:place-${i}`,
        name: 'Place',
        kind: 'component',
        family: 'places',
        box: { x: 744, y, width: 504, height: 132 },
        reach: CARD_REACH,
        draw(context) {
          card(context, [744, y, 504, 132], 16, '#ffffff', TINT);
          box(context, [768, y + 28, 76, 76], 18, `${color}1f`);
          icon(context, i === 0 ? 'search' : i === 1 ? 'bag' : 'card', 806, y + 66, color, 3, 1.7);
          write(context, name, 868, y + 60, { size: 16, weight: 600, color: INK });
          box(context, [868, y + 80, 220, 8], 4, '#e6eaef');
          box(context, [868, y + 80, 220 * (0.92 - i * 0.24), 8], 4, color);
          write(context, amount, 1224, y + 74, {
            size: 22,
            weight: 700,
            color: INK,
            align: 'right',
            tracking: -0.4,
          });
        },
      };
    }),
    lineCard(),
    line(),
  ],
};
