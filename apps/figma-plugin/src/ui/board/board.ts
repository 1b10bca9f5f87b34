import { type Format, type Lines, MAX_SHOTS, type Mood } from '@animatic/schema';
import type { FrameOffer, StoredBoard, StoredShot } from '../../protocol/index.ts';

/** What the designer edits and can undo: a stored board without what the server gave it. */
export interface Board {
  title: string;
  format: Format;
  mood: Mood;
  loop: boolean;
  lines: Lines;
  shots: StoredShot[];
}

/** What one dial or switch sets for the whole clip. */
export type ClipChoice = Partial<Pick<Board, 'mood' | 'loop' | 'lines'>>;

/** What the server made of the board; an undo leaves it alone. */
export type Sent = Pick<StoredBoard, 'storyboard' | 'render'>;

export const defaultFormat: Format = { aspect: '16:9', resolution: 1080, fps: 30, ground: 'design' };

/** A board without a shot. */
export function newBoard(title: string, format: Format = defaultFormat): Board {
  return { title, format, mood: 'crisp', loop: false, lines: { burnIn: false }, shots: [] };
}

/** What a shot is called: its title, else its frame's name, else its first words. */
export function nameOf({ caption, frame, name }: Pick<StoredShot, 'caption' | 'frame' | 'name'>): string {
  const words = frame === null ? caption.direction.trim().slice(0, 60) : '';
  return caption.title || words || name.slice(0, 300);
}

/** The frames that shots are made of, each once. */
export function framesOn(shots: readonly Pick<StoredShot, 'frame'>[]): string[] {
  return [...new Set(shots.flatMap(({ frame }) => frame ?? []))];
}

/** A shot id of 60 random bits, as the document's `localIdSchema` wants it. */
export function newShotId(): string {
  const random = crypto.getRandomValues(new Uint8Array(8));
  return `s${Array.from(random, (byte) => (byte % 36).toString(36)).join('')}${Date.now().toString(36)}`;
}

/** A card for a frame that nobody has written on yet: without a title of its own it is called as the frame is, which never directs. */
export function newShot(frame: Pick<FrameOffer, 'id' | 'name'>): StoredShot {
  return { ...blankShot(), frame: frame.id, name: frame.name };
}

/** A card of words alone, which a model makes footage of. */
export function newWordsShot(direction = ''): StoredShot {
  return { ...blankShot(), caption: { direction, line: '', title: '' } };
}

function blankShot(): StoredShot {
  return {
    id: newShotId(),
    frame: null,
    name: 'Shot of words',
    caption: { direction: '', line: '', title: '' },
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

/**
 * How many of these frames still fit, in words where they do not.
 *
 * @example overLimit(board, 61) // 'A storyboard holds 60 shots, …'
 */
export function overLimit(
  board: Board,
  adding: number,
  where: 'are selected' | 'lie on this page' = 'are selected',
): string | null {
  const room = MAX_SHOTS - board.shots.length;
  if (adding <= room) return null;
  const selected = `${adding} frames ${where}`;
  if (where === 'lie on this page')
    return `A storyboard holds ${MAX_SHOTS} shots, and ${selected}. Select those that tell the story.`;
  return room === 0
    ? `A storyboard holds ${MAX_SHOTS} shots, and this one is full. Remove some to add others.`
    : `A storyboard holds ${MAX_SHOTS} shots: ${selected}, ${room} ${room === 1 ? 'fits' : 'fit'}. Select fewer.`;
}

export function addShots(board: Board, shots: StoredShot[]): Board {
  return { ...board, shots: [...board.shots, ...shots] };
}

export function removeShot(board: Board, id: string): Board {
  return { ...board, shots: board.shots.filter((shot) => shot.id !== id) };
}

/** The copy follows its original; `copyId` comes from outside so that the same action gives the same board. */
export function duplicateShot(board: Board, id: string, copyId: string): Board {
  return {
    ...board,
    shots: board.shots.flatMap((shot) => (shot.id === id ? [shot, { ...shot, id: copyId }] : [shot])),
  };
}

/** Follows the shot of that id; last where there is none. */
export function insertShot(board: Board, after: string, shot: StoredShot): Board {
  const at = board.shots.findIndex(({ id }) => id === after);
  return { ...board, shots: board.shots.toSpliced(at < 0 ? board.shots.length : at + 1, 0, shot) };
}

/** Moves a shot to an index counted without it; an index past either end stops there. */
export function moveShot(board: Board, id: string, to: number): Board {
  const moved = board.shots.find((shot) => shot.id === id);
  if (!moved) return board;
  const others = board.shots.filter((shot) => shot.id !== id);
  const index = Math.max(0, Math.min(others.length, to));
  if (board.shots[index]?.id === id) return board;
  return { ...board, shots: others.toSpliced(index, 0, moved) };
}

export function changeShot(board: Board, id: string, change: Partial<StoredShot>): Board {
  return { ...board, shots: board.shots.map((shot) => (shot.id === id ? { ...shot, ...change } : shot)) };
}
