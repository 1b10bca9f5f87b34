import { expect, test } from 'vitest';
import type { StoredShot } from '../../protocol/index.ts';
import { newShot } from '../board/board.ts';
import { described, node, outline } from '../capture/testing/outline.ts';
import { readShot } from './read-shot.ts';

const frame = described(
  outline([
    node('title', [24, 60, 300, 34], { kind: 'text', text: 'Basket' }),
    node('cup', [24, 200, 160, 160]),
  ]),
);
const read = (direction: string, change: Partial<StoredShot> = {}) => {
  const shot = newShot(frame);
  return readShot({
    shot: { ...shot, ...change, caption: { ...shot.caption, direction } },
    frame,
    index: 0,
    count: 3,
    mood: 'crisp',
  });
};

test('the words become chips that say which words they came from', () => {
  const direction = 'the cup rises';
  const { motion, chips } = read(direction);
  expect(motion.layers).toMatchObject([{ effect: 'rise', layers: ['cup'] }]);
  const { words } = chips[0] ?? {};
  expect(direction.slice(words?.from, words?.to)).toContain('rises');
});

test('what was not understood is a note on just those words', () => {
  const direction = 'the cup rises with confetti';
  const { words } = read(direction).notes[0] ?? {};
  expect(direction.slice(words?.from, words?.to)).toContain('confetti');
});
