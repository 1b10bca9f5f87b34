import type { SKRSContext2D } from '@napi-rs/canvas';
import { box, CARD_REACH, card, dot, fade, icon, shadow, write } from './kit.ts';
import type { Piece, Screen } from './screen.ts';

const INK = '#2a211b';
const SOFT = '#8a7b70';
const CLAY = '#b9522f';
const WIDTH = 390;
const HEIGHT = 844;

/** Half of a vessel's outline from its rim down: [share of the half width, share of the height]. */
type Outline = ReadonlyArray<readonly [number, number]>;
const OUTLINES = {
  vase: [
    [0.34, 0],
    [0.26, 0.1],
    [0.3, 0.24],
    [0.86, 0.5],
    [0.9, 0.72],
    [0.5, 1],
  ],
  bowl: [
    [1, 0.38],
    [0.98, 0.5],
    [0.86, 0.72],
    [0.6, 0.9],
    [0.42, 1],
    [0.4, 1],
  ],
  jug: [
    [0.46, 0],
    [0.42, 0.14],
    [0.5, 0.3],
    [0.74, 0.56],
    [0.72, 0.84],
    [0.56, 1],
  ],
  cup: [
    [0.72, 0.3],
    [0.72, 0.42],
    [0.7, 0.6],
    [0.66, 0.8],
    [0.56, 0.95],
    [0.5, 1],
  ],
} satisfies Record<string, Outline>;

/** A glazed vessel that stands at (x, y), lit from the left. */
function vessel(
  context: SKRSContext2D,
  shape: keyof typeof OUTLINES,
  [x, y, half, height]: readonly [number, number, number, number],
  [light, dark, glaze]: readonly [string, string, string],
): void {
  const outline = OUTLINES[shape];
  const at = (side: number, i: number) => {
    const [wide = 0, down = 0] = outline[i]!;
    return [x + side * wide * half, y - height + down * height] as const;
  };
  context.save();
  context.save();
  context.translate(x + half * 0.12, y);
  context.scale(1, 0.16);
  const ground = context.createRadialGradient(0, 0, half * 0.2, 0, 0, half * 1.1);
  ground.addColorStop(0, 'rgba(60, 34, 20, 0.34)');
  ground.addColorStop(1, 'rgba(60, 34, 20, 0)');
  dot(context, 0, 0, half * 1.1, ground);
  context.restore();
  context.beginPath();
  context.moveTo(...at(-1, 0));
  for (const side of [-1, 1]) {
    const order = side < 0 ? [1, 2, 3, 4, 5] : [5, 4, 3, 2, 1, 0];
    for (const [n, i] of order.entries()) {
      const [px, py] = at(side, i);
      const next = order[n + 1];
      if (side > 0 && n === 0) context.lineTo(px, py);
      else if (next === undefined) context.lineTo(px, py);
      else {
        const [qx, qy] = at(side, next);
        context.quadraticCurveTo(px, py, (px + qx) / 2, (py + qy) / 2);
      }
    }
  }
  context.closePath();
  context.fillStyle = fade(context, [x - half, y, x + half, y], light, light, dark);
  context.fill();
  context.clip();
  context.globalAlpha = 0.9;
  context.fillStyle = glaze;
  context.beginPath();
  context.moveTo(x - half, y - height);
  context.lineTo(x + half, y - height);
  context.lineTo(x + half, y - height * 0.5);
  context.bezierCurveTo(
    x + half * 0.4,
    y - height * 0.36,
    x - half * 0.2,
    y - height * 0.62,
    x - half,
    y - height * 0.44,
  );
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = fade(
    context,
    [x - half, 0, x + half, 0],
    'rgba(255,255,255,0.28)',
    'rgba(255,255,255,0)',
    'rgba(40,20,10,0.34)',
  );
  context.fillRect(x - half, y - height, half * 2, height);
  context.restore();
  const [, rim] = at(1, 0);
  const wide = outline[0]![0]! * half;
  context.beginPath();
  context.ellipse(x, rim, wide, wide * 0.17, 0, 0, Math.PI * 2);
  context.fillStyle = 'rgba(46, 26, 16, 0.72)';
  context.fill();
  context.lineWidth = 1.4;
  context.strokeStyle = light;
  context.stroke();
}

type Glaze = readonly [string, string, string];
const SAND: Glaze = ['#e9d6bf', '#b08a66', '#f6ede0'];
const RUST: Glaze = ['#d8825b', '#8b3d20', '#e9b491'];
const SEA: Glaze = ['#8fb3ac', '#42655f', '#cfe3dc'];
const COAL: Glaze = ['#6a625c', '#2b2623', '#968d84'];

