import { expect, test } from 'vitest';
import { readBoard } from './read-board.ts';

const shot = {
  id: 'a',
  frame: '1:1',
  name: 'Home',
  caption: { direction: 'slowly', line: '', title: '' },
  duration: null,
  motion: { camera: 'push-in', layers: 'none' },
  transition: { kind: 'slide', direction: 'left', duration: 0.5 },
  rendered: null,
};
const old = {
  version: 1,
  title: 'Launch',
  format: { aspect: '16:9', resolution: 720, fps: 30 },
  shots: [shot],
  storyboard: null,
  render: null,
};

test('a board of version 1 goes on: motion chosen by hand as words, slides as they are called now', () => {
  expect(readBoard(old)).toMatchObject({
    version: 2,
    format: { ground: 'design' },
    mood: 'crisp',
    loop: false,
    lines: { burnIn: false },
    shots: [
      {
        caption: { direction: 'slowly. Push in. No layer moves' },
        chips: [],
        variant: 0,
        transition: { kind: 'slide-in' },
      },
    ],
  });
  expect(readBoard(old)?.shots[0]).not.toHaveProperty('motion');
});

test('a shot of version 1 without a choice of its own keeps its words as they are', () => {
  const [read] = readBoard({ ...old, shots: [{ ...shot, motion: null }] })?.shots ?? [];
  expect(read?.caption.direction).toBe('slowly');
});

test('a shot with damaged changes by hand is left out, the others stay', () => {
  const kept = { ...readBoard(old)?.shots[0], id: 'b' };
  const shots = [{ ...kept, chips: [{ id: 'camera', set: { pace: 3 } }] }, { ...kept, variant: 7 }, kept];
  expect(readBoard({ ...old, version: 2, shots })?.shots).toHaveLength(1);
});
