import { expect, test } from 'vitest';
import type { StoredShot } from '../../protocol/index.ts';
import { newShot, newWordsShot } from '../board/board.ts';
import { ask, takeOf } from '../testing/generation-facts.ts';
import { askedOf, currentTakes } from './shot-generation.ts';

const size = { width: 390, height: 844 };
const pictureOf = ({ frame }: StoredShot) =>
  frame === null ? null : { size, still: { ...size, tiles: [{ still: frame, x: 0, y: 0, ...size }] } };
const made = (id: string, change: Partial<StoredShot> = {}): StoredShot => ({
  ...newShot({ id: `frame ${id}`, name: id }),
  id,
  engine: 'videos',
  ask,
  caption: { direction: `words of ${id}`, line: '', title: '' },
  ...change,
});
const inputsOf = (shots: StoredShot[], index: number) => {
  const asked = askedOf(shots, index, pictureOf);
  return asked && 'inputs' in asked ? asked.inputs : asked;
};

test('a shot starts from its own picture, one between two frames also from the next one’s', () => {
  const between = made('a', { ask: { ...ask, from: { kind: 'between', fit: 'crop' } } });
  expect(inputsOf([made('a')], 0)).toBe('frame a');
  expect(inputsOf([between, made('b')], 0)).toBe('frame a frame b');
  expect(inputsOf([between], 0)).toMatchObject({ problem: expect.stringContaining('no next frame') });
});

test('a shot that goes on is another one where what it goes on from would be asked for anew, not where that is made', () => {
  const on = made('b', { frame: null, ask: { ...ask, from: { kind: 'extend' } } });
  const before = made('a');
  const first = inputsOf([before, on], 1);
  const taken = { ...before, takes: [takeOf(1, 'frame a')] };
  expect(inputsOf([taken, on], 1)).toBe(first);
  expect(inputsOf([{ ...before, ask: { ...ask, take: 1 } }, on], 1)).not.toBe(first);
  expect(inputsOf([{ ...before, frame: 'another' }, on], 1)).not.toBe(first);
});

test('the takes of now are those that the same wish asked for; cutting changes nothing of it', () => {
  const take = takeOf(0, 'frame a', { words: 'words of a' });
  const shot = made('a', { takes: [take, takeOf(1, 'frame a', { words: 'older words' })] });
  expect(currentTakes(shot, 'frame a')).toEqual([take]);
  const cut = { ...shot, ask: { ...ask, trimStart: 2, loop: true, chosen: 1 } };
  expect(currentTakes(cut, 'frame a')).toEqual([take]);
  expect(currentTakes(shot, 'frame b')).toEqual([]);
});

test('one that was asked for again stands for the older one', () => {
  const words = 'words of a';
  const takes = [takeOf(5, 'frame a', { words }), takeOf(2, 'frame a', { words })];
  expect(currentTakes(made('a', { takes }), 'frame a')).toEqual([takes[0]]);
});

test('words alone need words', () => {
  const shot = {
    ...newWordsShot(),
    engine: 'videos' as const,
    ask: { ...ask, from: { kind: 'words' as const } },
  };
  expect(askedOf([shot], 0, pictureOf)).toEqual({ problem: 'Say in words what is to be seen.' });
});
