import { describe, expect, it } from 'vitest';
import { parseNode, type RestNode } from '../rest-node.ts';
import type { Measurer } from './line-break.ts';
import { layoutText } from './text-layout.ts';

/** Every letter is half as wide as the text is high. */
const measurer: Measurer = {
  width: (text, style) => text.length * (style.fontSize / 2 + style.letterSpacing),
  metrics: (style) => ({ ascent: style.fontSize * 0.8, descent: style.fontSize * 0.2 }),
};

function textNode(characters: string, style: object = {}, more: object = {}): RestNode {
  const node = parseNode({
    id: '1:1',
    type: 'TEXT',
    characters,
    style: { fontFamily: 'Inter', fontSize: 10, lineHeightPx: 14, ...style },
    ...more,
  });
  if (!node) throw new Error('The test made no node.');
  return node;
}

const size = { x: 50, y: 100 };
const linesOf = (node: RestNode, box = size) => {
  const rows = new Map<number, string>();
  for (const r of layoutText(node, box, measurer).runs)
    rows.set(r.baseline, (rows.get(r.baseline) ?? '') + r.text);
  return [...rows.values()].map((t) => t.trimEnd());
};

describe('wrapping', () => {
  it('breaks at the width of the box, letting spaces hang over', () => {
    expect(linesOf(textNode('one two three four'))).toEqual(['one two', 'three four']);
  });

  it('breaks at line ends only where the box takes its size from the text', () => {
    expect(linesOf(textNode('one two three\nfour', { textAutoResize: 'WIDTH_AND_HEIGHT' }))).toEqual([
      'one two three',
      'four',
    ]);
  });

  it('cuts a word that is wider than the box, never inside an emoji', () => {
    expect(linesOf(textNode('abcdefghijklm'))).toEqual(['abcdefghij', 'klm']);
    expect(linesOf(textNode('abcdefghi😀x'))).toEqual(['abcdefghi', '😀x']);
  });

  it('sets a word of a hundred thousand letters without measuring it over and over', () => {
    let measured = 0;
    const counting: Measurer = {
      ...measurer,
      width: (text, style) => {
        measured += text.length;
        return measurer.width(text, style);
      },
    };
    expect(layoutText(textNode('x'.repeat(100_000)), size, counting).lines).toBeGreaterThan(9_000);
    expect(measured).toBeLessThan(100_000 * 1000);
  });

  it('breaks after hyphens and between ideographs', () => {
    expect(linesOf(textNode('tri-tip-flank-steak'))).toEqual(['tri-tip-', 'flank-', 'steak']);
    expect(linesOf(textNode('東京の朝は静かで美しい街です'))).toEqual(['東京の朝は静かで美し', 'い街です']);
  });

  it('keeps to the lines of the file where its own font is a little wider', () => {
    const node = textNode('abcdefghij', { textAutoResize: 'HEIGHT' });
    expect(linesOf(node, { x: 49, y: 14 })).toEqual(['abcdefghij']);
  });
});

