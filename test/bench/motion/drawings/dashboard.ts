import { bar, card, noise, photo, words } from './pieces.ts';
import type { Piece, Screen } from './screen.ts';

const INK = '#161c2d';
const GREY = '#69718a';
const ACCENT = '#4556d8';
const NAMES = ['Ada Moreau', 'Jun Park', 'Leila Haddad', 'Tomás Rey', 'Noor Vries'];
const NAV = ['Overview', 'Orders', 'Customers', 'Products', 'Reports'];
const FIGURES = ['Revenue', 'Orders', 'Visitors', 'Refunds'];
const BARS = 12;

/**
 * A dashboard of 60 pieces, 1440 × 810. Both layouts have the same 60 names; in the second one the chart is the
 * large thing, the figures stand in a column, and the bars are others.
 */
export function dashboard(layout: 'cards' | 'chart'): Screen {
  const wide = layout === 'chart';
  const random = noise(wide ? 7 : 3);
  return {
    name: wide ? 'Dashboard, chart' : 'Dashboard',
    size: { width: 1440, height: 810 },
    background: '#f3f5fa',
    pieces: [
      ...navigation(wide),
      ...header(),
      ...figures(wide, random),
      ...chart(wide, random),
      ...people(wide),
    ],
  };
}

function navigation(wide: boolean): Piece[] {
  const width = wide ? 160 : 216;
  return [
    bar(['Sidebar', 'Ground'], { x: 0, y: 0, width, height: 810 }, '#1b2238', 0),
    bar(['Sidebar', 'Logo'], { x: 28, y: 30, width: 34, height: 34 }, '#7d8bff', 10),
    ...NAV.map((name, i) =>
      words(['Sidebar', name], { x: 28, y: 110 + i * 44, width: 130 }, name, {
        size: 16,
        color: i === (wide ? 4 : 0) ? '#ffffff' : '#a9b1c9',
        bold: i === (wide ? 4 : 0),
      }),
    ),
  ];
}

function header(): Piece[] {
  return [
    words(['Header', 'Title'], { x: 256, y: 36, width: 400 }, 'Good morning, Ada', {
      size: 30,
      color: INK,
      bold: true,
    }),
    card(['Header', 'Search'], { x: 900, y: 34, width: 260, height: 42 }, '#ffffff', 21),
    words(['Header', 'Search text'], { x: 924, y: 43, width: 200 }, 'Search orders', {
      size: 15,
      color: GREY,
    }),
    bar(['Header', 'New order'], { x: 1184, y: 34, width: 140, height: 42 }, ACCENT, 21),
    words(['Header', 'New order text'], { x: 1212, y: 44, width: 100 }, 'New order', {
      size: 15,
      color: '#ffffff',
      bold: true,
    }),
    photo(['Header', 'Avatar'], { x: 1348, y: 34, width: 42, height: 42 }, 5, 21),
  ];
}

function figures(wide: boolean, random: () => number): Piece[] {
  return FIGURES.flatMap((name, i) => {
    const x = wide ? 1130 : 256 + i * 290;
    const y = wide ? 112 + i * 168 : 112;
    const width = wide ? 262 : 266;
    const value = `${Math.round(random() * 90) + 10},${Math.round(random() * 899) + 100}`;
    return [
      card([name, 'Card'], { x, y, width, height: 148 }, '#ffffff'),
      words([name, 'Label'], { x: x + 22, y: y + 18, width: 200 }, name, { size: 15, color: GREY }),
      words([name, 'Value'], { x: x + 22, y: y + 46, width: 220 }, value, {
        size: 34,
        color: INK,
        bold: true,
      }),
      bar([name, 'Trend'], { x: x + 22, y: y + 108, width: 60 + random() * 150, height: 12 }, '#35b58a', 6),
    ];
  });
}

function chart(wide: boolean, random: () => number): Piece[] {
  const box = wide
    ? { x: 200, y: 112, width: 900, height: 420 }
    : { x: 256, y: 286, width: 720, height: 476 };
  const pitch = (box.width - 64) / BARS;
  const floor = box.y + box.height - 34;
  return [
    card(['Chart', 'Card'], box, '#ffffff'),
    words(['Chart', 'Title'], { x: box.x + 32, y: box.y + 22, width: 300 }, 'Revenue by month', {
      size: 19,
      color: INK,
      bold: true,
    }),
    ...Array.from({ length: BARS }, (_, i) => {
      const height = 40 + random() * (box.height - 160);
      return bar(
        ['Chart', `Bar ${i + 1}`],
        { x: box.x + 32 + i * pitch, y: floor - height, width: pitch * 0.62, height },
        i % 3 === 2 ? '#9aa5f0' : ACCENT,
        6,
      );
    }),
  ];
}

function people(wide: boolean): Piece[] {
  const box = wide
    ? { x: 200, y: 560, width: 900, height: 222 }
    : { x: 1000, y: 286, width: 392, height: 476 };
  return [
    card(['Customers list', 'Card'], box, '#ffffff'),
    words(['Customers list', 'Title'], { x: box.x + 26, y: box.y + 20, width: 300 }, 'Best customers', {
      size: 19,
      color: INK,
      bold: true,
    }),
    ...NAMES.flatMap((name, i) => {
      const x = box.x + 26 + (wide ? (i % 3) * 290 : 0);
      const y = box.y + 70 + (wide ? Math.floor(i / 3) * 72 : i * 78);
      return [
        photo(['Customers list', `Face ${i + 1}`], { x, y, width: 48, height: 48 }, 11 + i, 24),
        words(['Customers list', `Name ${i + 1}`], { x: x + 62, y: y + 2, width: 150 }, name, {
          size: 16,
          color: INK,
          bold: true,
        }),
        words(
          ['Customers list', `Sum ${i + 1}`],
          { x: x + 62, y: y + 25, width: 150 },
          `${(i * 37) % 60} orders, € ${1480 - i * 203}`,
          { size: 14, color: GREY },
        ),
      ];
    }),
  ];
}