const GOODS = [
  { name: 'Dune vase', price: '$68', shape: 'vase', glaze: SAND, back: '#efe2d2' },
  { name: 'Ember jug', price: '$54', shape: 'jug', glaze: RUST, back: '#f3dccd' },
  { name: 'Tide bowl', price: '$46', shape: 'bowl', glaze: SEA, back: '#dbe7e2' },
  { name: 'Basalt cup', price: '$24', shape: 'cup', glaze: COAL, back: '#e3deda' },
] as const;

function good(index: number, top: number): Piece {
  const { name, price, shape, glaze, back } = GOODS[index]!;
  const x = 20 + (index % 2) * 179;
  const y = top + Math.floor(index / 2) * 226;
  return {
    id: `shop:good-${index}`,
    name: 'Product card',
    kind: 'component',
    text: name,
    family: 'goods',
    path: ['Grid', name],
    box: { x, y, width: 171, height: 212 },
    reach: CARD_REACH,
    draw(context) {
      card(context, [x, y, 171, 212], 20, '#ffffff', '72, 44, 26');
      box(context, [x + 8, y + 8, 155, 142], 14, fade(context, [x, y + 8, x, y + 150], back, '#ffffff'));
      vessel(context, shape, [x + 85, y + 138, 46, 112], glaze);
      write(context, name, x + 16, y + 176, { size: 14, weight: 600, color: INK });
      write(context, price, x + 16, y + 196, { size: 13, weight: 500, color: SOFT });
      dot(context, x + 147, y + 186, 13, CLAY);
      icon(context, 'plus', x + 147, y + 186, '#ffffff', 2, 0.7);
    },
  };
}

function topBar(): Piece {
  return {
    id: 'shop:top',
    name: 'Top bar',
    kind: 'group',
    fixed: true,
    box: { x: 0, y: 0, width: WIDTH, height: 104 },
    draw(context) {
      write(context, '9:41', 34, 32, { size: 15, weight: 600, color: INK });
      box(context, [334, 21, 24, 11], 3.5, INK);
      write(context, 'loft & kiln', 20, 84, { size: 22, weight: 700, color: INK, tracking: -0.6 });
      icon(context, 'search', 310, 76, INK, 2);
      icon(context, 'bag', 354, 76, INK, 2);
      dot(context, 363, 66, 7.5, CLAY);
      write(context, '2', 363, 69.6, { size: 9.5, weight: 700, color: '#ffffff', align: 'center' });
    },
  };
}

function hero(): Piece {
  return {
    id: 'shop:hero',
    name: 'Hero',
    kind: 'image',
    path: ['Hero'],
    box: { x: 20, y: 108, width: 350, height: 204 },
    reach: CARD_REACH,
    draw(context) {
      card(
        context,
        [20, 108, 350, 204],
        24,
        fade(context, [20, 108, 370, 312], '#f0cdb4', '#cf7c52'),
        '72, 44, 26',
      );
      context.save();
      context.beginPath();
      context.roundRect(20, 108, 350, 204, 24);
      context.clip();
      dot(context, 316, 132, 70, 'rgba(255, 240, 222, 0.42)');
      context.fillStyle = fade(context, [0, 266, 0, 312], '#a9572f', '#8f4523');
      context.fillRect(20, 266, 350, 46);
      vessel(context, 'vase', [292, 288, 56, 146], SAND);
      vessel(context, 'cup', [226, 294, 27, 58], COAL);
      context.restore();
    },
  };
}

function heroText(): Piece {
  return {
    id: 'shop:hero-text',
    name: 'Hero headline',
    kind: 'text',
    text: 'Fired slowly, made to be used',
    path: ['Hero', 'Headline'],
    box: { x: 40, y: 132, width: 190, height: 92 },
    draw(context) {
      for (const [i, words] of ['Fired slowly,', 'made to', 'be used'].entries())
        write(context, words, 42, 158 + i * 29, { size: 25, weight: 700, color: '#3b1d0e', tracking: -0.7 });
    },
  };
}

function chip(index: number): Piece {
  const [name = '', width = 0, x = 0] = (
    [
      ['All', 54, 20],
      ['Vases', 74, 82],
      ['Tableware', 100, 164],
      ['Sale', 64, 272],
    ] as const
  )[index]!;
  return {
    id: `shop:chip-${index}`,
    name: 'Chip',
    kind: 'component',
    text: name,
    family: 'chips',
    box: { x, y: 330, width, height: 36 },
    draw(context) {
      box(context, [x, 330, width, 36], 18, index === 0 ? INK : '#efe5db');
      write(context, name, x + width / 2, 352.5, {
        size: 13,
        weight: 600,
        color: index === 0 ? '#ffffff' : INK,
        align: 'center',
      });
    },
  };
}

