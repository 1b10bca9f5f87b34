import type { Draft } from './draft.ts';
import { frame, vector } from './nodes.ts';

/** Our own line icons on a 24 px grid, 1.5 px strokes; absolute M, L, C, Z only. */
const ICONS = {
  search:
    'M17 11C17 14.31 14.31 17 11 17C7.69 17 5 14.31 5 11C5 7.69 7.69 5 11 5C14.31 5 17 7.69 17 11ZM15.3 15.3L19.5 19.5',
  bag: 'M5.5 8.5L18.5 8.5L19.5 19.5L4.5 19.5L5.5 8.5ZM8.5 10.5L8.5 7.5C8.5 5.57 10.07 4 12 4C13.93 4 15.5 5.57 15.5 7.5L15.5 10.5',
  heart:
    'M12 19.5C12 19.5 4 15 4 9.3C4 6.9 5.9 5 8.2 5C9.8 5 11.2 5.9 12 7.2C12.8 5.9 14.2 5 15.8 5C18.1 5 20 6.9 20 9.3C20 15 12 19.5 12 19.5Z',
  home: 'M4.5 10.5L12 4.5L19.5 10.5L19.5 19.5L14.5 19.5L14.5 14L9.5 14L9.5 19.5L4.5 19.5L4.5 10.5Z',
  grid: 'M4.5 4.5L10 4.5L10 10L4.5 10L4.5 4.5ZM14 4.5L19.5 4.5L19.5 10L14 10L14 4.5ZM4.5 14L10 14L10 19.5L4.5 19.5L4.5 14ZM14 14L19.5 14L19.5 19.5L14 19.5L14 14Z',
  user: 'M15.5 8C15.5 9.93 13.93 11.5 12 11.5C10.07 11.5 8.5 9.93 8.5 8C8.5 6.07 10.07 4.5 12 4.5C13.93 4.5 15.5 6.07 15.5 8ZM5 19.5C5 16.5 8 14.5 12 14.5C16 14.5 19 16.5 19 19.5',
  back: 'M14.5 5.5L8 12L14.5 18.5',
  chevron: 'M9.5 5.5L16 12L9.5 18.5',
  down: 'M6 9.5L12 15.5L18 9.5',
  arrow: 'M4.5 12L19.5 12M13.5 6L19.5 12L13.5 18',
  plus: 'M12 6L12 18M6 12L18 12',
  minus: 'M6 12L18 12',
  check: 'M5.5 12.5L10 17L18.5 7.5',
  close: 'M6.5 6.5L17.5 17.5M17.5 6.5L6.5 17.5',
  pin: 'M12 20.5C12 20.5 5.5 14.8 5.5 10.2C5.5 6.6 8.4 4 12 4C15.6 4 18.5 6.6 18.5 10.2C18.5 14.8 12 20.5 12 20.5ZM14.3 10.2C14.3 11.5 13.3 12.5 12 12.5C10.7 12.5 9.7 11.5 9.7 10.2C9.7 8.9 10.7 7.9 12 7.9C13.3 7.9 14.3 8.9 14.3 10.2Z',
  truck:
    'M3 6.5L14 6.5L14 16.5L3 16.5L3 6.5ZM14 10L18 10L21 13L21 16.5L14 16.5M9 17C9 18.1 8.1 19 7 19C5.9 19 5 18.1 5 17M19 17C19 18.1 18.1 19 17 19C15.9 19 15 18.1 15 17',
  lock: 'M6 10.5L18 10.5L18 19.5L6 19.5L6 10.5ZM8.5 10.5L8.5 8C8.5 6.07 10.07 4.5 12 4.5C13.93 4.5 15.5 6.07 15.5 8L15.5 10.5',
  leaf: 'M5 19C5 10 10 5 19.5 4.5C19.5 13.5 15 18.5 8 17.5M5 19.5C7 15 10 12 14 10',
  tag: 'M4.5 4.5L12 4.5L19.5 12L12 19.5L4.5 12L4.5 4.5ZM9.3 8.3C9.3 8.85 8.85 9.3 8.3 9.3C7.75 9.3 7.3 8.85 7.3 8.3C7.3 7.75 7.75 7.3 8.3 7.3C8.85 7.3 9.3 7.75 9.3 8.3Z',
  bell: 'M6.5 16.5L6.5 10.5C6.5 7.2 8.9 4.8 12 4.8C15.1 4.8 17.5 7.2 17.5 10.5L17.5 16.5M4.5 16.5L19.5 16.5M10.2 19.3C10.6 19.9 11.3 20.2 12 20.2C12.7 20.2 13.4 19.9 13.8 19.3',
  chart: 'M5 19.5L5 12.5M12 19.5L12 4.5M19 19.5L19 9',
  layers: 'M12 4L20.5 8.5L12 13L3.5 8.5L12 4ZM4 12.5L12 17L20 12.5M4 16L12 20.5L20 16',
  bolt: 'M13 3.5L5.5 13.5L11.5 13.5L10.5 20.5L18.5 10.5L12.5 10.5L13 3.5Z',
  gear: 'M4.5 7.5L13 7.5M17 7.5L19.5 7.5M15 9.5L15 5.5M4.5 16.5L7 16.5M11 16.5L19.5 16.5M9 18.5L9 14.5',
  doc: 'M6.5 4.5L14 4.5L18 8.5L18 19.5L6.5 19.5L6.5 4.5ZM9.5 12L15 12M9.5 15.5L15 15.5',
  calendar: 'M4.5 6.5L19.5 6.5L19.5 19.5L4.5 19.5L4.5 6.5ZM4.5 10.5L19.5 10.5M8.5 4L8.5 8M15.5 4L15.5 8',
  download: 'M12 4.5L12 15M7.5 10.5L12 15L16.5 10.5M5 19.5L19 19.5',
  up: 'M12 18.5L12 5.5M6.5 11L12 5.5L17.5 11',
  fall: 'M12 5.5L12 18.5M6.5 13L12 18.5L17.5 13',
} as const;

export type IconName = keyof typeof ICONS;

export interface IconLook {
  readonly size?: number;
  readonly weight?: number;
  readonly name?: string;
}

/** A line icon in a square of 24 px or `size`; the stroke keeps its weight. */
export function icon(which: IconName, x: number, y: number, colour: string, look: IconLook = {}): Draft {
  const { size = 24, weight = 1.5, name = `Icon / ${which}` } = look;
  const path = ICONS[which].replace(/\d+\.?\d*/g, (v) =>
    String(Math.round(Number(v) * (size / 24) * 100) / 100),
  );
  return frame(name, x, y, size, size, {}, [
    vector('Glyph', path, { stroke: colour, strokeWeight: weight, cap: 'ROUND', join: 'ROUND' }),
  ]);
}
