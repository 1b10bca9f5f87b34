import { expect, test } from 'vitest';
import { removeChip, restoreChip, setOption, without } from './chip-edits.ts';

const chip = { id: 'camera:1:2' };

test('options set one after the other stand together', () => {
  const once = setOption([{ id: 'other', removed: true }], chip, 'move', 'pull-out');
  expect(setOption(once, chip, 'pace', 'slow')).toEqual([
    { id: 'other', removed: true },
    { id: 'camera:1:2', set: { move: 'pull-out', pace: 'slow' } },
  ]);
});

test('a chip that was removed comes back as it was changed before', () => {
  const edits = setOption([], chip, 'pace', 'slow');
  const removed = removeChip(edits, chip);
  expect(removed).toEqual([{ id: chip.id, set: { pace: 'slow' }, removed: true }]);
  expect(restoreChip(removed, chip)).toEqual(edits);
  expect(restoreChip(removeChip([], chip), chip)).toEqual([]);
  expect(without(removed, chip)).toEqual([]);
});

test('an option that is set again after a removal brings the chip back', () => {
  expect(setOption(removeChip([], chip), chip, 'pace', 'slow')).toEqual([
    { id: chip.id, set: { pace: 'slow' } },
  ]);
});
