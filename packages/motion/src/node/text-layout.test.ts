import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { countedLine } from '../core/stage/text/count.ts';
import { type Ink, inkOf, type Run } from '../core/stage/text/ink.ts';
import { linesOf } from '../core/stage/text/lines.ts';
import { type LinePart, lettersOf, wordsOf } from '../core/stage/text/parts.ts';
import { breaksIn, runsFromRight, shapesIn, wordsIn } from '../core/stage/text/script.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  sans: 'inter/files/inter-latin-600-normal.woff2',
  serif: 'fraunces/files/fraunces-latin-600-italic.woff2',
  arabic: 'noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
  japanese: 'kosugi-maru/files/kosugi-maru-japanese-400-normal.woff2',
} as const;
type Font = keyof typeof FONTS;
for (const [name, file] of Object.entries(FONTS))
  GlobalFonts.registerFromPath(require.resolve(`@fontsource/${file}`), `Layout ${name}`);

interface Setting {
  font?: Font;
  size?: number;
  /** In sizes. */
  leading?: number;
  tracking?: number;
  color?: string;
}

const MARGIN = 20;

/** Lines as a layer's bitmap would show them, and where each of their words lies. */
function set(lines: readonly string[], setting: Setting = {}) {
  const { font = 'sans', size = 40, leading = 1.25, tracking = 0, color = '#101828' } = setting;
  const canvas = createCanvas(1000, Math.ceil(MARGIN * 2 + size * (leading * (lines.length - 1) + 1.4)));
  const context = canvas.getContext('2d');
  context.font = `${size}px "Layout ${font}"`;
  context.letterSpacing = `${tracking}px`;
  context.fillStyle = color;
  const words = lines.map((line, index) => {
    const fromRight = runsFromRight(line);
    const width = context.measureText(line).width;
    const x = fromRight ? 980 - width : MARGIN;
    const y = MARGIN + size + index * size * leading;
    context.fillText(line, x, y);
    let at = 0;
    return line.split(' ').map((word) => {
      const before = context.measureText(line.slice(0, at)).width;
      const own = context.measureText(word).width;
      at += word.length + 1;
      return fromRight
        ? { from: x + width - before - own, to: x + width - before }
        : { from: x + before, to: x + before + own };
    });
  });
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const ink = inkOf(pixels);
  if (!ink) throw new Error('nothing was drawn');
  return { ink, words };
}

const middleOf = ({ from, to }: Run) => (from + to) / 2;

/** Every word was found where it was set. */
function expectWords(found: readonly LinePart[][], words: readonly Run[][]) {
  expect(found.map((line) => line.length)).toEqual(words.map((line) => line.length));
  for (const [index, line] of words.entries()) {
    const inOrder = [...line].sort((a, b) => a.from - b.from);
    for (const [i, word] of inOrder.entries()) {
      const part = found[index]?.[i];
      expect(middleOf(part?.ink ?? { from: 0, to: 0 })).toBeGreaterThan(word.from);
      expect(middleOf(part?.ink ?? { from: 0, to: 0 })).toBeLessThan(word.to);
    }
  }
}

/** The parts of a line leave no column out, and none lies in two. */
function expectTiled(lines: readonly LinePart[][], ink: Ink) {
  for (const parts of lines) {
    expect(parts[0]?.cell.from).toBe(0);
    expect(parts.at(-1)?.cell.to).toBe(ink.width);
    for (const [i, { cell }] of parts.entries()) if (i > 0) expect(cell.from).toBe(parts[i - 1]?.cell.to);
  }
}

const texts: [string, string[], Setting][] = [
  ['a headline', ['Motion that makes', 'sense to everyone'], {}],
  ['small type', ['Last 30 days, all stores', 'and one more line'], { size: 13 }],
  ['an italic', ['Quietly confident,', 'always on time.'], { font: 'serif' }],
  ['widely spaced capitals', ['MONTHLY REVENUE', 'BY REGION'], { tracking: 6, size: 26 }],
  ['tight capitals', ['DISPLAY TYPE', 'SET TIGHT'], { leading: 0.9, tracking: -1, size: 60 }],
  ['accents', ['École à Århus', 'Über Ñandú'], { leading: 1.3 }],
  ['white on nothing', ['Pay now with one tap'], { color: '#ffffff' }],
  ['Arabic', ['مرحبا بالعالم الجديد', 'أهلا وسهلا بكم'], { font: 'arabic', leading: 1.6 }],
  ['numbers', ['Up 12.4 % since 2019'], {}],
];

