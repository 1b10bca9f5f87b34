/** A list line's marker and how far its text stands in; page pixels. */
export interface ListMarker {
  readonly text: string;
  readonly x: number;
  readonly indent: number;
}

const bullets = ['•', '◦', '▪'] as const;

function roman(n: number): string {
  const table: readonly [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = n;
  let text = '';
  for (const [value, letters] of table) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}

function letters(n: number): string {
  let left = n;
  let text = '';
  while (left > 0) {
    left--;
    text = String.fromCharCode(97 + (left % 26)) + text;
    left = Math.floor(left / 26);
  }
  return text;
}

/**
 * The marker of one line; undefined for lines outside lists.
 *
 * @param counters how far each level has counted; kept from line to line.
 */
export function listMarker(
  type: string | undefined,
  indentation: number,
  fontSize: number,
  counters: number[],
): ListMarker | undefined {
  if (type !== 'ORDERED' && type !== 'UNORDERED') {
    counters.length = 0;
    return undefined;
  }
  const level = Math.min(20, Math.max(1, Math.round(indentation)));
  counters.length = Math.min(counters.length, level);
  while (counters.length < level) counters.push(0);
  const count = ++counters[level - 1]!;
  const step = fontSize * 1.5;
  const style = (level - 1) % 3;
  const number = style === 0 ? String(count) : style === 1 ? letters(count) : roman(count);
  const text = type === 'ORDERED' ? `${number}.` : bullets[style]!;
  return { text, x: step * (level - 1) + fontSize * 0.45, indent: step * level };
}