/** A shop for ceramics: a hero, chips, a grid of cards. */
export const shop: Screen = {
  name: 'shop',
  width: WIDTH,
  height: HEIGHT,
  background: '#faf5ef',
  pieces: [topBar(), hero(), heroText(), ...[0, 1, 2, 3].map(chip), ...[0, 1, 2, 3].map((i) => good(i, 384))],
};

/** One product: the vessel large, its words, and the button to pay. */
export const product: Screen = {
  name: 'product',
  width: WIDTH,
  height: HEIGHT,
  background: '#faf5ef',
  pieces: [
    {
      id: 'shop:product-picture',
      name: 'Dune vase',
      kind: 'image',
      path: ['Grid', 'Dune vase'],
      box: { x: 0, y: 0, width: WIDTH, height: 436 },
      draw(context) {
        context.fillStyle = fade(context, [0, 0, 0, 436], '#e6d3bd', '#f6ecdf');
        context.fillRect(0, 0, WIDTH, 436);
        dot(context, 292, 120, 118, 'rgba(255, 250, 242, 0.5)');
        vessel(context, 'vase', [195, 404, 112, 286], SAND);
      },
    },
    {
      id: 'shop:product-name',
      name: 'Product headline',
      kind: 'text',
      text: 'Dune vase',
      box: { x: 24, y: 456, width: 342, height: 56 },
      draw(context) {
        write(context, 'Dune vase', 24, 488, { size: 30, weight: 700, color: INK, tracking: -0.8 });
        write(context, '$68', 366, 488, { size: 26, weight: 600, color: CLAY, align: 'right' });
        write(context, 'Stoneware, satin glaze, 24 cm', 24, 510, { size: 13, color: SOFT });
      },
    },
    ...(['Sand', 'Rust', 'Sea', 'Coal'] as const).map((name, i): Piece => {
      const [light, dark] = [SAND, RUST, SEA, COAL][i]!;
      const x = 24 + i * 62;
      return {
        id: `shop:swatch-${i}`,
        name: 'Swatch',
        kind: 'component',
        text: name,
        family: 'swatches',
        box: { x, y: 534, width: 50, height: 50 },
        draw(context) {
          dot(context, x + 25, 559, 18, fade(context, [x + 7, 541, x + 43, 577], light, dark));
          context.beginPath();
          context.arc(x + 25, 559, 23, 0, Math.PI * 2);
          context.lineWidth = 2;
          context.strokeStyle = i === 0 ? INK : 'rgba(42, 33, 27, 0.12)';
          context.stroke();
        },
      };
    }),
    {
      id: 'shop:product-words',
      name: 'Body',
      kind: 'text',
      text: 'Thrown on the wheel in one piece, dried for nine days and fired twice. Holds water, and a winter branch.',
      box: { x: 24, y: 604, width: 342, height: 72 },
      draw(context) {
        for (const [i, words] of [
          'Thrown on the wheel in one piece, dried for nine',
          'days and fired twice. Holds water, and a winter',
          'branch.',
        ].entries())
          write(context, words, 24, 620 + i * 22, { size: 14, color: '#5f5148' });
      },
    },
    {
      id: 'shop:buy',
      name: 'Add to bag button',
      kind: 'component',
      text: 'Add to bag',
      box: { x: 24, y: 738, width: 342, height: 58 },
      reach: 24,
      draw(context) {
        context.save();
        shadow(context, 16, 6, 'rgba(185, 82, 47, 0.30)');
        box(context, [24, 738, 342, 58], 20, CLAY);
        context.restore();
        write(context, 'Add to bag', 195, 773, {
          size: 16.5,
          weight: 600,
          color: '#ffffff',
          align: 'center',
        });
      },
    },
    {
      id: 'shop:product-status',
      name: 'Status bar',
      kind: 'group',
      fixed: true,
      box: { x: 0, y: 0, width: WIDTH, height: 96 },
      draw(context) {
        write(context, '9:41', 34, 32, { size: 15, weight: 600, color: INK });
        box(context, [334, 21, 24, 11], 3.5, INK);
        dot(context, 42, 76, 19, 'rgba(255, 255, 255, 0.85)');
        icon(context, 'back', 42, 76, INK, 2.2);
        dot(context, 348, 76, 19, 'rgba(255, 255, 255, 0.85)');
        icon(context, 'heart', 348, 76, CLAY, 2);
      },
    },
  ],
};
