import { box, CARD_REACH, card, dot, fade, type Icon, icon, stroke, write } from './kit.ts';
import type { Piece, Screen } from './screen.ts';

const INK = '#12211c';
const SOFT = '#6b7a73';
const GREEN = '#0e5a45';
const GROUND = '#f4f3ee';
const WIDTH = 390;
const HEIGHT = 844;

/** With `ground`, content passes behind it unseen. */
function statusBar(ground?: string): Piece {
  return {
    id: 'bank:status',
    name: 'Status bar',
    kind: 'group',
    box: { x: 0, y: 0, width: WIDTH, height: 48 },
    fixed: true,
    draw(context) {
      if (ground) {
        context.fillStyle = ground;
        context.fillRect(0, 0, WIDTH, 48);
      }
      write(context, '9:41', 34, 32, { size: 15, weight: 600, color: INK });
      for (const [i, height] of [5, 7, 9, 11].entries())
        box(context, [308 + i * 5, 32 - height, 3, height], 1, INK);
      context.beginPath();
      context.roundRect(336.5, 21.5, 22, 10, 3);
      context.strokeStyle = INK;
      context.lineWidth = 1;
      context.stroke();
      box(context, [338, 23, 16, 7], 1.5, INK);
    },
  };
}

function greeting(): Piece {
  return {
    id: 'bank:greeting',
    name: 'Headline',
    kind: 'text',
    text: 'Good morning, Mara',
    box: { x: 24, y: 64, width: 280, height: 50 },
    draw(context) {
      write(context, 'Thursday, 12 November', 24, 78, { size: 13, weight: 500, color: SOFT });
      write(context, 'Good morning, Mara', 24, 107, { size: 25, weight: 700, color: INK, tracking: -0.5 });
    },
  };
}

function avatar(): Piece {
  return {
    id: 'bank:avatar',
    name: 'Avatar',
    kind: 'image',
    box: { x: 322, y: 68, width: 44, height: 44 },
    draw(context) {
      dot(context, 344, 90, 22, fade(context, [322, 68, 366, 112], '#f0b48a', '#d9774f'));
      write(context, 'MK', 344, 95.5, { size: 15, weight: 600, color: '#fff', align: 'center' });
    },
  };
}

function balance(y = 134, height = 184): Piece {
  return {
    id: 'bank:balance',
    name: 'Balance card',
    kind: 'component',
    path: ['Balance card'],
    box: { x: 24, y, width: 342, height },
    reach: CARD_REACH,
    draw(context) {
      const fill = fade(context, [24, y, 366, y + height], '#16745a', '#0b4536');
      card(context, [24, y, 342, height], 24, fill, '11, 69, 54');
      context.save();
      context.beginPath();
      context.roundRect(24, y, 342, height, 24);
      context.clip();
      for (const [i, radius] of [70, 110, 150].entries()) {
        context.beginPath();
        context.arc(352, y + 8, radius, 0, Math.PI * 2);
        context.strokeStyle = `rgba(255, 255, 255, ${0.1 - i * 0.025})`;
        context.lineWidth = 22;
        context.stroke();
      }
      context.restore();
      write(context, 'Total balance', 48, y + 40, { size: 14, weight: 500, color: '#bfe0d3' });
      box(context, [48, y + height - 56, 126, 32], 16, 'rgba(255, 255, 255, 0.14)');
      icon(context, 'send', 66, y + height - 40, '#8ff0c4', 1.8, 0.6);
      write(context, '2.4 % this month', 78, y + height - 35.5, { size: 11, weight: 600, color: '#d9f5e9' });
      write(context, '•••• 4021', 342, y + height - 35, {
        size: 13,
        weight: 500,
        color: '#bfe0d3',
        align: 'right',
      });
    },
  };
}

function total(y = 134): Piece {
  return {
    id: 'bank:total',
    name: 'Total',
    kind: 'text',
    text: '$24,680.50',
    path: ['Balance card', 'Total'],
    box: { x: 46, y: y + 54, width: 230, height: 46 },
    draw(context) {
      write(context, '$24,680.50', 47, y + 91, { size: 40, weight: 700, color: '#ffffff', tracking: -1.2 });
    },
  };
}

function action(index: number, name: string, sign: Icon): Piece {
  const x = 24 + index * 90;
  return {
    id: `bank:action-${index}`,
    name: 'Action',
    kind: 'component',
    text: name,
    family: 'actions',
    box: { x, y: 342, width: 72, height: 82 },
    draw(context) {
      box(context, [x + 8, 342, 56, 56], 18, index === 0 ? GREEN : '#e3e8e1');
      icon(context, sign, x + 36, 370, index === 0 ? '#ffffff' : GREEN, 2);
      write(context, name, x + 36, 419, { size: 12.5, weight: 500, color: INK, align: 'center' });
    },
  };
}

function heading(text: string, y: number): Piece {
  return {
    id: `bank:heading-${y}`,
    name: 'Heading',
    kind: 'text',
    text,
    box: { x: 24, y: y - 20, width: 342, height: 28 },
    draw(context) {
      write(context, text, 24, y, { size: 18, weight: 700, color: INK, tracking: -0.2 });
      write(context, 'See all', 366, y, { size: 13, weight: 600, color: GREEN, align: 'right' });
    },
  };
}

interface Row {
  sign: Icon;
  name: string;
  note: string;
  amount: string;
  tint: string;
}

