import { expect, test } from 'vitest';
import { described, node, outline } from '../capture/testing/outline.ts';
import { readShot } from '../derive/read-shot.ts';
import { newShot } from './board.ts';
import { carryMotion, namesOf } from './carry-motion.ts';

const text = (id: string, name: string, y: number) => ({
  ...node(id, [24, y, 300, 34], { kind: 'text', text: name }),
  name,
});
const first = described(
  outline([text('1', 'Headline', 60), text('2', 'Total', 200), text('3', 'Badge', 300)]),
);
const second = described(outline([text('8', 'Headline', 80), text('9', 'Total', 240)]));
const ask = { index: 0, count: 2, mood: 'crisp' } as const;

function copyOf(direction: string, motion?: object) {
  const made = newShot(first);
  const shot = { ...made, caption: { ...made.caption, direction }, variant: 2 as const };
  const reading = readShot({ ...ask, shot, frame: first });
  return { name: 'One', frame: first, shot, reading: { motion: { ...reading.motion, ...motion } } };
}

test('a shot with words gives its words and its reading', () => {
  const { change } = carryMotion(copyOf('the total rises'), { shot: newShot(second), frame: second });
  expect(change).toMatchObject({ caption: { direction: 'the total rises' }, variant: 2 });
  expect(change.carried).toBeUndefined();
});

test('a shot without words gives its motion, for the layers that are there, and names the others', () => {
  const layers = [
    { layers: ['1', '3'], phase: 'enter', effect: 'rise', at: 0, duration: 0.5, stagger: 0.1, by: 'order' },
  ];
  const { change, missing } = carryMotion(copyOf('', { layers }), { shot: newShot(second), frame: second });
  expect(missing).toEqual(['Badge']);
  const shot = { ...newShot(second), ...change };
  const { motion, chips } = readShot({ ...ask, shot, frame: second });
  expect(motion.layers).toMatchObject([{ layers: ['8'], effect: 'rise' }]);
  expect(chips).toMatchObject([{ id: 'carried', state: 'edited' }]);
});

test('words that are written afterwards stand over a motion that was carried over', () => {
  const { change } = carryMotion(copyOf('', { layers: [] }), { shot: newShot(second), frame: second });
  const shot = { ...newShot(second), ...change };
  const written = { ...shot, caption: { ...shot.caption, direction: 'the total rises' } };
  expect(readShot({ ...ask, shot: written, frame: second }).motion.layers).toMatchObject([{ layers: ['9'] }]);
});

test('many missing layers are counted', () => {
  expect(namesOf(['Badge'])).toBe('Badge');
  expect(namesOf(['A', 'B', 'C', 'D'])).toBe('A, B and 2 more');
});
