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
    version: 3,
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

test('a shot of version 2 is made exactly, as it was', () => {
  const { engine: _, ask: __, scene: ___, takes: ____, ...two } = readBoard(old)?.shots[0] ?? fail();
  const [read] = readBoard({ ...old, version: 2, shots: [two] })?.shots ?? [];
  expect(read).toEqual({ ...two, engine: 'motion', ask: null, scene: null, takes: [] });
});

const ask = {
  model: 'wan-2.2',
  from: { kind: 'still', fit: 'crop' },
  seconds: 4,
  variations: 2,
  chosen: 1,
  take: 0,
  characters: [],
  sound: false,
  trimStart: 0,
  loop: false,
};

test('a generated shot comes back as it was kept, one whose settings cannot be read does not', () => {
  const take = { generation: 'g', variation: 1, engine: 'videos', ask, words: 'steam', inputs: 'i' };
  const scene = { generation: 'g', model: 'image', prompt: 'a table', still: 'a', width: 10, height: 10 };
  const made = { ...readBoard(old)?.shots[0], frame: null, engine: 'videos', ask, scene, takes: [take] };
  const shots = [
    made,
    { ...made, ask: { ...ask, seconds: 'long' } },
    { ...made, ask: { ...ask, from: { kind: 'dream' } } },
    { ...made, scene: { ...scene, width: null } },
    { ...made, takes: [{ ...take, ask: null }] },
  ];
  expect(readBoard({ ...old, version: 3, shots })?.shots).toEqual([made]);
});

function fail(): never {
  throw new Error('the board of version 1 has no shot');
}
