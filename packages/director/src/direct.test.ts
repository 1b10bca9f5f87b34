import type { CameraMove, LayerEffect } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { direct } from './direct.ts';
import { checkout, frame, node, text } from './testing.ts';

const focusOf = {
  Total: 'Summary',
  Pay: 'Pay button',
  Chart: 'Sales chart',
  Hero: 'Hero',
  Headline: 'Your basket',
};

interface Expected {
  move?: CameraMove;
  focus?: string;
  amount?: number;
  enters?: string[];
  effect?: LayerEffect;
  duration?: number;
  not?: string[];
}

const cards = ['Card 1', 'Card 2', 'Card 3'];

const captions: [string, Expected][] = [
  ['zoom in', { move: 'push-in' }],
  ['Zoom in on the total', { move: 'push-in', focus: focusOf.Total }],
  ['slowly push in on the total.', { move: 'push-in', focus: focusOf.Total, amount: 1.12 }],
  ['push in on the headline', { move: 'push-in', focus: focusOf.Headline }],
  ['Focus on the button', { move: 'push-in', focus: focusOf.Pay }],
  ['focus on "Pay now"', { move: 'push-in', focus: focusOf.Pay }],
  ['move closer to the chart', { move: 'push-in', focus: focusOf.Chart }],
  ['Zoom to the sales chart, slowly', { move: 'push-in', focus: focusOf.Chart }],
  ['zoom in on €84.00', { move: 'push-in', focus: focusOf.Total }],
  ['close-up of the hero', { move: 'push-in', focus: focusOf.Hero }],
  ['close-up on the photo', { move: 'push-in', focus: focusOf.Hero }],
  ['highlight the total', { move: 'hold' }],
  ['draw attention to the pay button', { move: 'hold' }],
  ['end on the total', { move: 'push-in', focus: focusOf.Total }],
  ['show the total', { move: 'push-in', focus: focusOf.Total }],
  ['a slow push', { move: 'push-in', amount: 1.06 }],
  ['gentle zoom', { move: 'push-in', amount: 1.06 }],
  ['dramatic zoom in', { move: 'push-in', amount: 1.25 }],
  ['zoom in 1.5x', { move: 'push-in', amount: 1.5 }],
  ['zoom in by 20%', { move: 'push-in', amount: 1.2 }],
  ['zoom in on the second card', { move: 'push-in', focus: 'Card 2' }],
  ['zoom in on the last card', { move: 'push-in', focus: 'Card 3' }],
  ['zoom in on the unicorn', { move: 'hold', not: ['the unicorn'] }],
  ['zoom out', { move: 'pull-out' }],
  ['pull back from the chart', { move: 'pull-out', focus: focusOf.Chart }],
  ['Start on the total and then pull out to the whole screen', { move: 'pull-out', focus: focusOf.Total }],
  ['zoom out to reveal the whole screen', { move: 'pull-out' }],
  ['pan right', { move: 'pan-right' }],
  ['pan to the left', { move: 'pan-left' }],
  ['slowly pan up', { move: 'tilt-up' }],
  ['scroll down', { move: 'tilt-down' }],
  ['scroll through the page', { move: 'tilt-down' }],
  ['pan from left to right', { move: 'pan-right' }],
  ['pan down to the chart', { move: 'tilt-down', focus: focusOf.Chart }],
  ['pan to the pay button', { move: 'tilt-down', focus: focusOf.Pay }],
  ['the camera moves left', { move: 'pan-left' }],
  ['hold', { move: 'hold' }],
  ['keep it still', { move: 'hold' }],
  ["don't move the camera", { move: 'hold' }],
  ['no animation', { move: 'hold', enters: [] }],
  ['hold for 4 seconds', { move: 'hold', duration: 4 }],
  ['The cards rise in one by one', { move: 'hold', enters: cards, effect: 'rise' }],
  ['cards fade in', { enters: cards, effect: 'fade' }],
  ['fade in the cards', { enters: cards, effect: 'fade' }],
  ['Slowly bring in the cards from below', { enters: cards, effect: 'rise' }],
  ['the cards slide up', { enters: cards, effect: 'slide' }],
  ['stagger the cards', { enters: cards, effect: 'rise' }],
  ['let the headline fade in, then the cards appear', { enters: ['Your basket', ...cards], effect: 'fade' }],
  ['The total pops in', { enters: ['Summary'], effect: 'pop' }],
  [
    'everything fades in',
    { enters: ['Your basket', 'Hero', ...cards, 'Summary', 'Sales chart', 'Pay button'] },
  ],
  ['reveal the chart', { enters: ['Sales chart'], effect: 'fade' }],
  ['the button comes in last', { enters: ['Pay button'] }],
  ['The cards rise in, then zoom in on the total', { move: 'push-in', focus: focusOf.Total, enters: cards }],
  ['Fade in the headline and the cards', { enters: ['Your basket', ...cards], effect: 'fade' }],
  [
    'Headline first, then the cards rise in one by one',
    { enters: ['Your basket', ...cards], effect: 'rise' },
  ],
  ['Hero first, then cards, then button', { enters: ['Hero', ...cards, 'Pay button'] }],
  ['The three products rise in one after another', { enters: cards, effect: 'rise' }],
  ['Show the cards one by one', { enters: cards, effect: 'fade' }],
  ['Slide the cards in', { enters: cards, effect: 'slide' }],
  ['Cards rise in, left to right', { enters: cards, effect: 'rise' }],
  [
    'The camera slowly pushes in on the hero while the cards fade in',
    { move: 'push-in', focus: focusOf.Hero, enters: cards },
  ],
  ['start wide, end on the total', { move: 'push-in', focus: focusOf.Total }],
  ['Bring attention to the total', { move: 'hold' }],
  ['Ease in on the headline', { move: 'push-in', focus: focusOf.Headline }],
  ['Scroll from the headline down to the chart', { move: 'tilt-down', focus: focusOf.Chart }],
  ['Pan slowly from the chart to the headline', { move: 'tilt-up', focus: focusOf.Headline }],
  ['make it explode', { not: ['it explode'] }],
  ['the pay button pulses', { enters: ['Pay button'], effect: 'pulse' }],
  ['Push notification', { move: 'push-in', not: ['Push notification'] }],
  ['Zoom meeting at nine', { not: ['Zoom meeting at nine'] }],
  ['the cards fade out', { enters: cards, effect: 'fade' }],
  ['user taps Pay now', { move: 'hold' }],
  ['zoom in on the total with confetti', { move: 'push-in' }],
];

