import { expect, test } from 'vitest';
import type { Start } from '../../protocol/index.ts';
import { newBoard, newShot, overLimit } from '../board/board.ts';
import type { Action } from './actions.ts';
import { reducer } from './reducer.ts';
import { emptySelection, initialState, type State, toStored } from './state.ts';

const start: Start = {
  protocol: 1,
  file: 'Ceramics shop',
  source: 'file-1',
  page: { id: '0:1', name: 'Flows' },
  editable: true,
  command: '',
  selection: emptySelection,
  board: null,
  boardPlace: 'file',
  boardProblem: null,
  token: null,
  settings: { width: 380, height: 680, format: null, fileUrl: null },
  renders: [],
};
const shot = (id: string) => ({ ...newShot({ id: `1:${id}`, name: `Frame ${id}` }), id });
const run = (state: State, ...actions: Action[]) => actions.reduce(reducer, state);
const ready = run(initialState, { type: 'started', start });
const three = run(ready, { type: 'add-shots', shots: [shot('a'), shot('b'), shot('c')], at: 0 });
const ids = (state: State) => state.history.present.shots.map(({ id }) => id).join('');

test('selecting something else never changes the board', () => {
  const selection = {
    ...emptySelection,
    frames: [{ id: '9:9', name: 'Other', size: { width: 1, height: 1 } }],
  };
  expect(run(three, { type: 'selected', selection }).history).toBe(three.history);
});

test('a board that follows the selection at opening is no edit: nothing to keep, nothing to undo', () => {
  const opened = run(ready, { type: 'add-shots', shots: [shot('a')], at: 0, unasked: true });
  expect(opened.touched).toBe(false);
  expect(opened.history.past).toHaveLength(0);
  expect(opened.active).toBe('a');
});

test('shots move, stop at either end, and an undo brings them back', () => {
  const moved = run(three, { type: 'move-shot', id: 'a', to: 9, at: 1 });
  expect(ids(moved)).toBe('bca');
  expect(ids(run(moved, { type: 'move-shot', id: 'a', to: -1, at: 2 }))).toBe('abc');
  expect(ids(run(moved, { type: 'undo' }))).toBe('abc');
  expect(ids(run(moved, { type: 'undo' }, { type: 'redo' }))).toBe('bca');
});

test('a shot that stays where it is makes no undo step', () => {
  expect(run(three, { type: 'move-shot', id: 'a', to: 0, at: 1 }).history).toBe(three.history);
});

test('a copy follows its original, with its words, and becomes the one in view', () => {
  const worded = run(three, {
    type: 'change-shot',
    id: 'b',
    change: { caption: { direction: 'push in', line: '', title: 'B' } },
    at: 1,
  });
  const copied = run(worded, { type: 'duplicate-shot', id: 'b', copyId: 'd', at: 2 });
  expect(ids(copied)).toBe('abdc');
  expect(copied.history.present.shots[2]?.caption.direction).toBe('push in');
  expect(copied.active).toBe('d');
});

test('removing the shot in view shows another one', () => {
  const removed = run(
    three,
    { type: 'set', values: { active: 'c' } },
    { type: 'remove-shot', id: 'c', at: 1 },
  );
  expect(ids(removed)).toBe('ab');
  expect(removed.active).toBe('a');
});

test('a board comes back as it was kept, with what the server gave it', () => {
  const sent = { id: '0190a5c2-0000-7000-8000-000000000001', revision: 3, origin: 'http://localhost:1' };
  const kept = toStored(run(three, { type: 'sent', sent: { storyboard: sent, render: 'r1' } }));
  const again = run(initialState, { type: 'started', start: { ...start, board: kept } });
  expect(toStored(again)).toEqual(kept);
  expect(again.touched).toBe(false);
});

test('undoing an edit leaves what the server knows alone', () => {
  const sent = { id: '0190a5c2-0000-7000-8000-000000000001', revision: 3, origin: 'http://localhost:1' };
  const state = run(three, { type: 'sent', sent: { storyboard: sent } }, { type: 'undo' });
  expect(ids(state)).toBe('');
  expect(state.sent.storyboard).toEqual(sent);
});

test('a new board takes the file’s name as its title and the format chosen last', () => {
  const format = { aspect: '9:16', resolution: 720, fps: 60, ground: 'design' } as const;
  const state = run(initialState, {
    type: 'started',
    start: { ...start, settings: { ...start.settings, format } },
  });
  expect(state.history.present).toEqual(newBoard('Ceramics shop', format));
});

test('the result of another render does not change the one on show', () => {
  const state = run(three, { type: 'update-result', render: 'other', values: { publishing: true } });
  expect(state).toBe(three);
});

test('61 frames are one too many, and the words say how many fit', () => {
  expect(overLimit(ready.history.present, 60)).toBeNull();
  expect(overLimit(ready.history.present, 61)).toBe(
    'A storyboard holds 60 shots: 61 frames are selected, 60 fit. Select fewer.',
  );
  expect(overLimit(three.history.present, 58)).toMatch('57 fit');
});

test('too many frames on the page are said without any being selected', () => {
  expect(overLimit(ready.history.present, 61, 'lie on this page')).toMatch(
    /holds 60 shots, and 61 frames lie on this page\. Select those/,
  );
});

test('a frame that was renamed renames its shots, after an undo too', () => {
  const renamed = run(
    three,
    { type: 'remove-shot', id: 'b', at: 1 },
    { type: 'renamed', frame: three.history.present.shots[1]?.frame ?? '', name: 'Basket' },
    { type: 'undo' },
  );
  expect(renamed.history.present.shots.map(({ name }) => name)[1]).toBe('Basket');
  expect(renamed.history.present.shots[0]).toBe(three.history.present.shots[0]);
});
