import { expect, test } from 'vitest';
import { copyMotion } from './copy-motion.ts';
import { direct } from './direct.ts';
import { checkout, frame, node, text } from './testing.ts';

const other = () =>
  frame('Receipt', 800, 600, [
    { ...text('Thank you', [40, 40, 400, 60], 40), id: 'o1' },
    {
      ...node('Pay button', [40, 500, 200, 60], {
        interactive: true,
        children: [{ ...text('Again', [60, 510, 80, 20]), id: 'o3' }],
      }),
      id: 'o2',
    },
    { ...node('Hero', [40, 120, 400, 200], { kind: 'image', hasImage: true }), id: 'o4' },
  ]);
const read = (direction: string) =>
  direct({ outline: checkout(), direction, shotIndex: 3, shotCount: 6 }).motion;

test('with words, the words are carried over and read anew', () => {
  const copied = copyMotion(
    { outline: checkout(), motion: read('zoom in on the hero'), direction: 'zoom in on the hero' },
    other(),
  );
  expect(copied.direction).toBe('zoom in on the hero');
  expect(copied.motion.camera).toMatchObject([{ move: 'push-in', focus: { x: 40, y: 120 } }]);
});

test('without words, layers are known again by name, and by what they are', () => {
  const motion = read('the headline fades in, then the button pops in, then the cards rise, tap the button');
  const copied = copyMotion({ outline: checkout(), motion, direction: '' }, other());
  expect(copied.motion.layers.map(({ effect, layers }) => [effect, layers])).toEqual([
    ['fade', ['o1']],
    ['pop', ['o2']],
  ]);
  expect(copied.motion.overlays).toMatchObject([{ effect: 'tap', boxes: [{ x: 40, y: 500 }] }]);
  expect(copied.missing).toEqual(['Card 1', 'Card 2', 'Card 3']);
});

test('edits by hand get the other frame’s ids', () => {
  const chips = [{ id: 'layers:enter:Pay button', set: { target: 'Hero' } }];
  const copied = copyMotion({ outline: checkout(), motion: read(''), direction: '', chips }, other());
  expect(copied.chips).toEqual([{ id: 'layers:enter:o2', set: { target: 'o4' } }]);
});