describe('placing', () => {
  const first = (style: object, box = size, text = 'abcd') =>
    layoutText(textNode(text, style), box, measurer).runs[0]!;

  it('aligns left, in the middle and right', () => {
    expect(first({ textAlignHorizontal: 'LEFT' }).x).toBe(0);
    expect(first({ textAlignHorizontal: 'CENTER' }).x).toBe(15);
    expect(first({ textAlignHorizontal: 'RIGHT' }).x).toBe(30);
  });

  it('stands in the middle of its line height, on a whole pixel', () => {
    // (14 − 10) / 2 + 8
    expect(first({ textAlignVertical: 'TOP' }).baseline).toBe(10);
    expect(first({ textAlignVertical: 'CENTER' }).baseline).toBe(53);
    expect(first({ textAlignVertical: 'BOTTOM' }).baseline).toBe(96);
  });

  it('rounds a line height that comes from the font, as Figma does, and keeps a typed one', () => {
    const intrinsic = layoutText(
      textNode('a\nb', { lineHeightPx: 12.4, lineHeightUnit: 'INTRINSIC_%' }),
      size,
      measurer,
    );
    const typed = layoutText(
      textNode('a\nb', { lineHeightPx: 12.4, lineHeightUnit: 'PIXELS' }),
      size,
      measurer,
    );
    expect(intrinsic.height).toBe(24);
    expect(typed.height).toBeCloseTo(24.8);
  });

  it('stretches the spaces of justified lines, except in the last one', () => {
    const { runs } = layoutText(
      textNode('aa bb cc dd ee', { textAlignHorizontal: 'JUSTIFIED' }),
      size,
      measurer,
    );
    const ends = runs.filter((r) => r.baseline === runs[0]!.baseline).at(-1)!;
    expect(ends.x + ends.text.trimEnd().length * 5).toBeCloseTo(50);
    expect(runs.at(-1)!.x).toBe(0);
  });

  it('puts letter spacing after each letter', () => {
    expect(first({ letterSpacing: 2 }).width).toBe(28);
  });

  it('sets one line as high as its tallest text', () => {
    const node = textNode(
      'aB',
      {},
      {
        characterStyleOverrides: [0, 7],
        styleOverrideTable: { 7: { fontSize: 20, lineHeightPx: 30 } },
      },
    );
    const { runs, height } = layoutText(node, { x: 200, y: 100 }, measurer);
    expect(height).toBe(30);
    expect(runs.map((r) => [r.text, r.style.fontSize, r.baseline])).toEqual([
      ['a', 10, 21],
      ['B', 20, 21],
    ]);
  });

  it('takes a style past the end of the overrides from the node', () => {
    const node = textNode(
      'abc',
      {},
      { characterStyleOverrides: [3], styleOverrideTable: { 3: { fontWeight: 700 } } },
    );
    const { runs } = layoutText(node, size, measurer);
    expect(runs.map((r) => [r.text, r.style.weight])).toEqual([
      ['a', 700],
      ['bc', 400],
    ]);
  });
});

describe('truncation', () => {
  it('ends the last line that fits with an ellipsis', () => {
    const node = textNode('one two three four five', { textTruncation: 'ENDING' });
    expect(linesOf(node, { x: 50, y: 28 })).toEqual(['one two', 'three fou…']);
  });

  it('keeps to maxLines where the height follows the text', () => {
    const node = textNode('one two three four five', {
      textTruncation: 'ENDING',
      maxLines: 1,
      textAutoResize: 'HEIGHT',
    });
    expect(linesOf(node, { x: 50, y: 14 })).toEqual(['one two…']);
  });

  it('leaves a text alone that fits', () => {
    expect(linesOf(textNode('one two', { textTruncation: 'ENDING' }))).toEqual(['one two']);
  });
});

describe('lists and case', () => {
  it('counts ordered lines by level and starts again after other text', () => {
    const node = textNode(
      'a\nb\nc\nd\ne',
      { textAutoResize: 'WIDTH_AND_HEIGHT' },
      {
        lineTypes: ['ORDERED', 'ORDERED', 'ORDERED', 'NONE', 'ORDERED'],
        lineIndentations: [1, 2, 1, 0, 1],
      },
    );
    expect(linesOf(node, { x: 400, y: 100 })).toEqual(['1.a', 'a.b', '2.c', 'd', '1.e']);
  });

  it('stands list text in by its level', () => {
    const node = textNode('a', {}, { lineTypes: ['UNORDERED'], lineIndentations: [2] });
    const [marker, text] = layoutText(node, { x: 400, y: 100 }, measurer).runs;
    expect(marker?.text).toBe('◦');
    expect(text?.x).toBe(30);
    expect(marker!.x).toBeGreaterThan(15);
    expect(marker!.x + marker!.width).toBeLessThan(30);
  });

  it('changes case as it draws', () => {
    expect(linesOf(textNode('ab cd', { textCase: 'UPPER' }))).toEqual(['AB CD']);
    expect(linesOf(textNode('AB', { textCase: 'LOWER' }))).toEqual(['ab']);
    expect(linesOf(textNode('ab-cd élan', { textCase: 'TITLE' }))).toEqual(['Ab-Cd Élan']);
  });

  it('gives empty lines their height', () => {
    expect(layoutText(textNode('a\n\nb'), size, measurer).height).toBe(42);
  });
});
