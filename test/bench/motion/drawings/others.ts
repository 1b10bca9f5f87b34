import { bar, card, noise, photo, words } from './pieces.ts';
import type { Piece, Screen } from './screen.ts';

const INK = '#1d1a16';
const GREY = '#7c746a';
const TEXT =
  'Twelve rooms, one kitchen and a garden that the whole street shares. We built it from oak and lime, and nothing was thrown away that could be used again.';

/** A wall of photographs with words between them, 1920 × 1080: hard to encode, and sharp enough to zoom into. */
export function wall(): Screen {
  const pieces: Piece[] = [
    words(['Headline'], { x: 96, y: 70, width: 1200 }, 'A house for everyone', {
      size: 76,
      color: INK,
      bold: true,
    }),
    words(['Lead'], { x: 98, y: 172, width: 1100 }, TEXT.slice(0, 69), { size: 26, color: GREY }),
  ];
  for (let row = 0; row < 2; row++)
    for (let column = 0; column < 4; column++) {
      const [x, y] = [96 + column * 440, 250 + row * 400];
      const name = `Picture ${row * 4 + column + 1}`;
      pieces.push(
        card([name, 'Card'], { x, y, width: 408, height: 370 }, '#fffdf9', 16),
        photo([name, 'Photo'], { x: x + 14, y: y + 14, width: 380, height: 220 }, row * 4 + column + 1),
        ...[0, 1, 2, 3].map((line) =>
          words(
            [name, `Line ${line}`],
            { x: x + 18, y: y + 250 + line * 27, width: 370 },
            TEXT.slice(line * 34, line * 34 + 38),
            { size: 18, color: line === 0 ? INK : GREY, bold: line === 0 },
          ),
        ),
      );
    }
  return { name: 'Wall', size: { width: 1920, height: 1080 }, background: '#f4efe6', pieces };
}

/** Twelve cards of one kind on a plain ground, 1440 × 810. */
export function twelveCards(): Screen {
  const pieces: Piece[] = [
    words(['Title'], { x: 60, y: 34, width: 800 }, 'This week’s bread', { size: 44, color: INK, bold: true }),
  ];
  for (let i = 0; i < 12; i++) {
    const x = 60 + (i % 4) * 336;
    const y = 112 + Math.floor(i / 4) * 228;
    const box = { x, y, width: 312, height: 204 };
    pieces.push(
      together(`Card ${i + 1}`, [
        card(['Ground'], box, '#ffffff', 16),
        photo(['Photo'], { x: x + 12, y: y + 12, width: 288, height: 116 }, 20 + i),
        words(
          ['Name'],
          { x: x + 16, y: y + 138, width: 200 },
          ['Rye', 'Spelt', 'Oat', 'Corn'][i % 4] ?? 'Rye',
          {
            size: 20,
            color: INK,
            bold: true,
          },
        ),
        words(['Price'], { x: x + 16, y: y + 166, width: 200 }, `€ ${(3.2 + i * 0.35).toFixed(2)}`, {
          size: 16,
          color: GREY,
        }),
        bar(['Add'], { x: x + 218, y: y + 148, width: 78, height: 36 }, '#b4522b', 18),
      ]),
    );
  }
  return { name: 'Bread', size: { width: 1440, height: 810 }, background: '#f7f1e8', pieces };
}

/** A phone's screen, 390 × 844, of about twenty pieces. */
export function phone(seed: number): Screen {
  const random = noise(seed);
  const accent = ['#2f6f5e', '#4556d8', '#b4522b', '#7a3f8f'][seed % 4] ?? '#2f6f5e';
  const pieces: Piece[] = [
    words(
      ['Title'],
      { x: 24, y: 62, width: 300 },
      ['Today', 'Trips', 'Savings', 'Garden'][seed % 4] ?? 'Today',
      {
        size: 34,
        color: INK,
        bold: true,
      },
    ),
    photo(['Hero'], { x: 20, y: 124, width: 350, height: 190 + 40 * (seed % 2) }, seed, 20),
  ];
  for (let i = 0; i < 4; i++) {
    const box = { x: 20, y: 340 + 40 * (seed % 2) + i * 92, width: 350, height: 78 };
    pieces.push(
      card([`Row ${i + 1}`, 'Card'], box, '#ffffff', 16),
      photo(
        [`Row ${i + 1}`, 'Face'],
        { x: box.x + 14, y: box.y + 15, width: 48, height: 48 },
        seed * 9 + i,
        14,
      ),
      words([`Row ${i + 1}`, 'Name'], { x: box.x + 78, y: box.y + 15, width: 200 }, `Item number ${i + 1}`, {
        size: 17,
        color: INK,
        bold: true,
      }),
      bar(
        [`Row ${i + 1}`, 'Bar'],
        { x: box.x + 78, y: box.y + 48, width: 60 + random() * 180, height: 10 },
        accent,
        5,
      ),
    );
  }
  pieces.push(bar(['Call to action'], { x: 20, y: 770, width: 350, height: 54 }, accent, 27));
  return { name: `Phone ${seed}`, size: { width: 390, height: 844 }, background: '#f6f4f0', pieces };
}

/** Several pieces as one. */
function together(name: string, pieces: Piece[]): Piece {
  const [first] = pieces;
  if (!first) throw new RangeError('nothing to put together');
  const { ground, ...whole } = first;
  return {
    ...whole,
    name,
    path: [name],
    kind: 'group',
    draw(context, base) {
      for (const piece of pieces) piece.draw(context, base);
    },
  };
}
