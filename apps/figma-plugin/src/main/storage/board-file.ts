import type { StoredBoard, StoredShot } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import { isScene } from '../nodes.ts';
import { pageFrames } from '../selection/read-selection.ts';
import { find, keep } from './chunks.ts';
import { parseJson } from './json.ts';
import { isNewer, readBoard, shotsIn } from './read-board.ts';

const BOARD = 'board';
const SHOTS = 'shots';
/** Said when it is opened, and each time it would be replaced. */
export const NEWER =
  'This page’s storyboard was made with a newer version of the plugin and is left as it is. Update the plugin to open it; until then nothing here is saved.';

/** A shot's place in the order; `name` shows on a card whose frame is gone. */
interface Place {
  shot: string;
  /** Null: a shot of words. */
  frame: string | null;
  name: string;
}

/**
 * Writes the order on the page and each frame's shots on the frame; shots of deleted frames and of words go on the page.
 *
 * @throws PluginFailure `newer-board` where a newer plugin's board stands on the page: it is left as it is
 */
export async function keepInFile(
  figma: PluginAPI,
  board: StoredBoard,
  page: PageNode = figma.currentPage,
): Promise<void> {
  const known = parseJson(find(page, BOARD) ?? '');
  if (isNewer(known)) throw new PluginFailure('newer-board', NEWER);
  // A copied page names the frames of its original: what stands on those is not this board's to take away.
  const before = isOf(known, page) ? placesOf(known).flatMap(({ frame }) => frame ?? []) : [];
  const byFrame = new Map<string, StoredShot[]>(before.map((frame) => [frame, []]));
  const orphans: StoredShot[] = [];
  for (const shot of board.shots)
    if (shot.frame === null) orphans.push(shot);
    else byFrame.set(shot.frame, [...(byFrame.get(shot.frame) ?? []), shot]);
  const nodes = new Map<string, BaseNode | null>();
  for (const frame of byFrame.keys()) nodes.set(frame, await figma.getNodeByIdAsync(frame));
  // From here on without a pause: a plugin that is closed in the middle would leave half a board.
  for (const [frame, shots] of byFrame) {
    const node = nodes.get(frame) ?? null;
    if (isScene(node)) keep(node, SHOTS, shots.length > 0 ? JSON.stringify(shots) : '');
    else orphans.push(...shots);
  }
  const order: Place[] = board.shots.map(({ id, frame, name }) => ({ shot: id, frame, name }));
  keep(page, BOARD, JSON.stringify({ ...board, shots: undefined, page: page.id, order, orphans }));
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
  if (isNewer(entry)) return { board: null, problem: NEWER };
  const orphans = shotsIn(entry.orphans);
  const shots: StoredShot[] = [];
  const copies = isOf(entry, figma.currentPage) ? null : copiedShots(figma.currentPage);
  for (const place of placesOf(entry)) {
    const frame = copies?.get(place.shot) ?? place.frame;
    const shot = await shotAt(figma, { ...place, frame }, orphans);
    // A copy is a board of its own, with renders of its own.
    shots.push(copies ? { ...shot, rendered: null } : shot);
  }
  const sent = copies ? { storyboard: null, render: null } : {};
  const board = readBoard({ ...entry, ...sent, shots });
  return board ? { board, problem: null } : damaged('The storyboard kept in this page cannot be read');
}

/** False for a board that came along with a copy of its page. Boards without a page's id are older than this rule. */
function isOf(entry: unknown, page: PageNode): boolean {
  return !isFields(entry) || entry.page === undefined || entry.page === page.id;
}

/** On a copied page: the frame that carries each shot. */
function copiedShots(page: PageNode): Map<string, string> {
  const frames = new Map<string, string>();
  for (const node of pageFrames(page)) {
    for (const shot of shotsIn(parseJson(find(node, SHOTS) ?? ''))) frames.set(shot.id, node.id);
  }
  return frames;
}

async function shotAt(figma: PluginAPI, place: Place, orphans: readonly StoredShot[]): Promise<StoredShot> {
  const node = place.frame === null ? null : await figma.getNodeByIdAsync(place.frame);
  const kept = isScene(node) ? parseJson(find(node, SHOTS) ?? '') : null;
  const shots = Array.isArray(kept) ? shotsIn(kept) : orphans;
  const shot = shots.find(({ id }) => id === place.shot) ?? emptyShot(place);
  return { ...shot, frame: place.frame, name: isScene(node) ? node.name : place.name };
}

function emptyShot({ shot, frame, name }: Place): StoredShot {
  const caption = { direction: '', line: '', title: '' };
  return {
    id: shot,
    frame,
    name,
    caption,
    duration: null,
    chips: [],
    variant: 0,
    transition: null,
    rendered: null,
    engine: 'motion',
    ask: null,
    scene: null,
    takes: [],
  };
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
      (place.frame === null || typeof place.frame === 'string') &&
      typeof place.name === 'string',
  );
}
