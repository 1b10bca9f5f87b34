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
