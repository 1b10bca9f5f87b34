import { clipSeconds, type Storyboard, shotStarts } from './storyboard.ts';

/** A stretch of the clip, in seconds. */
export interface TimedText {
  start: number;
  end: number;
  text: string;
}

/** Each shot as a chapter: its title, else its frame's name. */
export function chaptersOf(board: Pick<Storyboard, 'shots'>): TimedText[] {
  return timed(board, (shot) => shot.caption.title.trim() || shot.source.name.trim() || 'Untitled');
}

/** The lines that viewers read, where one was written. */
export function linesOf(board: Pick<Storyboard, 'shots'>): TimedText[] {
  return timed(board, (shot) => shot.caption.line.trim()).filter(({ text }) => text);
}

function timed(
  board: Pick<Storyboard, 'shots'>,
  textOf: (shot: Storyboard['shots'][number]) => string,
): TimedText[] {
  const starts = shotStarts(board.shots);
  const end = clipSeconds(board.shots);
  return board.shots.map((shot, index) => ({
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? end,
    text: textOf(shot),
  }));
}
