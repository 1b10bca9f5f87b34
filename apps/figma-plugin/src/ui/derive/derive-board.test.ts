import { expect, test } from 'vitest';
import { describeFrame, start } from '../../../test/fake-session.ts';
import { newShot } from '../board/board.ts';
import { createStore } from '../store/store.ts';
import { createDeriver } from './derive-board.ts';

/** A board of four frames, all described. */
function board() {
  const store = createStore();
  const derive = createDeriver();
  store.dispatch({ type: 'started', start });
  const ids = ['1:1', '1:2', '1:3', '1:4'];
  const shots = ids.map((id) => ({ ...newShot({ id, name: id }), id: `s${id.slice(-1)}` }));
  store.dispatch({ type: 'add-shots', shots, at: 0 });
  for (const id of ids) store.dispatch({ type: 'frame', id, known: { description: describeFrame(id) } });
  return { store, derive: () => derive(store.get()) };
}

test('a thumbnail that comes makes no other clip', () => {
  const { store, derive } = board();
  const before = derive();
  store.dispatch({ type: 'frame', id: '1:2', known: { thumbnail: 'blob:1' } });
  store.dispatch({ type: 'frame', id: '1:3', known: { stale: true } });
  expect(derive()).toBe(before);
});

test('words on one card are read for that card alone, so that the others need not be drawn again', () => {
  const { store, derive } = board();
  const before = derive();
  const caption = { direction: 'push in', line: '', title: '' };
  store.dispatch({ type: 'change-shot', id: 's2', change: { caption }, at: 1 });
  const after = derive();
  expect(after.readings[1]).not.toBe(before.readings[1]);
  expect(after.readings.filter((reading, index) => reading === before.readings[index])).toHaveLength(3);
  expect(after.transitions.every((one, index) => one === before.transitions[index])).toBe(true);
});

test('a length set by hand is told to the director', () => {
  const { store, derive } = board();
  store.dispatch({ type: 'change-shot', id: 's1', change: { duration: 9 }, at: 1 });
  expect(derive().readings[0]?.duration).toBe(9);
});
