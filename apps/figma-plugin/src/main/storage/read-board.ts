import { BOARD_VERSION, type StoredBoard, type StoredShot } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';

/** Kept by a newer plugin, whose boards this one must neither read nor replace. */
export function isNewer(value: unknown): boolean {
  return isFields(value) && typeof value.version === 'number' && value.version > BOARD_VERSION;
}

/** Reads a board that this plugin wrote, here or in another version; null where it is none. */
export function readBoard(value: unknown): StoredBoard | null {
  if (!isFields(value) || value.version !== BOARD_VERSION || !Array.isArray(value.shots)) return null;
  const { title, format, shots, storyboard, render } = value;
  if (typeof title !== 'string' || !isFormat(format)) return null;
  return {
    version: BOARD_VERSION,
    title,
    format,
    shots: shots.flatMap((shot) => (isShot(shot) ? [shot] : [])),
    storyboard: isStoryboard(storyboard) ? storyboard : null,
    render: typeof render === 'string' ? render : null,
  };
}

export function isShot(value: unknown): value is StoredShot {
  return (
    isFields(value) &&
    typeof value.id === 'string' &&
    typeof value.frame === 'string' &&
    typeof value.name === 'string' &&
    isCaption(value.caption) &&
    (value.duration === null || typeof value.duration === 'number') &&
    (value.motion === null || isFields(value.motion)) &&
    (value.transition === null || isFields(value.transition)) &&
    (value.rendered === null || typeof value.rendered === 'string')
  );
}

function isCaption(value: unknown): boolean {
  return isFields(value) && ['direction', 'line', 'title'].every((name) => typeof value[name] === 'string');
}

function isFormat(value: unknown): value is StoredBoard['format'] {
  return (
    isFields(value) &&
    typeof value.aspect === 'string' &&
    typeof value.resolution === 'number' &&
    typeof value.fps === 'number'
  );
}

function isStoryboard(value: unknown): value is NonNullable<StoredBoard['storyboard']> {
  return (
    isFields(value) &&
    typeof value.id === 'string' &&
    typeof value.revision === 'number' &&
    typeof value.origin === 'string'
  );
}
