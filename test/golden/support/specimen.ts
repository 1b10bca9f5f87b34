import { box, card, dot, fade, stroke, write } from './kit.ts';
import { boundsOf, type Piece, type Screen } from './screen.ts';

/**
 * The measuring screen: text, hairlines of one pixel, a gradient, red strokes of two pixels, an edge a few degrees off
 * the upright, cards with soft shadows, a translucent badge. 480 × 270, so that a clip of that size shows it unscaled.
 */
export const specimen: Screen = {
  name: 'specimen',
  width: 480,
  height: 270,
  background: '#f6f5f1',
  pieces: [
    text('headline', 'Quarterly figures', 20, 36, 22, 700),
    text('lead', 'Text, lines and colours that must survive', 20, 56, 11, 400),
    {
      id: 'hairlines',
      kind: 'group',
      box: { x: 20, y: 72, width: 130, height: 76 },
      draw(context) {
        box(context, [20, 72, 130, 76], 0, '#ffffff');
        context.fillStyle = '#d4d7dc';
        for (let y = 72; y < 148; y += 15) context.fillRect(20, y, 130, 1);
        for (const x of [20, 63, 106, 149]) context.fillRect(x, 72, 1, 76);
      },
    },
    {
      id: 'gradient',
      kind: 'shape',
      box: { x: 20, y: 164, width: 240, height: 36 },
      draw(context) {
        context.fillStyle = fade(context, [20, 0, 260, 0], '#2a4a6b', '#8fb4d9');
        context.fillRect(20, 164, 240, 36);
      },
    },
    {
      id: 'reds',
      kind: 'group',
      box: { x: 20, y: 212, width: 240, height: 40 },
      draw(context) {
        context.fillStyle = '#ffffff';
        context.fillRect(20, 212, 240, 40);
        context.fillStyle = '#e11d2e';
        for (let x = 28; x < 256; x += 16) context.fillRect(x, 216, 2, 32);
      },
    },
    {
      id: 'slant',
      kind: 'shape',
      box: { x: 276, y: 164, width: 60, height: 88 },
      draw(context) {
        context.fillStyle = '#f2f2ee';
        context.fillRect(276, 164, 60, 88);
        context.fillStyle = '#1b2733';
        context.beginPath();
        context.moveTo(276, 164);
        context.lineTo(302, 164);
        context.lineTo(310, 252);
        context.lineTo(276, 252);
        context.fill();
      },
    },
    ...[0, 1, 2].map((i): Piece => cardAt(i, 168 + i * 100, 72)),
    badge(420, 18),
    line(),
    ring(380, 208, '#2f6fed'),
    {
      id: 'number',
      name: 'Share',
      kind: 'text',
      text: '68 %',
      box: { x: 360, y: 198, width: 40, height: 20 },
      draw: (context) => write(context, '68 %', 380, 213, { size: 14, weight: 700, align: 'center' }),
    },
    ...[0.5, 0.8, 0.62, 1].map((share, i): Piece => bar(i, share)),
  ],
};

function text(id: string, words: string, x: number, y: number, size: number, weight: 400 | 700): Piece {
  return {
    id,
    kind: 'text',
    text: words,
    box: { x, y: y - size, width: words.length * size * 0.62, height: Math.round(size * 1.35) },
    draw: (context) => write(context, words, x, y, { size, weight, color: '#12211c' }),
  };
}

function cardAt(i: number, x: number, y: number, width = 88, height = 76): Piece {
  const tint = ['#c65d3b', '#2f6fed', '#12a594'][i] ?? '#000000';
  return {
    id: `card-${i}`,
    name: `Card ${i}`,
    kind: 'component',
    family: 'cards',
    path: [`Card ${i}`],
    box: { x, y, width, height },
    reach: 28,
    draw(context) {
      card(context, [x, y, width, height], 10);
      dot(context, x + 18, y + 20, 8, tint);
      stroke(
        context,
        [
          [x + 34, y + 20],
          [x + width - 14, y + 20],
        ],
        '#d4d7dc',
        3,
      );
      write(context, `${(i + 1) * 128}`, x + 12, y + height - 16, { size: 18, weight: 700 });
    },
  };
}

function badge(x: number, y: number): Piece {
  return {
    id: 'badge',
    name: 'Badge',
    kind: 'component',
    text: 'New',
    path: ['Badge'],
    box: { x, y, width: 44, height: 22 },
    draw(context) {
      box(context, [x, y, 44, 22], 11, 'rgba(14, 90, 69, 0.82)');
      write(context, 'New', x + 22, y + 15, { size: 11, weight: 600, color: '#ffffff', align: 'center' });
    },
  };
}

function ring(x: number, y: number, color: string): Piece {
  return {
    id: 'ring',
    name: 'Ring',
    kind: 'vector',
    path: ['Ring'],
    box: { x: x - 36, y: y - 36, width: 72, height: 72 },
    draw(context) {
      context.beginPath();
      context.arc(x, y, 29, 0, Math.PI * 2);
      context.strokeStyle = color;
      context.lineWidth = 12;
      context.stroke();
    },
  };
}

function line(): Piece {
  const points = Array.from({ length: 29 }, (_, i) => {
    const y = 46 - i * 0.7 + 6 * Math.sin(i / 2.3);
    return [292 + i * 4, y] as const;
  });
  return {
    id: 'line',
    name: 'Line',
    kind: 'vector',
    box: { x: 288, y: 16, width: 122, height: 44 },
    draw: (context) => stroke(context, points, '#12a594', 2.5),
  };
}

function bar(i: number, share: number): Piece {
  const height = Math.round(70 * share);
  const x = 426 + i * 11;
  return {
    id: `bar-${i}`,
    name: 'Bar',
    kind: 'shape',
    family: 'bars',
    box: { x, y: 246 - height, width: 8, height },
    draw: (context) => box(context, [x, 246 - height, 8, height], 0, i === 3 ? '#c65d3b' : '#d9cfc2'),
  };
}

/** What follows the specimen: the same cards elsewhere and larger, another headline, another ground. */
export const specimenNext: Screen = {
  name: 'specimen-next',
  width: 480,
  height: 270,
  background: '#e9eff2',
  pieces: [
    text('next-headline', 'One card in detail', 20, 36, 22, 700),
    badge(20, 228),
    cardAt(1, 20, 60, 210, 150),
    cardAt(0, 250, 60, 95, 72),
    cardAt(2, 365, 60, 95, 72),
    ring(412, 222, '#c65d3b'),
    text('next-words', 'More words, set small and close together,', 250, 160, 9, 400),
    text('next-words-2', 'as a report has them', 250, 174, 9, 400),
  ],
};

/** Where something of the specimen lies, frame pixels. */
export function placeOf(id: string): { x: number; y: number; width: number; height: number } {
  const piece = specimen.pieces.find((one) => one.id === id);
  if (!piece) throw new RangeError(`the specimen has no ${id}`);
  return { ...boundsOf(piece), ...piece.box };
}
