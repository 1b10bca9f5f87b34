import { expect, test } from 'vitest';
import type { MotionChoice } from '../../protocol/index.ts';
import { newShot } from '../board/board.ts';
import { described, node, outline } from '../capture/testing/outline.ts';
import { readShot } from './read-shot.ts';

const frame = described(
  outline([
    node('title', [24, 60, 300, 34], { kind: 'text', text: 'Basket' }),
    node('cup', [24, 200, 160, 160]),
  ]),
);
const read = (motion: MotionChoice | null, direction = '') => {
  const shot = newShot(frame);
  return readShot({
    shot: { ...shot, motion, caption: { ...shot.caption, direction } },
    frame,
    index: 0,
    count: 3,
  });
};

test('layers chosen by hand enter where the director had none enter', () => {
  expect(read(null).motion.layers).toEqual([]);
  const { motion, duration } = read({ layers: 'rise' });
  expect(motion.layers).toMatchObject([{ effect: 'rise', layers: ['title', 'cup'] }]);
  expect(duration).toBeGreaterThanOrEqual(read(null).duration);
});

test('layers that the words let enter keep their order and take the effect chosen', () => {
  const { motion } = read({ layers: 'fade' }, 'the cup rises');
  expect(motion.layers).toMatchObject([{ effect: 'fade', layers: ['cup'] }]);
});

test('staying is staying, whatever the words say', () => {
  expect(read({ layers: 'none' }, 'the cup rises').motion.layers).toEqual([]);
});