describe('reading a direction', () => {
  it.each(captions)('understands “%s”', (direction, expected) => {
    const outline = checkout();
    const { motion, duration, notes } = direct({ outline, direction, shotIndex: 3, shotCount: 6 });
    const notUnderstood = notes.flatMap(({ kind, words }) =>
      kind === 'taste' ? [] : [direction.slice(words.from, words.to)],
    );
    if (expected.move && !expected.not?.includes(direction))
      expect(motion.camera[0]?.move ?? 'hold').toBe(expected.move);
    if (expected.focus) {
      const target = outline.children.find((child) => child.name === expected.focus);
      expect(motion.camera[0]?.focus).toEqual(target?.box);
    }
    if (expected.amount) expect(motion.camera[0]?.amount).toBeCloseTo(expected.amount);
    if (expected.enters) expect(motion.layers.flatMap((one) => one.layers)).toEqual(expected.enters);
    if (expected.effect) expect(motion.layers.every((one) => one.effect === expected.effect)).toBe(true);
    if (expected.duration) expect(duration).toBe(expected.duration);
    if (expected.not) expect(notUnderstood).toEqual(expected.not);
    else if (!direction.includes('confetti')) expect(notUnderstood).toEqual([]);
    else expect(notUnderstood.join(' ')).toContain('confetti');
  });
});

it('a bare “fade in” moves the frame’s own layers where its family lies in a closed container', () => {
  const rows = [0, 1, 2].map((index) =>
    node(`Row ${index}`, [24, 300 + index * 60, 342, 50], { component: 'Row', kind: 'component' }),
  );
  const outline = frame('Home', 390, 844, [
    text('Hello', [24, 60, 300, 34], 28),
    node('Masked list', [24, 300, 342, 170], { opens: false, children: rows }),
  ]);
  const { motion, notes } = direct({ outline, direction: 'fade in', shotIndex: 0, shotCount: 3 });
  expect(notes).toEqual([]);
  expect(motion.layers.flatMap((one) => one.layers)).toContain('Hello');
});

it('bars among the lines of a grid grow one after another, and the axis does not count', () => {
  const heights = [20, 90, 180, 110, 60, 58, 70, 84, 72, 66, 98, 150, 120, 80];
  const outline = frame('Rides', 800, 600, [
    node('Hour chart', [40, 200, 720, 320], {
      children: [
        ...[0, 1, 2].map((line) => node(`Grid line ${line}`, [80, 500 - line * 75, 640, 1])),
        ...['0', '1,000', '2,000'].map((label, line) => text(label, [44, 492 - line * 75, 34, 16], 12)),
        ...heights.map((height, index) => node(`Bar ${index}`, [90 + index * 44, 500 - height, 24, height])),
      ],
    }),
    text('18,420', [40, 100, 120, 40], 32),
  ]);
  const read = (direction: string) =>
    direct({ outline, direction, shotIndex: 3, shotCount: 6 }).motion.layers;
  expect(read('bars grow')).toMatchObject([
    { effect: 'grow', from: 'down', by: 'order', layers: heights.map((_, index) => `Bar ${index}`) },
  ]);
  expect(read('numbers count up')).toMatchObject([{ effect: 'count', layers: ['18,420'] }]);
});

it('a page that is scrolled to its end is not scrolled there again', () => {
  const outline = frame('Page', 1440, 5200, [
    node('Hero', [0, 0, 1440, 840]),
    node('Footer', [0, 4800, 1440, 400]),
  ]);
  const direction = 'scroll through the whole page and stop at the footer';
  expect(direct({ outline, direction, shotIndex: 0, shotCount: 1 }).motion.scroll).toHaveLength(1);
});
