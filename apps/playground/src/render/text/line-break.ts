import type { StyledText, TextStyle } from './text-style.ts';

/** Measures text; handed in, so that layout is tested without a canvas. */
export interface Measurer {
  /** The advance of a text in page pixels, letter spacing included. */
  width(text: string, style: TextStyle): number;
  /** Page pixels above and below the baseline. */
  metrics(style: TextStyle): { readonly ascent: number; readonly descent: number };
}

/** A line before it is placed: its text, trailing spaces included, and whether the paragraph goes on below it. */
export interface BrokenLine {
  readonly parts: readonly StyledText[];
  readonly width: number;
  readonly continues: boolean;
}

const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;

// No word is longer: what has no place to break for so long is no text for people, and measuring it again for every
// line would take for ever.
const longestWord = 400;

/** Places (UTF-16 offsets) after which a line may end. */
export function breakPlaces(text: string): number[] {
  const places: number[] = [];
  let last = 0;
  for (let i = 1; i < text.length; i++) {
    const before = text[i - 1]!;
    const after = text[i]!;
    const afterSpace = /[ \t\u2028\u200b]/.test(before) && !/[ \t]/.test(after);
    const afterHyphen =
      /[-\u2013\u2014]/.test(before) && /\p{L}/u.test(after) && /\S/.test(text[i - 2] ?? ' ');
    const afterWide = wide.test(before) || (wide.test(after) && /\S/.test(before));
    const tooLong = i - last >= longestWord && !/[\udc00-\udfff]/.test(after);
    if (!(afterSpace || afterHyphen || afterWide || tooLong)) continue;
    places.push(i);
    last = i;
  }
  places.push(text.length);
  return places;
}

/** The part of styled text between two offsets. */
export function sliceText(parts: readonly StyledText[], from: number, to: number): StyledText[] {
  const cut: StyledText[] = [];
  let at = 0;
  for (const p of parts) {
    const text = p.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text.length > 0) cut.push({ text, style: p.style });
    at += p.text.length;
  }
  return cut;
}

/** The advance of styled text without the spaces at its end: those hang over the edge. */
export function widthOf(parts: readonly StyledText[], measurer: Measurer): number {
  let end = parts.length - 1;
  while (end > 0 && parts[end]!.text.trimEnd() === '') end--;
  return parts.slice(0, end + 1).reduce((sum, p, i) => {
    const text = i === end ? p.text.trimEnd() : p.text;
    return text === '' ? sum : sum + measurer.width(text, p.style);
  }, 0);
}

/**
 * Breaks one paragraph greedily into lines at most `width` wide; a word that is wider is cut between letters.
 *
 * @param width page pixels; Infinity never breaks.
 */
export function breakParagraph(
  parts: readonly StyledText[],
  width: number,
  measurer: Measurer,
): BrokenLine[] {
  const text = parts.map((p) => p.text).join('');
  const whole = widthOf(parts, measurer);
  if (whole <= width || text.length === 0) return [{ parts, width: whole, continues: false }];
  const places = breakPlaces(text);
  const lines: BrokenLine[] = [];
  const fits = (from: number, to: number) => widthOf(sliceText(parts, from, to), measurer) <= width;
  let start = 0;
  let next = 0;
  while (start < text.length) {
    while (places[next]! <= start) next++;
    let last = next;
    if (fits(start, places[next]!)) {
      while (last + 1 < places.length && fits(start, places[last + 1]!)) last++;
    }
    const end = fits(start, places[last]!) ? places[last]! : cutWord(text, start, places[last]!, fits);
    const line = sliceText(parts, start, end);
    lines.push({ parts: line, width: widthOf(line, measurer), continues: end < text.length });
    start = end;
  }
  return lines;
}

/** The longest part of a word that fits: at least one letter, and never half of a surrogate pair. */
function cutWord(
  text: string,
  start: number,
  end: number,
  fits: (from: number, to: number) => boolean,
): number {
  let low = start + 1;
  let high = end;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(start, middle)) low = middle;
    else high = middle - 1;
  }
  const splitsPair = /[\ud800-\udbff]/.test(text[low - 1] ?? '') && /[\udc00-\udfff]/.test(text[low] ?? '');
  if (!splitsPair) return low;
  return low - 1 > start ? low - 1 : low + 1;
}
