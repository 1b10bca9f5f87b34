import type { Chip, ChipOption } from '@animatic/director';
import type { ChipEdit } from '../../protocol/index.ts';

/** Sets an option of a chip by hand, beside what was changed of it before. */
export function setOption(
  edits: readonly ChipEdit[],
  chip: Pick<Chip, 'id'>,
  name: ChipOption['name'],
  value: string,
): ChipEdit[] {
  const before = edits.find(({ id }) => id === chip.id);
  return [...without(edits, chip), { id: chip.id, set: { ...before?.set, [name]: value } }];
}

/** Takes a chip's motion out of the shot; its words stay. */
export function removeChip(edits: readonly ChipEdit[], chip: Pick<Chip, 'id'>): ChipEdit[] {
  const before = edits.find(({ id }) => id === chip.id);
  return [...without(edits, chip), { ...before, id: chip.id, removed: true }];
}

/** A removed chip as it was before. */
export function restoreChip(edits: readonly ChipEdit[], chip: Pick<Chip, 'id'>): ChipEdit[] {
  const set = edits.find(({ id }) => id === chip.id)?.set;
  return [...without(edits, chip), ...(set ? [{ id: chip.id, set }] : [])];
}

/** As the words, or taste, have it. */
export function without(edits: readonly ChipEdit[], chip: Pick<Chip, 'id'>): ChipEdit[] {
  return edits.filter(({ id }) => id !== chip.id);
}
