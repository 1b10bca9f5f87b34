import type { Item, Scan } from './scan.ts';

/** Numbers with a unit: seconds, milliseconds, times, percent. */
export function readQuantity(scan: Scan, at: number): number {
  const { tokens, frame, items } = scan;
  const { units, numbers } = frame.language;
  const token = tokens[at];
  if (!token) return 0;
  let length = 1;
  let value = token.kind === 'number' ? Number(token.text.replace(',', '.')) : numbers[token.text];
  const next = tokens[at + 1]?.text ?? '';
  if (value === 1 && token.kind === 'word' && next in numbers) {
    // “A few seconds”, “a half”.
    value = numbers[next] ?? 1;
    length = 2;
  }
  if (value === undefined || !Number.isFinite(value)) return 0;
  // “Two and a half seconds”, “half a second”, “a couple of seconds”.
  const words = (from: number, count: number) =>
    tokens.slice(at + from, at + from + count).map((each) => each.text);
  const half = words(length, 3);
  if (half[2] !== undefined && numbers[half[2]] === 0.5) {
    value += 0.5;
    length += 3;
  }
  for (let skipped = 0; skipped < 2 && isSmall(scan, at + length); skipped++) length += 1;
  const unit = tokens[at + length]?.text ?? '';
  const to = tokens[at + length]?.to ?? 0;
  const take = (item: Item) => {
    items.push(item);
    return length + 1;
  };
  if (units.second.has(unit)) return take({ kind: 'seconds', seconds: value, from: token.from, to });
  if (units.millisecond.has(unit))
    return take({ kind: 'seconds', seconds: value / 1000, from: token.from, to });
  if (units.times.has(unit)) return take({ kind: 'zoom', zoom: value, from: token.from, to });
  if (units.percent.has(unit)) {
    const by = units.by.has(tokens[at - 1]?.text ?? '') || value < 100;
    return take({ kind: 'zoom', zoom: by ? 1 + value / 100 : value / 100, from: token.from, to });
  }
  return 0;
}

/** “of”, “a”, a hyphen's remains: between a number and its unit. */
function isSmall({ tokens, frame }: Scan, at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    (frame.language.determiners.has(token.text) || frame.language.units.skip.has(token.text))
  );
}
