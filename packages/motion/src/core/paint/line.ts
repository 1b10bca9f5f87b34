import type { Rect } from '@animatic/schema';
import type { Bitmap, Context2d } from '../canvas.ts';
import type { DrawItem } from '../draw-list.ts';

export type LineItem = Extract<DrawItem, { kind: 'line' }>;

/** Our own, in the order in which letters are looked for; each host has them or something near. */
const FONTS = ['Inter', 'Noto Sans Arabic', 'Noto Sans JP', 'Noto Color Emoji', 'system-ui', 'sans-serif'];
const WEIGHT = 600;
const LEADING = 1.28;
/** A line has this many rows; one that needs more gets smaller letters, down to this share, and then ends early. */
const ROWS = 2;
const SMALLEST = 0.62;
const SMALLER = 0.92;

/** Everywhere that a line may be drawn, view pixels. */
export function boxOfLine({ zone, letters, place }: LineItem): Rect {
  const height = Math.ceil(letters * LEADING * (ROWS + 2.4));
  const y = place === 'top' ? zone.y - letters : zone.y + zone.height - height + letters;
  return { x: zone.x, y, width: zone.width, height };
}

/** Paints a viewer's line, broken into rows, `x`, `y` view pixels away from its place. */
export function paintLine<B extends Bitmap>(
  context: Context2d<B>,
  item: LineItem,
  opacity: number,
  shift = { x: 0, y: 0 },
): void {
  const share = opacity * item.opacity;
  if (share <= 0) return;
  context.save();
  context.setTransform(1, 0, 0, 1, shift.x, shift.y);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const { rows, letters } = fitted(context, item);
  const { zone, place, plate } = item;
  const leading = letters * LEADING;
  const pad = plate ? { x: letters * 0.7, y: letters * 0.42 } : { x: 0, y: 0 };
  const height = leading * rows.length;
  const top = place === 'top' ? zone.y + pad.y : zone.y + zone.height - height - pad.y;
  const centre = zone.x + zone.width / 2;
  context.globalAlpha = share;
  if (plate) {
    const wide = Math.max(...rows.map((row) => context.measureText(row).width)) + pad.x * 2;
    const radius = Math.min(letters * 0.5, height / 2);
    context.fillStyle = plate;
    context.beginPath();
    context.roundRect(centre - wide / 2, top - pad.y, wide, height + pad.y * 2, [
      radius,
      radius,
      radius,
      radius,
    ]);
    context.fill();
  }
  context.fillStyle = item.color;
  // Where Inter's capitals stand in the middle of a row.
  const base = (leading + letters * 0.727) / 2;
  for (const [index, row] of rows.entries()) context.fillText(row, centre, top + index * leading + base);
  context.restore();
}

/** The rows and the size of their letters, as large as fits. */
function fitted<B extends Bitmap>(
  context: Context2d<B>,
  item: LineItem,
): { rows: string[]; letters: number } {
  const families = [item.font, ...FONTS].flatMap((name) => (name ? [quoted(name)] : []));
  for (let letters = item.letters; ; letters *= SMALLER) {
    context.font = `${WEIGHT} ${letters}px ${families.join(', ')}`;
    const rows = broken(context, item.text, item.width);
    if (rows.length <= ROWS) return { rows, letters };
    if (letters * SMALLER < item.letters * SMALLEST)
      return { rows: ended(context, rows, item.width), letters };
  }
}

/** A stranger's font name is a string in CSS, and nothing more. */
function quoted(name: string): string {
  if (name === 'system-ui' || name === 'sans-serif') return name;
  return `"${name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 80)}"`;
}

/** Words laid into rows; a word that is longer than a row is broken where it has to be. */
function broken<B extends Bitmap>(context: Context2d<B>, text: string, width: number): string[] {
  const fits = (row: string) => context.measureText(row.trim()).width <= width;
  const rows: string[] = [];
  let row = '';
  const parts = partsOf(text);
  for (const part of parts) {
    if (part === '\n') {
      rows.push(row.trim());
      row = '';
    } else if (fits(row + part)) row += part;
    else {
      if (row.trim()) rows.push(row.trim());
      row = '';
      for (const letter of fits(part) ? [part] : part) {
        if (row && !fits(row + letter)) {
          rows.push(row.trim());
          row = '';
        }
        row += letter;
      }
    }
  }
  if (row.trim()) rows.push(row.trim());
  // Rows that somebody has broken stay as they are.
  return parts.includes('\n') ? rows : balanced(context, rows.length > 0 ? rows : [''], parts, width);
}

/** Two rows of about the same length read better than a full one and a word. */
function balanced<B extends Bitmap>(
  context: Context2d<B>,
  rows: string[],
  parts: readonly string[],
  width: number,
): string[] {
  if (rows.length !== 2) return rows;
  let best = rows;
  let least = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < parts.length; cut++) {
    const pair = [parts.slice(0, cut).join('').trim(), parts.slice(cut).join('').trim()];
    const lengths = pair.map((row) => context.measureText(row).width);
    const [a = 0, b = 0] = lengths;
    if (Math.max(a, b) <= width && Math.abs(a - b) < least && pair.every(Boolean)) {
      best = pair;
      least = Math.abs(a - b);
    }
  }
  return best;
}

/** Where a text may be broken: after spaces, and between the words of scripts that have none. */
function partsOf(text: string): string[] {
  const lines = text.replace(/[ \t\r\f\v]+/g, ' ').split('\n');
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return lines.flatMap((line, index) => {
    const parts: string[] = [];
    for (const { segment, isWordLike } of segmenter.segment(line)) {
      // Punctuation and spaces stay with the word before.
      if (isWordLike || parts.length === 0) parts.push(segment);
      else parts[parts.length - 1] += segment;
    }
    return index === 0 ? parts : ['\n', ...parts];
  });
}

function ended<B extends Bitmap>(context: Context2d<B>, rows: readonly string[], width: number): string[] {
  const kept = rows.slice(0, ROWS);
  const letters = [...new Intl.Segmenter().segment(kept[ROWS - 1] ?? '')].map(({ segment }) => segment);
  while (letters.length > 0 && context.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return [...kept.slice(0, ROWS - 1), `${letters.join('').trimEnd()}…`];
}
