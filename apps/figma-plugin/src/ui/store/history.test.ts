import { expect, test } from 'vitest';
import { commit, redo, startHistory, undo } from './history.ts';

test('an edit can be undone and redone', () => {
  const edited = commit(startHistory('a'), 'b', null, 0);
  expect(undo(edited).present).toBe('a');
  expect(redo(undo(edited)).present).toBe('b');
});

test('a run of typing is one step back, a pause begins another', () => {
  let history = startHistory('');
  history = commit(history, 'p', 'direction', 1000);
  history = commit(history, 'pu', 'direction', 1200);
  history = commit(history, 'pus', 'direction', 9000);
  expect(undo(history).present).toBe('pu');
  expect(undo(undo(history)).present).toBe('');
});

test('typing in another field begins another step', () => {
  const first = commit(startHistory('a'), 'b', 'direction:s1', 0);
  const second = commit(first, 'c', 'direction:s2', 10);
  expect(undo(second).present).toBe('b');
});

test('an edit after an undo forgets what was undone', () => {
  const history = commit(undo(commit(startHistory('a'), 'b', null, 0)), 'c', null, 1);
  expect(redo(history).present).toBe('c');
  expect(undo(history).present).toBe('a');
});

test('what changes nothing makes no step', () => {
  const history = startHistory('a');
  expect(commit(history, 'a', null, 5)).toBe(history);
});

test('undoing nothing leaves all as it is', () => {
  const history = startHistory('a');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});
