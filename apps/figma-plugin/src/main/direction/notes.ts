import type { Rect } from '@animatic/schema';

/** Page pixels between a frame and a note that belongs to it. */
export const NOTE_REACH = 120;

export interface Placed {
  id: string;
  box: Rect;
}

/**
 * The notes of one frame: texts right below it or beside it, within reach, that lie nearer to it than to any other.
 *
 * @param texts text nodes on the same page or section, in no frame
 * @param others the other frames there
 */
export function notesFor<T extends Placed>(
  frame: Placed,
  texts: readonly T[],
  others: readonly Placed[],
): T[] {
  return texts
    .flatMap((text) => {
      const gap = noteGap(frame.box, text.box);
      if (gap === null) return [];
      const nearer = others.some((other) => {
        const otherGap = noteGap(other.box, text.box);
        return other.id !== frame.id && otherGap !== null && otherGap < gap;
      });
      return nearer ? [] : [{ text, gap }];
    })
    .sort((a, b) => a.gap - b.gap)
    .map(({ text }) => text);
}

/** Page pixels from the frame's edge to a note below or beside it; null where it is neither, or out of reach. */
function noteGap(frame: Rect, note: Rect): number | null {
  const below = note.y - (frame.y + frame.height);
  const left = frame.x - (note.x + note.width);
  const right = note.x - (frame.x + frame.width);
  const sharesColumn = note.x < frame.x + frame.width && note.x + note.width > frame.x;
  const sharesRow = note.y < frame.y + frame.height && note.y + note.height > frame.y;
  const gap = sharesColumn ? below : sharesRow ? Math.max(left, right) : null;
  // A pixel of overlap still counts as touching: notes are dragged by hand.
  return gap !== null && gap >= -1 && gap <= NOTE_REACH ? Math.max(0, gap) : null;
}