const ROWS: readonly Row[] = [
  { sign: 'cup', name: 'North Coast Coffee', note: 'Today, 8:12', amount: '−$4.80', tint: '#c98a4b' },
  { sign: 'leaf', name: 'Fern & Field', note: 'Yesterday', amount: '−$62.15', tint: '#4f8f5b' },
  { sign: 'receive', name: 'Salary', note: '10 November', amount: '+$4,210.00', tint: '#0e5a45' },
  { sign: 'train', name: 'City Transit', note: '9 November', amount: '−$38.00', tint: '#3c6e9f' },
];

function row(index: number, top: number): Piece {
  const { sign, name, note, amount, tint } = ROWS[index % ROWS.length]!;
  const y = top + index * 70;
  return {
    id: `bank:row-${index}`,
    name: 'Transaction',
    kind: 'component',
    text: name,
    family: 'rows',
    path: ['List', 'Transaction'],
    box: { x: 24, y, width: 342, height: 60 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [24, y, 342, 60], 18);
      dot(context, 54, y + 30, 18, `${tint}22`);
      icon(context, sign, 54, y + 30, tint, 1.8, 0.85);
      write(context, name, 84, y + 27, { size: 14.5, weight: 600, color: INK });
      write(context, note, 84, y + 45, { size: 12, color: SOFT });
      const color = amount.startsWith('+') ? GREEN : INK;
      write(context, amount, 350, y + 35.5, { size: 14.5, weight: 600, color, align: 'right' });
    },
  };
}

function tabBar(active: number): Piece {
  const tabs: readonly Icon[] = ['home', 'chart', 'card', 'more'];
  return {
    id: 'bank:tabs',
    name: 'Tab bar',
    kind: 'component',
    fixed: true,
    box: { x: 0, y: HEIGHT - 84, width: WIDTH, height: 84 },
    draw(context) {
      context.fillStyle = '#ffffff';
      context.fillRect(0, HEIGHT - 84, WIDTH, 84);
      context.fillStyle = '#e2e4de';
      context.fillRect(0, HEIGHT - 84, WIDTH, 1);
      for (const [i, sign] of tabs.entries())
        icon(context, sign, 54 + i * 94, HEIGHT - 54, i === active ? GREEN : '#9aa6a0', 2, 1.1);
      box(context, [128, HEIGHT - 13, 134, 5], 2.5, INK);
    },
  };
}

/** A banking app's first screen: headline, a card with a number, a row of actions, a list, a tab bar. */
export const bank: Screen = {
  name: 'bank',
  width: WIDTH,
  height: HEIGHT,
  background: GROUND,
  pieces: [
    greeting(),
    avatar(),
    balance(),
    total(),
    action(0, 'Send', 'send'),
    action(1, 'Request', 'receive'),
    action(2, 'Top up', 'plus'),
    action(3, 'More', 'more'),
    heading('Recent', 466),
    ...ROWS.map((_, i) => row(i, 484)),
    statusBar(),
    tabBar(0),
  ],
};

/** The screen behind the card: the same card higher, a chart of the month, the same list lower. */
export const bankCard: Screen = {
  name: 'bank-card',
  width: WIDTH,
  height: HEIGHT,
  background: '#e9efe9',
  pieces: [
    {
      id: 'bank:card-title',
      name: 'Title',
      kind: 'text',
      text: 'Everyday card',
      box: { x: 24, y: 60, width: 342, height: 36 },
      draw(context) {
        icon(context, 'back', 32, 80, INK, 2.2);
        write(context, 'Everyday card', 195, 86, { size: 17, weight: 600, color: INK, align: 'center' });
      },
    },
    balance(112, 174),
    total(112),
    {
      id: 'bank:month',
      name: 'Month chart',
      kind: 'component',
      box: { x: 24, y: 306, width: 342, height: 190 },
      reach: CARD_REACH,
      draw(context) {
        card(context, [24, 306, 342, 190], 20);
        write(context, 'Spent in November', 44, 338, { size: 13, weight: 500, color: SOFT });
        write(context, '$1,284.30', 44, 366, { size: 23, weight: 700, color: INK, tracking: -0.5 });
        for (const [i, share] of [0.35, 0.5, 0.42, 0.7, 0.55, 0.95, 0.62, 0.4, 0.76].entries()) {
          const height = 76 * share;
          box(context, [44 + i * 34.5, 476 - height, 22, height], 6, i === 5 ? GREEN : '#cfdcd4');
        }
      },
    },
    heading('This week', 536),
    ...[0, 1, 2].map((i) => row(i, 552)),
    statusBar(),
    tabBar(2),
  ],
};

/** The same bank on a page that is three screens tall, to scroll over; status and tab bar stay. */
export const bankList: Screen = {
  name: 'bank-list',
  width: WIDTH,
  height: HEIGHT * 2,
  background: GROUND,
  viewport: { width: WIDTH, height: HEIGHT },
  pieces: [
    {
      id: 'bank:list-title',
      name: 'Headline',
      kind: 'text',
      text: 'Transactions',
      box: { x: 24, y: 66, width: 300, height: 44 },
      draw(context) {
        write(context, 'Transactions', 24, 100, { size: 30, weight: 700, color: INK, tracking: -0.7 });
        stroke(
          context,
          [
            [24, 122],
            [366, 122],
          ],
          '#dfe3dc',
          1,
        );
      },
    },
    ...Array.from({ length: 22 }, (_, i) => row(i, 140)),
    statusBar(GROUND),
  ],
};
