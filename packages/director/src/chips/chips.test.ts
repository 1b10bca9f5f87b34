import { describe, expect, it } from 'vitest';
import type { ChipEdit, DirectInput } from '../api.ts';
import { dashboard } from '../captions/stranger.ts';
import { direct } from '../direct.ts';
import { checkout } from '../testing.ts';

const read = (direction: string, more: Partial<DirectInput> = {}) =>
  direct({ outline: checkout(), direction, shotIndex: 3, shotCount: 6, ...more });
const ids = (direction: string) => read(direction).chips.map(({ id }) => id);
const cards = ['Card 1', 'Card 2', 'Card 3'];

describe('chips', () => {
  it('say what was understood, and of which words', () => {
    const direction = 'Slow push in on the total, then the cards rise one by one, 5 seconds, calm';
    const { chips } = read(direction);
    expect(chips.map(({ label }) => label)).toEqual([
      'Push in · Summary · slow',
      'Rise · Product card × 3',
      '5 s',
      'Calm',
    ]);
    expect(chips.map(({ words }) => direction.slice(words.from, words.to))).toEqual([
      'Slow push in on the total',
      'the cards rise one by one',
      '5 seconds',
      'calm',
    ]);
  });

  it('keep their id while the words about them change', () => {
    const [camera, layers] = ids('push in on the total, then the cards rise');
    expect(ids('first the three cards fade in quickly, then a slow push in on the total')).toEqual([
      layers,
      camera,
    ]);
  });

  it('of one kind about the same thing have ids of their own', () => {
    const made = ids('zoom in on the hero, hold, pull out, hold, zoom in on the hero');
    expect(new Set(made).size).toBe(made.length);
  });

  it('offer only what is allowed, and their value is among it', () => {
    for (const direction of [
      'push in on the total',
      'cards slide in from the left',
      'tap the button',
      'everything fades in',
      'hold for 2.2 seconds, then zoom in',
    ])
      for (const chip of read(direction).chips)
        for (const { value, values } of chip.options) expect(values.map((one) => one.value)).toContain(value);
  });

  it('changed by hand stand over the words, and stay when the words change', () => {
    const [chip] = read('the cards rise').chips;
    const edit: ChipEdit = { id: chip?.id ?? '', set: { effect: 'pop', order: 'centre', pace: 'slow' } };
    for (const direction of ['the cards rise', 'zoom in on the hero, and then the cards fade in']) {
      const { motion, chips, unusedEdits } = read(direction, { chips: [edit] });
      expect(motion.layers).toMatchObject([{ effect: 'pop', by: 'centre', layers: cards }]);
      expect(chips.find(({ id }) => id === edit.id)?.state).toBe('edited');
      expect(unusedEdits).toEqual([]);
    }
  });

  it('removed by hand do nothing and can be brought back', () => {
    const [first] = read('zoom in on the hero').chips;
    const { motion, chips } = read('zoom in on the hero', {
      chips: [{ id: first?.id ?? '', removed: true }],
    });
    expect(motion.camera).toEqual([]);
    expect(chips).toMatchObject([{ id: first?.id, state: 'removed' }]);
  });

  it('that are gone leave their edits unused, which is said', () => {
    const edit: ChipEdit = { id: 'camera:Nowhere', set: { pace: 'slow' } };
    expect(read('the cards rise', { chips: [edit] }).unusedEdits).toEqual([edit]);
  });

  it('take another target by hand', () => {
    const [chip] = read('zoom in on the hero').chips;
    const target = chip?.options.find(({ name }) => name === 'target');
    expect(target?.values.map(({ value }) => value)).toContain('Sales chart');
    const { motion, chips } = read('zoom in on the hero', {
      chips: [{ id: chip?.id ?? '', set: { target: 'Sales chart' } }],
    });
    expect(motion.camera[0]?.focus).toMatchObject({ x: 24, y: 500 });
    expect(chips[0]).toMatchObject({ id: chip?.id, label: 'Push in · Sales chart' });
  });

  it('ignore values that are not allowed', () => {
    const [chip] = read('the cards rise').chips;
    const { motion } = read('the cards rise', {
      chips: [{ id: chip?.id ?? '', set: { effect: 'explode', target: 'nobody', pace: '' } }],
    });
    expect(motion).toEqual(read('the cards rise').motion);
  });

  it('show what taste decided, to be changed as well', () => {
    const made = direct({ outline: checkout(), direction: '', shotIndex: 1, shotCount: 6 });
    expect(made.chips).toMatchObject([{ state: 'taste', kind: 'layers' }]);
    const edits: ChipEdit[] = [{ id: made.chips[0]?.id ?? '', set: { effect: 'fade' } }];
    expect(
      direct({ outline: checkout(), direction: '', shotIndex: 1, shotCount: 6, chips: edits }).motion.layers,
    ).toMatchObject([{ effect: 'fade' }]);
  });

  it('of charts move each part by its nature', () => {
    const made = direct({
      outline: dashboard(),
      direction: 'the charts build up',
      shotIndex: 3,
      shotCount: 6,
    });
    expect(made.motion.layers.map(({ effect }) => effect)).toEqual(['grow', 'draw', 'fill']);
  });
});

describe('notes', () => {
  it('say in a few words what was not understood, names nothing or contradicts', () => {
    const text = (direction: string) => read(direction).notes.map(({ kind, text }) => [kind, text]);
    expect(text('zoom in on the unicorn')).toEqual([
      ['names-nothing', '“the unicorn”: nothing of that name in this frame'],
    ]);
    expect(text('abracadabra')).toEqual([['not-understood', '“abracadabra”: not understood']]);
    expect(text('the cards rise slowly and fast')).toEqual([
      ['contradiction', '“slowly and fast”: contradicts what was said before'],
    ]);
    expect(text('@Hero')).toEqual([['not-understood', '“@Hero”: what should it do?']]);
  });
});

describe('the dial', () => {
  it('tempers lengths, and words overrule it', () => {
    const length = (direction: string, mood: DirectInput['mood']) =>
      read(direction, { mood }).motion.layers[0]?.duration ?? 0;
    expect(length('the cards rise', 'calm')).toBeGreaterThan(length('the cards rise', 'crisp'));
    expect(read('the cards rise', { mood: 'playful' }).motion.layers[0]?.easing).toBe('pop');
    expect(length('the cards rise, crisp', 'calm')).toBe(length('the cards rise', 'crisp'));
  });
});
