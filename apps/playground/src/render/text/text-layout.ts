import type { Point } from '../matrix.ts';
import type { RestNode } from '../rest-node.ts';
import { type BrokenLine, breakParagraph, type Measurer, sliceText, widthOf } from './line-break.ts';
import { listMarker } from './list-marker.ts';
import { inCase, type StyledText, styledTexts, type TextStyle } from './text-style.ts';

/** A stretch of one style in its place, page pixels from the node's top left. */
export interface PlacedText {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

export interface TextLayout {
  readonly runs: readonly PlacedText[];
  readonly height: number;
  readonly lines: number;
}

interface Line extends BrokenLine {
  readonly indent: number;
  readonly marker: { readonly text: string; readonly x: number } | undefined;
  readonly gapAbove: number;
  readonly height: number;
  readonly ascent: number;
}

// A file's box was measured by Figma; a hundredth of a pixel of difference must not push a word down.
const slack = 0.1;

/** Lays out a text node's characters in its box: lines, alignment, lists and truncation. */
export function layoutText(node: RestNode, size: Point, measurer: Measurer): TextLayout {
  const parts = styledTexts(node).map((p) => ({ ...p, text: inCase(p.text, p.style.textCase) }));
  const wraps = node.style?.textAutoResize !== 'WIDTH_AND_HEIGHT';
  let lines = breakLines(node, parts, wraps ? size.x + slack : Number.POSITIVE_INFINITY, measurer);
  if (node.style?.textAutoResize === 'HEIGHT') {
    // The box is as high as Figma's own lines: where ours are more, our font is a little wider than the file's.
    for (const widen of [1.01, 1.03, 1.06]) {
      if (totalHeight(lines) <= size.y + (lines[0]?.height ?? 0) * 0.5) break;
      lines = breakLines(node, parts, size.x * widen, measurer);
    }
  }
  lines = truncate(node, size, lines, measurer);
  const height = totalHeight(lines);
  return { runs: placeLines(node, size, lines, height, measurer), height, lines: lines.length };
}

const totalHeight = (lines: readonly Line[]) => lines.reduce((sum, l) => sum + l.gapAbove + l.height, 0);

function paragraphsOf(parts: readonly StyledText[]): StyledText[][] {
  const paragraphs: StyledText[][] = [[]];
  for (const p of parts) {
    p.text.split('\n').forEach((text, i) => {
      if (i > 0) paragraphs.push([]);
      // An empty piece keeps the style that gives an empty line its height.
      paragraphs.at(-1)!.push({ text, style: p.style });
    });
  }
  return paragraphs;
}

function breakLines(node: RestNode, parts: readonly StyledText[], width: number, measurer: Measurer): Line[] {
  const counters: number[] = [];
  return paragraphsOf(parts).flatMap((paragraph, p) => {
    const style = paragraph.find((part) => part.text !== '')?.style ?? paragraph[0]!.style;
    const list = listMarker(node.lineTypes?.[p], node.lineIndentations?.[p] ?? 0, style.fontSize, counters);
    const spacing =
      (list && p > 0 ? node.style?.listSpacing : undefined) ?? node.style?.paragraphSpacing ?? 0;
    const indent = list?.indent ?? 0;
    const words = paragraph.some((part) => part.text !== '')
      ? paragraph.filter((part) => part.text !== '')
      : paragraph.slice(0, 1);
    return breakParagraph(words, Math.max(1, width - indent), measurer).map((line, i): Line => {
      const first = i === 0;
      const firstIndent = first && !list ? (node.style?.paragraphIndent ?? 0) : 0;
      return {
        ...line,
        indent: indent + firstIndent,
        marker: first && list ? { text: list.text, x: list.x } : undefined,
        gapAbove: first && p > 0 ? spacing : 0,
        ...heightOf(line, measurer),
      };
    });
  });
}

/** The tallest of a line's styles gives its height; each text stands in the middle of its own line height. */
function heightOf(line: BrokenLine, measurer: Measurer): { height: number; ascent: number } {
  let height = 0;
  let ascent = 0;
  for (const { style } of line.parts) {
    const m = measurer.metrics(style);
    const own = style.lineHeight ?? m.ascent + m.descent;
    height = Math.max(height, own);
    ascent = Math.max(ascent, m.ascent + (own - m.ascent - m.descent) / 2);
  }
  return { height, ascent };
}

function truncate(node: RestNode, size: Point, lines: Line[], measurer: Measurer): Line[] {
  const style = node.style;
  if (style?.textTruncation !== 'ENDING' && style?.textAutoResize !== 'TRUNCATE') return lines;
  let room = 0;
  let used = 0;
  for (const l of lines) {
    used += l.gapAbove + l.height;
    if (used > size.y + l.height * 0.4) break;
    room++;
  }
  const fixed =
    style.textAutoResize === undefined ||
    style.textAutoResize === 'NONE' ||
    style.textAutoResize === 'TRUNCATE';
  const limit = Math.max(
    1,
    Math.min(style.maxLines ?? Number.POSITIVE_INFINITY, fixed ? room : lines.length),
  );
  if (lines.length <= limit) return lines;
  const kept = lines.slice(0, limit);
  const last = kept.at(-1)!;
  return [
    ...kept.slice(0, -1),
    { ...last, ...withEllipsis(last.parts, size.x - last.indent, measurer), continues: false },
  ];
}

function withEllipsis(parts: readonly StyledText[], width: number, measurer: Measurer) {
  const length = parts.reduce((sum, p) => sum + p.text.length, 0);
  for (let end = length; end > 0; end--) {
    const cut = sliceText(parts, 0, end);
    const last = cut.at(-1)!;
    const ended = [...cut.slice(0, -1), { ...last, text: `${last.text.trimEnd()}…` }];
    const w = widthOf(ended, measurer);
    if (w <= width + slack) return { parts: ended, width: w };
  }
  return { parts, width: widthOf(parts, measurer) };
}

function placeLines(
  node: RestNode,
  size: Point,
  lines: readonly Line[],
  height: number,
  measurer: Measurer,
): PlacedText[] {
  const vertical = node.style?.textAlignVertical;
  const spare = size.y - height;
  let y = vertical === 'CENTER' ? spare / 2 : vertical === 'BOTTOM' ? spare : 0;
  const placed: PlacedText[] = [];
  for (const line of lines) {
    y += line.gapAbove;
    // Figma sets baselines on whole pixels.
    const baseline = Math.round(y + line.ascent + 1e-3);
    y += line.height;
    placed.push(...placeLine(node, size, line, baseline, measurer));
  }
  return placed;
}

function placeLine(
  node: RestNode,
  size: Point,
  line: Line,
  baseline: number,
  measurer: Measurer,
): PlacedText[] {
  const align = node.style?.textAlignHorizontal;
  const spare = size.x - line.indent - line.width;
  const justified = align === 'JUSTIFIED' && line.continues;
  let x = line.indent + (align === 'RIGHT' ? spare : align === 'CENTER' ? spare / 2 : 0);
  const placed: PlacedText[] = [];
  if (line.marker) {
    const { style } = line.parts[0]!;
    const { text } = line.marker;
    placed.push({
      text,
      style,
      x: line.marker.x + x - line.indent,
      baseline,
      width: measurer.width(text, style),
    });
  }
  const spaces = justified
    ? line.parts
        .map((p) => p.text)
        .join('')
        .trimEnd()
        .split(' ').length - 1
    : 0;
  const extra = spaces > 0 ? spare / spaces : 0;
  for (const { text, style } of line.parts) {
    const pieces = extra > 0 ? text.split(/(?<= )/) : [text];
    for (const piece of pieces) {
      if (piece === '') continue;
      const width = measurer.width(piece, style);
      placed.push({ text: piece, style, x, baseline, width });
      x += width + (extra > 0 && piece.endsWith(' ') ? extra : 0);
    }
  }
  return placed;
}
