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
    ...[0, 1, 2].map((i): Piece => cardAt(i)),
    {
      id: 'badge',
      kind: 'component',
      text: 'New',
      box: { x: 420, y: 18, width: 44, height: 22 },
      draw(context) {
        box(context, [420, 18, 44, 22], 11, 'rgba(14, 90, 69, 0.82)');
        write(context, 'New', 442, 33, { size: 11, weight: 600, color: '#ffffff', align: 'center' });
      },
    },
    {
      id: 'ring',
      kind: 'vector',
      box: { x: 356, y: 172, width: 72, height: 72 },
      draw(context) {
        context.beginPath();
        context.arc(392, 208, 29, 0, Math.PI * 2);
        context.strokeStyle = '#2f6fed';
        context.lineWidth = 12;
        context.stroke();
      },
    },
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

function cardAt(i: number): Piece {
  const x = 168 + i * 100;
  const tint = ['#c65d3b', '#2f6fed', '#12a594'][i] ?? '#000000';
  return {
    id: `card-${i}`,
    name: 'Card',
    kind: 'component',
    family: 'cards',
    box: { x, y: 72, width: 88, height: 76 },
    reach: 28,
    draw(context) {
      card(context, [x, 72, 88, 76], 10);
      dot(context, x + 18, 92, 8, tint);
      stroke(
        context,
        [
          [x + 34, 92],
          [x + 74, 92],
        ],
        '#d4d7dc',
        3,
      );
      write(context, `${(i + 1) * 128}`, x + 12, 132, { size: 18, weight: 700 });
    },
  };
}

/** Where something of the specimen lies, frame pixels. */
export function placeOf(id: string): { x: number; y: number; width: number; height: number } {
  const piece = specimen.pieces.find((one) => one.id === id);
  if (!piece) throw new RangeError(`the specimen has no ${id}`);
  return { ...boundsOf(piece), ...piece.box };
}
