import { BOARD_VERSION, type StoredBoard, type StoredShot } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';
import { isAsk, isScene, isTake } from './generation-fields.ts';
import { shotFromVersion1 } from './shot-version-1.ts';
import { shotFromVersion2 } from './shot-version-2.ts';

/** Kept by a newer plugin, whose boards this one must neither read nor replace. */
export function isNewer(value: unknown): boolean {
  return isFields(value) && typeof value.version === 'number' && value.version > BOARD_VERSION;
}

/** Reads a board that this plugin wrote, in this version or an older one; null where it is none. */
export function readBoard(value: unknown): StoredBoard | null {
  if (!isFields(value) || isNewer(value) || typeof value.version !== 'number') return null;
  const { title, format, mood, loop, lines, shots, storyboard, render } = value;
  if (typeof title !== 'string' || !isFormat(format) || !Array.isArray(shots)) return null;
  return {
    version: BOARD_VERSION,
    title,
    format: { ...format, ground: format.ground === 'transparent' ? 'transparent' : 'design' },
    mood: isMood(mood) ? mood : 'crisp',
    loop: loop === true,
    lines: isFields(lines) && lines.burnIn === true ? { burnIn: true } : { burnIn: false },
    shots: shotsIn(shots),
    storyboard: isStoryboard(storyboard) ? storyboard : null,
    render: typeof render === 'string' ? render : null,
  };
}

/** The shots among some values, those of an older version brought to this one's form. */
export function shotsIn(values: unknown): StoredShot[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value) => {
    const shot = shotFromVersion2(shotFromVersion1(value));
    return isShot(shot) ? [shot] : [];
  });
}

function isShot(value: unknown): value is StoredShot {
  return (
    isFields(value) &&
    typeof value.id === 'string' &&
    (value.frame === null || typeof value.frame === 'string') &&
    typeof value.name === 'string' &&
    isCaption(value.caption) &&
    (value.duration === null || typeof value.duration === 'number') &&
    Array.isArray(value.chips) &&
    value.chips.every(isChipEdit) &&
    (value.variant === 0 || value.variant === 1 || value.variant === 2 || value.variant === 3) &&
    (value.transition === null || isFields(value.transition)) &&
    (value.rendered === null || typeof value.rendered === 'string') &&
    (value.engine === 'motion' || value.engine === 'videos' || value.engine === 'vendors') &&
    (value.ask === null || isAsk(value.ask)) &&
    (value.scene === null || isScene(value.scene)) &&
    Array.isArray(value.takes) &&
    value.takes.every(isTake)
  );
}

function isChipEdit(value: unknown): boolean {
  if (!isFields(value) || typeof value.id !== 'string') return false;
  const { set, removed } = value;
  if (removed !== undefined && removed !== true) return false;
  if (set === undefined) return true;
  return isFields(set) && Object.keys(set).every((name) => typeof set[name] === 'string');
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

function isMood(value: unknown): value is StoredBoard['mood'] {
  return value === 'calm' || value === 'crisp' || value === 'playful';
}

function isStoryboard(value: unknown): value is NonNullable<StoredBoard['storyboard']> {
  return (
    isFields(value) &&
    typeof value.id === 'string' &&
    typeof value.revision === 'number' &&
    typeof value.origin === 'string'
  );
}
