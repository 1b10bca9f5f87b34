import { byFamily, byOrdinal } from './by-family.ts';
import { byRole, byWholeName, byWords } from './by-name.ts';
import { compound } from './compound.ts';
import type { Frame, Target } from './frame.ts';

/**
 * What the words of a noun phrase name in a frame: by name, text, role, family or place in one. Null where nothing
 * fits: the director never guesses.
 *
 * @example findPhrase(frame, ['pay', 'button'])?.called // 'Pay button'
 */
export function findPhrase(frame: Frame, words: readonly string[], inside?: Target): Target | null {
  const key = `${inside ? inside.members.map((one) => one.node.id).join() : ''}|${words.join(' ')}`;
  const known = frame.memo.get(key);
  if (known !== undefined) return known;
  const found = find(frame, words, inside);
  frame.memo.set(key, found);
  return found;
}

export function find(frame: Frame, given: readonly string[], inside?: Target): Target | null {
  const { language } = frame;
  // A number alone is no name, unless it is all that a layer says.
  if (given.every((word) => /^[\d.,:]+$/.test(word))) return byWholeName(frame, given.join(' '), inside);
  const exact = given.length > 1 ? byWholeName(frame, given.join(' '), inside) : null;
  if (exact) return exact;
  let words = [...given];
  let count: number | undefined;
  while (words.length > 1) {
    const [first = '', second = ''] = words;
    const plural = language.singular(words.at(-1) ?? '') !== words.at(-1);
    const leads = language.determiners.has(first) || language.quantifiers.has(first);
    const number = language.numbers[first] ?? (/^(?:[2-9]|1\d)$/.test(first) && second ? Number(first) : 0);
    if (!leads) {
      if (!plural || count !== undefined || number < 2) break;
      count = number;
    }
    words = words.slice(1);
  }
  if (words.length === 0) return null;
  const last = words.at(-1) ?? '';
  // “Every number” is all of them, “card two” is Card 2.
  if (given.some((word) => language.every.has(word)) && language.singular(last) === last) {
    const all = findBare(frame, [...words.slice(0, -1), `${last}s`], count, inside);
    if (all?.many) return all;
  }
  const digit = words.length > 1 ? language.numbers[last] : undefined;
  const counted = digit ? byWholeName(frame, [...words.slice(0, -1), String(digit)].join(' '), inside) : null;
  if (counted) return counted;
  const found = findBare(frame, words, count, inside);
  if (found) return found;
  const lean = words.filter((word, index) => index === words.length - 1 || !language.adjectives.has(word));
  return lean.length < words.length ? findBare(frame, lean, count, inside) : null;
}

export function findBare(
  frame: Frame,
  words: readonly string[],
  count: number | undefined,
  inside?: Target,
): Target | null {
  const phrase = words.join(' ');
  return (
    (words.length > 1 ? byWholeName(frame, phrase, inside) : null) ??
    byOrdinal(frame, words, inside) ??
    byFamily(frame, words, count, inside) ??
    byRole(frame, phrase, inside) ??
    byWholeName(frame, phrase, inside) ??
    (inside ? null : compound(frame, words)) ??
    byWords(frame, words, inside)
  );
}