describe.each(texts)('%s', (_name, lines, setting) => {
  const { ink, words } = set(lines, setting);

  it('has its lines', () => {
    expect(linesOf(ink, 1)).toHaveLength(lines.length);
  });

  it('has its words where they were set, though the text says nothing of the line breaks', () => {
    const found = wordsOf(linesOf(ink, 1), lines.join(' '));
    expectWords(found, words);
    expectTiled(found, ink);
  });

  it('has about as many letters as its text', () => {
    const text = lines.join(' ');
    const found = lettersOf(linesOf(ink, 1), text);
    const count = found.reduce((sum, line) => sum + line.length, 0);
    expect(count).toBeGreaterThanOrEqual(shapesIn(text) * 0.7);
    expect(count).toBeLessThanOrEqual(shapesIn(text) * 1.35);
    expectTiled(found, ink);
  });
});

describe('Japanese', () => {
  const lines = ['今日の売上を確認する', '静かに動く画面'];
  const { ink } = set(lines, { font: 'japanese' });

  it('comes character by character', () => {
    const letters = lettersOf(linesOf(ink, 1), lines.join(''));
    for (const [i, line] of lines.entries()) {
      expect(letters[i]?.length).toBeGreaterThanOrEqual(line.length * 0.8);
      expect(letters[i]?.length).toBeLessThanOrEqual(line.length * 1.6);
    }
  });

  it('comes in pieces of a few characters where others come word by word', () => {
    const pieces = wordsOf(linesOf(ink, 1), lines.join('\n'));
    for (const [i, line] of lines.entries()) {
      expect(pieces[i]?.length).toBeGreaterThanOrEqual(2);
      expect(pieces[i]?.length).toBeLessThan(line.length);
    }
  });
});

describe('a bitmap that is no text', () => {
  it('has no ink to part: a filled card', () => {
    const canvas = createCanvas(80, 40);
    const context = canvas.getContext('2d');
    context.fillRect(0, 0, 80, 40);
    expect(inkOf(context.getImageData(0, 0, 80, 40))).toBeNull();
  });

  it('has no ink at all: nothing drawn', () => {
    expect(inkOf(createCanvas(8, 8).getContext('2d').getImageData(0, 0, 8, 8))).toBeNull();
  });
});

describe('what a text says of its shape', () => {
  it('an emoji is one shape, with its modifiers and joiners', () => {
    expect(shapesIn('👍🏽 ok')).toBe(3);
    expect(shapesIn('👨‍👩‍👧')).toBe(1);
    expect(shapesIn('é')).toBe(1);
  });

  it('counts words and lines, whatever parts them', () => {
    expect(wordsIn('  two\u00a0 words\n')).toBe(2);
    expect(breaksIn('one\r\ntwo\u2028three\n\n')).toBe(3);
  });

  it('runs from the right where its first letter does', () => {
    expect(runsFromRight('123 שלום abc')).toBe(true);
    expect(runsFromRight('abc שלום')).toBe(false);
    expect(runsFromRight('42')).toBe(false);
  });
});

describe('a number', () => {
  const counted = (text: string, setting: Setting = {}) => {
    const { ink } = set([text], setting);
    const [line] = linesOf(ink, 1);
    return line && countedLine(line, 0, text);
  };

  it('is matched glyph by glyph, with currency and separators', () => {
    const found = counted('$24,680.50');
    expect(found?.characters.map(({ digit }) => digit)).toEqual([null, 2, 4, null, 6, 8, 0, null, 5, 0]);
    expect(found?.characters.map(({ inside }) => inside)).toEqual([false, ...new Array(9).fill(true)]);
    expect(found?.numbers.at(-1)).toBe('2468050');
  });

  it('counts upwards, in its own digits and as many of them where something stands before it', () => {
    const numbers = counted('$24,680.50')?.numbers ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    for (const [i, number] of numbers.entries()) {
      expect([...number].every((digit) => '024568'.includes(digit))).toBe(true);
      expect(number).toHaveLength(7);
      if (i > 0) expect(Number(number)).toBeGreaterThan(Number(numbers[i - 1]));
    }
  });

  it('begins small where nothing stands before it', () => {
    expect(Number(counted('128,940')?.numbers[0])).toBeLessThan(10);
  });

  it('is found in a sentence', () => {
    const found = counted('Saved 1,284 € today');
    expect(found?.numbers.at(-1)).toBe('1284');
    expect(found?.characters.filter(({ inside }) => inside)).toHaveLength(5);
  });

  it('keeps a per cent sign, of however many pieces, standing', () => {
    const found = counted('84.26 %', { size: 64 });
    expect(found?.characters.at(-1)).toMatchObject({ digit: null, inside: false });
    expect(found?.numbers.every((number) => number.length >= 3)).toBe(true);
  });

  it('rolls where its own digits spell too few numbers', () => {
    expect(counted('46 %')?.spelled).toBe(false);
    expect(counted('1,284')?.spelled).toBe(true);
  });

  it('is none where there is no number, or its glyphs touch', () => {
    expect(counted('Revenue')).toBeUndefined();
    expect(counted('2480', { tracking: -14 })).toBeUndefined();
  });

  it('is a number in Arabic digits, too', () => {
    expect(counted('١٢٤٨', { font: 'arabic' })?.numbers.at(-1)).toBe('1248');
  });
});
