import type { LayerMotion, Outline } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { direct } from './direct.ts';
import { checkout, frame, node, text } from './testing.ts';

const entrancesEnd = (layers: readonly LayerMotion[]) =>
  Math.max(...layers.map((one) => one.at + one.duration + one.stagger * (one.layers.length - 1)));

const undirected = (outline: Outline, shotIndex: number, shotCount = 6, duration?: number) =>
  direct({ outline, direction: '', shotIndex, shotCount, ...(duration !== undefined && { duration }) });

const grid = (count: number) =>
  frame('Grid', 1440, 900, [
    text('Everything in one place', [60, 60, 600, 60], 48),
    node('Banner', [60, 500, 1320, 300], { children: [text('More', [80, 520, 60, 20])] }),
    ...Array.from({ length: count }, (_, i) =>
      node(`Tile ${i}`, [60 + (i % 8) * 120, 160 + Math.floor(i / 8) * 60, 100, 50], {
        kind: 'component',
        component: 'Tile',
        children: [node(`Icon ${i}`, [60 + (i % 8) * 120, 160, 20, 20])],
      }),
    ),
    ...Array.from({ length: 10 }, (_, i) =>
      node(`Shape ${i}`, [700 + i * 30, 500 + i * i, 200 + i * 40, 20 + i * 12]),
    ),
  ]);

describe('without a direction', () => {
  it('lets a family enter on one shot in three', () => {
    const entering = Array.from({ length: 6 }, (_, i) => undirected(checkout(), i).motion.layers.length > 0);
    expect(entering).toEqual([false, true, false, false, true, false]);
  });

  it('lets the family of a single frame enter', () => {
    expect(undirected(checkout(), 0, 1).motion.layers[0]?.layers).toEqual(['Card 1', 'Card 2', 'Card 3']);
  });

  it('scrolls a long page, however much there is to read on it', () => {
    const outline = frame('f', 1440, 5200, [text('word '.repeat(300), [0, 0, 1440, 5000])]);
    expect(undirected(outline, 1).motion).toMatchObject({ camera: [], layers: [], scroll: [{ to: 4300 }] });
  });

  it('leaves small decoration alone, however many of it', () => {
    const leaf = (i: number) => node(`Leaf ${i}`, [20 + i * 30, 20, 20, 20], { kind: 'vector' });
    const outline = frame('f', 400, 400, [
      text('Oil', [100, 200, 200, 60], 40),
      ...[0, 1, 2, 3, 4].map(leaf),
    ]);
    expect(undirected(outline, 1).motion.layers).toEqual([]);
  });

  it('leaves two of a kind alone', () => {
    const outline = checkout();
    outline.children = outline.children.filter((child) => child.name !== 'Card 3');
    expect(undirected(outline, 1).motion.layers).toEqual([]);
  });

  it('leaves a family alone that is nearly all there is to see: the opening would be blank', () => {
    const outline = checkout();
    outline.children = outline.children.filter((child) => child.name.startsWith('Card'));
    expect(undirected(outline, 1).motion.layers).toEqual([]);
  });

  it.each([
    ['much text', frame('f', 400, 400, [text('word '.repeat(41), [0, 0, 400, 400])]), 'much to read'],
    [
      'many small layers',
      frame(
        'f',
        1000,
        1000,
        Array.from({ length: 36 }, (_, i) => node(`n${i}`, [i * 20, 0, 10, 10])),
      ),
      'small layers',
    ],
    ['a QR code', frame('f', 400, 400, [node('QR code', [0, 0, 200, 200])]), 'QR code'],
    [
      'a table',
      frame('f', 400, 400, [
        node('Orders', [0, 0, 400, 300], {
          children: [0, 1, 2].map((i) =>
            node(`Row ${i}`, [0, i * 50, 400, 40], {
              children: ['a', 'b', 'c'].map((word, j) => text(word, [j * 100, i * 50, 40, 20])),
            }),
          ),
        }),
      ]),
      'table',
    ],
  ])('holds a frame with %s and says why', (_, outline, why) => {
    const { motion, notes } = undirected(outline, 1);
    expect(motion).toMatchObject({ camera: [], layers: [] });
    expect(notes[0]).toMatchObject({ kind: 'taste' });
    expect(notes[0]?.text).toContain(why);
  });

  it('holds a shot under two seconds', () => {
    expect(undirected(checkout(), 1, 6, 1.5).motion.layers).toEqual([]);
  });

  it('moves when it is told to, however much there is to read', () => {
    const outline = frame('f', 400, 400, [text('word '.repeat(60), [0, 0, 400, 300])]);
    expect(direct({ outline, direction: 'zoom in', shotIndex: 0, shotCount: 1 }).motion.camera[0]?.move).toBe(
      'push-in',
    );
  });

  it('takes its defaults where no word was understood, and gives the words back', () => {
    const made = direct({ outline: checkout(), direction: 'Abracadabra', shotIndex: 1, shotCount: 3 });
    expect(made.notes.map(({ text }) => text)).toEqual(['“Abracadabra”: not understood']);
    expect(made.motion).toEqual(undirected(checkout(), 1, 3).motion);
  });
});

describe('timing', () => {
  it('has entrances over by 55 % of the shot it suggests', () => {
    for (const direction of [
      'the cards rise one by one',
      'everything fades in slowly',
      'the headline rises, then the cards',
    ]) {
      const { motion, duration } = direct({ outline: checkout(), direction, shotIndex: 0, shotCount: 3 });
      expect(entrancesEnd(motion.layers) / duration).toBeLessThanOrEqual(0.56);
    }
  });

  it('staggers a family by 70 ms, in .6 s at most', () => {
    const { motion } = direct({
      outline: grid(8),
      direction: 'the tiles rise in',
      shotIndex: 0,
      shotCount: 1,
    });
    expect(motion.layers[0]?.layers).toHaveLength(8);
    expect(motion.layers[0]?.stagger).toBeCloseTo(0.07);
  });

  it('lets more than twelve come row by row', () => {
    const { motion } = direct({
      outline: grid(16),
      direction: 'the tiles rise in',
      shotIndex: 0,
      shotCount: 1,
    });
    expect(motion.layers).toMatchObject([{ by: 'rows' }]);
    expect(motion.layers[0]?.layers).toHaveLength(16);
  });

  it('gives the last shot a second more', () => {
    expect(undirected(checkout(), 2, 3).duration - undirected(checkout(), 0, 3).duration).toBe(1);
  });

  it('suggests 2.5 to 6 s', () => {
    const long = frame('f', 400, 400, [text('word '.repeat(400), [0, 0, 400, 400])]);
    expect(undirected(long, 0).duration).toBeLessThanOrEqual(6);
    expect(undirected(frame('f', 400, 400, []), 0).duration).toBe(2.5);
  });
});
