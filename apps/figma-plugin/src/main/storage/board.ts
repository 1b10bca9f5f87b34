import type { BoardPlace, StoredBoard } from '../../protocol/board.ts';
import { type FoundBoard, findInFile, keepInFile } from './board-file.ts';
import { findOnDevice, keepOnDevice, pageKey, prune } from './device.ts';
import { isEditable, noteEditable, seemsEditable } from './editable.ts';
import { readBoard } from './read-board.ts';
import { keepSource } from './source.ts';

const SUBJECT = 'board';

/** Keeps the board in the file, or on this device where the file cannot be edited. */
export async function keepBoard(
  figma: PluginAPI,
  board: StoredBoard,
  page: PageNode = figma.currentPage,
): Promise<BoardPlace> {
  const editable = isEditable(figma);
  await noteEditable(figma, editable);
  if (editable) {
    await keepSource(figma);
    await keepInFile(figma, board, page);
    return 'file';
  }
  await prune(figma, SUBJECT);
  await keepOnDevice(figma, pageKey(figma, SUBJECT, page), board);
  return 'device';
}

/** The page's board: in a view-only file the one on this device goes before the file's own. */
export async function findBoard(figma: PluginAPI): Promise<FoundBoard & { place: BoardPlace }> {
  const editable = await seemsEditable(figma);
  const onDevice = readBoard(await findOnDevice(figma, pageKey(figma, SUBJECT)));
  if (!editable && onDevice) return { board: onDevice, problem: null, place: 'device' };
  const inFile = await findInFile(figma);
  if (inFile.board || inFile.problem || !onDevice) return { ...inFile, place: editable ? 'file' : 'device' };
  return { board: onDevice, problem: null, place: 'device' };
}
