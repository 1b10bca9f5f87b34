import { motionSchema } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { alternatives } from './alternatives.ts';
import { completions, mentionFor } from './completions.ts';
import { direct } from './direct.ts';
import { checkout, frame, node, text } from './testing.ts';

const long = (words: string) => words.repeat(Math.ceil(4000 / words.length)).slice(0, 4000);
const place = { shotIndex: 0, shotCount: 3 };

describe('a stranger’s words and names', () => {
  it.each([
    'the ',
    'the the the ',
    '@',
    '“',
    "'a ",
    'and, then ',
    'zoom in on ',
    'once the cards are in, ',
    '9',
    '((([[[***+++',
    '卡片上升 ',
    'ابدأ من العنوان ',
    '🙏🏽',
    'the first card of the second card of ',
    'cards rise and ',
    '\u0000\uD800',
    'not except only but ',
  ])('4000 characters of “%s” give a motion that the schema takes', (words) => {
    const made = direct({ outline: checkout(), direction: long(words), ...place });
    expect(motionSchema.parse(made.motion)).toEqual(made.motion);
    expect(made.duration).toBeGreaterThan(0);
  });

  it('names with a pattern’s signs, of great length or from right to left are names', () => {
    const names = [
      '(.*)+$',
      '[a-z]{1,',
      '\\',
      'x'.repeat(1000),
      'لوحة القيادة',
      '<img src=x>',
      '',
      '@',
      'a'.repeat(50).concat('!'),
    ];
    const outline = frame(
      'f',
      800,
      600,
      names.map((name, index) => ({ ...node(name, [0, index * 50, 200, 40]), id: `n${index}` })),
    );
    for (const name of names)
      expect(() =>
        direct({ outline, direction: `zoom in on “${name}” and @${name}`, ...place }),
      ).not.toThrow();
    const { motion } = direct({ outline, direction: 'push in on @لوحة القيادة', ...place });
    expect(motion.camera[0]?.focus).toMatchObject({ y: 200 });
    expect(
      direct({ outline, direction: 'push in on @(.*)+$', ...place }).motion.camera[0]?.focus,
    ).toMatchObject({ y: 0 });
  });

  it('a frame of 1500 like layers is read', () => {
    const many = Array.from({ length: 30 }, (_, row) =>
      node(`Row ${row}`, [0, row * 30, 1440, 28], {
        children: Array.from({ length: 49 }, (_, i) => ({
          ...text(`Label ${i} of row ${row}`, [i * 28, row * 30, 26, 20]),
          id: `${row}-${i}`,
        })),
      }),
    );
    const made = direct({
      outline: frame('f', 1440, 900, many),
      direction: 'everything fades in, then the labels rise',
      ...place,
    });
    expect(new Set(made.motion.layers.flatMap((one) => one.layers)).size).toBeLessThanOrEqual(64);
    expect(motionSchema.parse(made.motion)).toEqual(made.motion);
  });

  it('an empty frame gives nothing to move', () => {
    const outline = frame('f', 1, 1, []);
    for (const direction of [
      '',
      'everything fades in',
      'tap it',
      'scroll',
      'count up',
      'zoom in on the headline',
    ])
      expect(direct({ outline, direction, ...place }).motion.layers).toEqual([]);
  });
});

describe('what is the same gives the same', () => {
  it('for readings and for the three others, which differ', () => {
    for (const direction of [
      '',
      'zoom in on the total',
      'the cards rise',
      'cards pop in, then push in on the hero',
    ]) {
      const input = { outline: checkout(), direction, shotIndex: 1, shotCount: 6 };
      expect(direct(input)).toEqual(direct({ ...input, outline: checkout() }));
      const others = alternatives(input);
      expect(others).toEqual(alternatives(input));
      const motions = [direct(input), ...others].map(({ motion }) => JSON.stringify(motion));
      expect(new Set(motions).size).toBe(4);
    }
  });
});

describe('completing a name', () => {
  it('puts names that begin so first', () => {
    expect(
      completions(checkout(), 'pa')
        .map(({ insert }) => insert)
        .slice(0, 2),
    ).toEqual(['@Pay button', '@Pay now']);
    expect(completions(checkout(), 'card')[0]?.insert).toBe('@Card 1');
    expect(completions(checkout(), 'zzz')).toEqual([]);
    expect(completions(checkout(), '').length).toBe(8);
  });

  it('gives for a clicked layer what finds it again, also where names are shared', () => {
    const twin = (id: string, x: number) => ({ ...node('Photo', [x, 10, 80, 80]), id });
    const outline = frame('f', 400, 400, [
      node('Left', [0, 0, 200, 400], { children: [twin('a', 10)] }),
      node('Right', [200, 0, 200, 400], { children: [twin('b', 210), twin('c', 300)] }),
    ]);
    for (const id of ['a', 'b', 'c', 'Left']) {
      const mention = mentionFor(outline, id);
      const made = direct({ outline, direction: `fade in ${mention}`, ...place });
      expect(made.motion.layers.flatMap((one) => one.layers)).toEqual([id]);
    }
    expect(mentionFor(outline, 'a')).toBe('@Left/Photo');
    expect(mentionFor(outline, 'nobody')).toBeNull();
  });
});
