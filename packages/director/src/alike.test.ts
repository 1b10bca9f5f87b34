import { describe, expect, it } from 'vitest';
import { completions } from './completions.ts';
import { direct } from './direct.ts';
import { frame, node, text } from './testing.ts';

/** Three product rows of one name, a sun behind a hill, a ring of three arcs. */
function shop() {
  const row = (words: string, price: string, index: number) => {
    const y = 300 + index * 80;
    const row = node('Product Row', [24, y, 342, 64], {
      component: 'Product Row',
      kind: 'component',
      children: [
        text(words, [32, y + 8, 120, 20]),
        text(price, [32, y + 32, 60, 20]),
        node('Plus', [320, y + 16, 32, 32], { interactive: true }),
      ],
    });
    const number = (at: number) => `${index}.${at}`;
    return {
      ...row,
      id: number(0),
      children: row.children.map((child, at) => ({ ...child, id: number(at + 1) })),
    };
  };
  return frame('Shop', 390, 844, [
    text('Cups', [24, 40, 200, 40], 32),
    node('Sun', [40, 100, 60, 60]),
    node('Hill', [24, 140, 342, 80]),
    row('Moss cup', '€ 18.00', 0),
    row('Day plate', '€ 24.00', 1),
    row('Tide pitcher', '€ 48.00', 2),
    node('Donut', [24, 600, 120, 120], {
      children: [1, 2, 3].map((index) => node(`Arc ${index}`, [24, 600, 120, 120], { kind: 'vector' })),
    }),
    node('Evil\u202eeman\u0000', [200, 600, 100, 100]),
  ]);
}
const read = (direction: string) => direct({ outline: shop(), direction, shotIndex: 3, shotCount: 6 });
const labels = (direction: string) => read(direction).chips.map(({ label }) => label);

describe('things that look alike', () => {
  it('are told apart by the text in them, on chips too', () => {
    expect(labels('focus on Moss cup')).toEqual(['Push in · Moss cup']);
  });
  it('are not mixed up: the plus of a row, the price of a row', () => {
    expect(read('press the plus on the day plate').motion.overlays[0]?.boxes[0]?.y).toBe(396);
    const { camera } = read('show the price of the Tide pitcher close up').motion;
    expect(camera.map(({ move, focus }) => [move, focus?.y])).toEqual([['push-in', 492]]);
  });
  it('have completions with their capitals and their texts', () => {
    const rows = completions(shop(), 'Product');
    expect(rows.map(({ insert, text }) => [insert, text])).toEqual([
      ['@Product Row', 'Moss cup'],
      ['@Product Row#2', 'Day plate'],
      ['@Product Row#3', 'Tide pitcher'],
    ]);
  });
});

describe('a thing', () => {
  it('alone rises from behind another', () => {
    expect(read('sun rises from behind the hill').motion.layers.map(({ layers }) => layers)).toEqual([
      ['Sun'],
    ]);
  });
  it('that is drawn of several arcs is drawn whole', () => {
    const moved = read('donut draws itself').motion.layers.flatMap(({ layers }) => layers);
    expect(moved).toEqual(['Arc 1', 'Arc 2', 'Arc 3']);
  });
  it('with a hostile name has no characters in its label that turn others around', () => {
    expect(labels('the evileman rises').join()).not.toMatch(/[\u202e\p{Cc}]/u);
    expect(labels('@Evileman rises')).toEqual(['Rise · Evileman']);
  });
});
