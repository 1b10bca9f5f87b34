import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { paintLine } from '../core/paint/line.ts';
import { makeShot } from '../core/testing.ts';
import { surface } from './host.ts';
import { renderPoster } from './poster.ts';
import { drawn, stillBox } from './testing.ts';

const size = { width: 640, height: 360 };
const stills = stillBox();
const still = stills.put(drawn(640, 360, (context) => context.fillRect(0, 0, 640, 360)));

/** The rows and columns of the view in which a burnt-in line shows on a black still. */
async function inkOf(
  line: string,
): Promise<{ top: number; bottom: number; left: number; right: number; pixels: number }> {
  const shot = { ...makeShot({ width: 640, height: 360, scale: 1 }), still };
  const png = await renderPoster({
    board: { shots: [{ ...shot, caption: { ...shot.caption, line } }], lines: { burnIn: true } },
    size,
    seconds: 1.5,
    loadStill: stills.load,
  });
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(await loadImage(png), 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, size.width, size.height);
  const ink = { top: size.height, bottom: 0, left: size.width, right: 0, pixels: 0 };
  for (let at = 0, i = 0; at < data.length; at += 4, i++) {
    if ((data[at] ?? 0) < 128) continue;
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    ink.top = Math.min(ink.top, y);
    ink.bottom = Math.max(ink.bottom, y);
    ink.left = Math.min(ink.left, x);
    ink.right = Math.max(ink.right, x);
    ink.pixels++;
  }
  return ink;
}

describe('a line that is drawn into the picture', () => {
  it.each([
    ['English', 'Paid in two taps'],
    ['Arabic', 'تم الدفع في خطوتين'],
    ['Japanese', '二回のタップで支払い完了しました'],
    ['emoji', 'Paid 🎉👩‍🚀'],
    [
      'two rows',
      'Everything that you have ordered this week is on its way to you and will be there by Friday',
    ],
    ['500 letters', 'word '.repeat(100)],
    ['one long word', 'supercalifragilistic'.repeat(12)],
    ['hostile markup', '<b>"\'; }</b> \u202e\u0000'],
  ])('stays within the safe zone, whatever it says (%s)', async (_, line) => {
    const { top, bottom, left, right, pixels } = await inkOf(line);
    expect(pixels).toBeGreaterThan(20);
    expect(top).toBeGreaterThan(360 * 0.7);
    expect(bottom).toBeLessThanOrEqual(342);
    expect(left).toBeGreaterThanOrEqual(60);
    expect(right).toBeLessThanOrEqual(580);
  });
});

describe('a line of two rows', () => {
  /** What is written, row by row. */
  function rowsOf(text: string, width = 300): string[] {
    const rows: string[] = [];
    const { context } = surface(640, 360);
    context.fillText = (row) => rows.push(row);
    const zone = { x: 0, y: 0, width: 640, height: 360 };
    paintLine(
      context,
      { kind: 'line', text, letters: 24, place: 'bottom', zone, width, color: '#000000', opacity: 1 },
      1,
    );
    return rows;
  }

  it('has no more spaces than its words, in a script without any', () => {
    const text = 'すべて手作りの陶器です。二度焼きしています';
    expect(rowsOf(text)).toHaveLength(2);
    expect(rowsOf(text).join('')).toBe(text);
  });

  it('has rows of about the same length', () => {
    const [first = '', second = ''] = rowsOf('Everything from the kiln, by hand');
    expect(Math.abs(first.length - second.length)).toBeLessThan(8);
  });

  it('is broken where its writer has broken it', () => {
    expect(rowsOf('Now\nat your door, tomorrow')).toEqual(['Now', 'at your door, tomorrow']);
  });
});
