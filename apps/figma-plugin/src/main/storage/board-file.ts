import { BOARD_VERSION, type StoredBoard, type StoredShot } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';
import { isScene } from '../nodes.ts';
import { find, keep } from './chunks.ts';
import { parseJson } from './json.ts';
import { isShot, readBoard } from './read-board.ts';

const BOARD = 'board';
const SHOTS = 'shots';

/** A shot's place in the order; `name` shows on a card whose frame is gone. */
interface Place {
  shot: string;
  frame: string;
  name: string;
}

/** Writes the order on the page and each frame's shots on the frame; shots of deleted frames go on the page. */
export async function keepInFile(figma: PluginAPI, board: StoredBoard): Promise<void> {
  const page = figma.currentPage;
  const before = placesOf(parseJson(find(page, BOARD) ?? '')).map((place) => place.frame);
  const byFrame = new Map<string, StoredShot[]>(before.map((frame) => [frame, []]));
  for (const shot of board.shots) byFrame.set(shot.frame, [...(byFrame.get(shot.frame) ?? []), shot]);
  const orphans: StoredShot[] = [];
  for (const [frame, shots] of byFrame) {
    const node = await figma.getNodeByIdAsync(frame);
    if (isScene(node)) keep(node, SHOTS, shots.length > 0 ? JSON.stringify(shots) : '');
    else orphans.push(...shots);
  }
  const order: Place[] = board.shots.map(({ id, frame, name }) => ({ shot: id, frame, name }));
  keep(page, BOARD, JSON.stringify({ ...board, shots: undefined, order, orphans }));
}

/** What was found in the file: a board, nothing, or words about what could not be read. */
export interface FoundBoard {
  board: StoredBoard | null;
  problem: string | null;
}

export async function findInFile(figma: PluginAPI): Promise<FoundBoard> {
  const text = find(figma.currentPage, BOARD);
  if (text === '') return { board: null, problem: null };
  const entry = text === null ? null : parseJson(text);
  if (!isFields(entry)) return damaged('The storyboard kept in this page is damaged');
  if (typeof entry.version === 'number' && entry.version > BOARD_VERSION)
    return damaged('The storyboard kept in this page is from a newer version of the plugin');
  const orphans = Array.isArray(entry.orphans) ? entry.orphans.filter(isShot) : [];
  const shots: StoredShot[] = [];
  for (const place of placesOf(entry)) shots.push(await shotAt(figma, place, orphans));
  const board = readBoard({ ...entry, shots });
  return board ? { board, problem: null } : damaged('The storyboard kept in this page cannot be read');
}

async function shotAt(figma: PluginAPI, place: Place, orphans: readonly StoredShot[]): Promise<StoredShot> {
  const node = await figma.getNodeByIdAsync(place.frame);
  const kept = isScene(node) ? parseJson(find(node, SHOTS) ?? '') : null;
  const shots = Array.isArray(kept) ? kept.filter(isShot) : orphans;
  const shot = shots.find(({ id }) => id === place.shot) ?? emptyShot(place);
  return { ...shot, frame: place.frame, name: isScene(node) ? node.name : place.name };
}

function emptyShot({ shot, frame, name }: Place): StoredShot {
  const caption = { direction: '', line: '', title: '' };
  return { id: shot, frame, name, caption, duration: null, motion: null, transition: null, rendered: null };
}

function damaged(what: string): FoundBoard {
  return { board: null, problem: `${what}. A new one is begun and replaces it once you add a frame.` };
}

function placesOf(entry: unknown): Place[] {
  if (!isFields(entry) || !Array.isArray(entry.order)) return [];
  return entry.order.filter(
    (place): place is Place =>
      isFields(place) &&
      typeof place.shot === 'string' &&
      typeof place.frame === 'string' &&
      typeof place.name === 'string',
  );
}
