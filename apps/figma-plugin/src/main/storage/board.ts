import type { BoardPlace, StoredBoard } from '../../protocol/board.ts';
import { PluginFailure } from '../failure.ts';
import { type FoundBoard, findInFile, keepInFile, NEWER } from './board-file.ts';
import { findOnDevice, keepOnDevice, pageKey, prune } from './device.ts';
import { isEditable, noteEditable, seemsEditable } from './editable.ts';
import { isNewer, readBoard } from './read-board.ts';
import { keepSource } from './source.ts';

const SUBJECT = 'board';

/**
 * Keeps the board in the file, or on this device where the file cannot be edited.
 *
 * @throws PluginFailure `newer-board` where one of a newer plugin would be lost
 */
export async function keepBoard(
  figma: PluginAPI,
  board: StoredBoard,
  page: PageNode = figma.currentPage,
): Promise<BoardPlace> {
  const editable = isEditable(figma);
  await noteEditable(figma, editable);
  if (editable) {
    await keepInFile(figma, board, page);
    await keepSource(figma);
    return 'file';
  }
  const key = pageKey(figma, SUBJECT, page);
  if (isNewer(await findOnDevice(figma, key))) throw new PluginFailure('newer-board', NEWER);
  await prune(figma, SUBJECT);
  await keepOnDevice(figma, key, board);
  return 'device';
}

/** The page's board: in a view-only file the one on this device goes before the file's own. */
export async function findBoard(figma: PluginAPI): Promise<FoundBoard & { place: BoardPlace }> {
  const editable = await seemsEditable(figma);
  const kept = await findOnDevice(figma, pageKey(figma, SUBJECT));
  if (!editable && isNewer(kept)) return { board: null, problem: NEWER, place: 'device' };
  const onDevice = readBoard(kept);
  if (!editable && onDevice) return { board: onDevice, problem: null, place: 'device' };
  const inFile = await findInFile(figma);
  if (inFile.board || inFile.problem || !onDevice) return { ...inFile, place: editable ? 'file' : 'device' };
  return { board: onDevice, problem: null, place: 'device' };
}
