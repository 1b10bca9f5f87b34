/** What a number can be spelled with. */
export interface Spelling {
  /** The digits there are, each once, smallest first. */
  digits: readonly number[];
  /** The fewest digits that a number may have; below `least` it never begins with 0. */
  least: number;
}

/**
 * The largest number that is not larger than `most`, spelled with some digits only; undefined where there is none.
 *
 * @example spell(1300, { digits: [1, 2, 4, 8], least: 4 }) // '1288'
 */
export function spell(most: number, { digits, least }: Spelling): string | undefined {
  const limit = Math.floor(Math.max(0, most) + 1e-6).toString();
  const longest = Math.max(limit.length, least);
  for (let length = longest; length >= least; length--) {
    const bound = length < limit.length ? '9'.repeat(length) : limit.padStart(length, '0');
    const found = below(bound, digits, length > least ? 1 : 0);
    if (found) return found;
  }
  return undefined;
}

/** The largest word of digits as long as `bound` and not above it, that begins with at least `first`. */
function below(bound: string, digits: readonly number[], first: number): string | undefined {
  const most = String(digits.at(-1) ?? 0);
  for (let same = bound.length; same >= 0; same--) {
    const kept = bound.slice(0, same);
    if (![...kept].every((digit, at) => digits.includes(Number(digit)) && (at > 0 || Number(digit) >= first)))
      continue;
    if (same === bound.length) return kept;
    const next = digits.filter((digit) => digit < Number(bound[same]) && (same > 0 || digit >= first)).at(-1);
    if (next !== undefined) return kept + next + most.repeat(bound.length - same - 1);
  }
  return undefined;
}

/** The smallest number that can be spelled with `length` digits; it begins with 0 only where the number does. */
export function smallest(length: number, digits: readonly number[], first: number): string {
  const least = digits[0] ?? 0;
  const begin = digits.find((digit) => digit >= first) ?? least;
  return begin + String(least).repeat(length - 1);
}

/** So many numbers on the way, at most: one a frame in a second and a half. */
const STEPS = 44;

/**
 * Numbers on the way to one, spelled with its own digits, each larger than the one before; the last is the number.
 *
 * @param least the fewest digits they may have
 * @example numbersTo('25', 2) // ['22', '25']
 */
export function numbersTo(number: string, least: number): string[] {
  const digits = [...new Set([...number].map(Number))].sort((a, b) => a - b);
  const fixed = least >= number.length;
  const first = number.startsWith('0') ? 0 : 1;
  const lowest = smallest(fixed ? number.length : least, digits, fixed ? first : 0);
  const goal = Number(number);
  const from = Math.min(goal, Number(lowest));
  const numbers = [fixed || Number(lowest) < goal ? lowest : number];
  for (let step = 1; step < STEPS; step++) {
    const value = from + ((goal - from) * step) / STEPS;
    const found = spell(value, { digits, least });
    const before = Number(numbers.at(-1));
    if (!found || Number(found) <= before) continue;
    numbers.push(livelier(found, digits, step, before));
  }
  if (Number(numbers.at(-1)) >= goal) numbers.pop();
  return [...numbers, number];
}

/** The last digits of the largest number that can be spelled are often one and the same: others look like a count. */
function livelier(found: string, digits: readonly number[], step: number, before: number): string {
  for (let kept = 1; kept < found.length; kept++) {
    const tail = Array.from({ length: found.length - kept }, (_, at) => {
      const below = digits.filter((digit) => digit <= Number(found[kept + at]));
      return below[(step * 7 + at * 5) % below.length] ?? Number(found[kept + at]);
    });
    const other = found.slice(0, kept) + tail.join('');
    if (Number(other) > before) return other;
  }
  return found;
}
