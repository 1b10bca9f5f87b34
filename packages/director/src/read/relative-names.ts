import type { Target } from '../find/frame.ts';
import { roleOf } from '../find/roles.ts';
import { findPhrase } from '../find/targets.ts';
import { longestPhrase } from '../words/lexicon.ts';
import type { Scan } from './scan.ts';

/** “Photos 1 to 3”, “cards 1 and 2”. */
export function numbered(
  { tokens, lexicon, forms }: Scan,
  at: number,
  target: Target,
): { target: Target; length: number } | null {
  const [first, last] = [Number(tokens[at]?.text), Number(tokens[at + 2]?.text)];
  const { members } = target;
  if (!target.many || tokens[at]?.kind !== 'number' || !(first >= 1 && first <= members.length)) return null;
  const link = longestPhrase(lexicon, tokens, forms, at + 1)?.lexemes ?? [];
  const dashed = tokens[at + 1]?.kind === 'number' && (tokens[at]?.to ?? 0) + 1 === tokens[at + 1]?.from;
  const to = link.some(
    (lexeme) => lexeme.is === 'prep' && (lexeme.prep === 'to' || lexeme.prep === 'across'),
  );
  const and = link.some((lexeme) => lexeme.is === 'join' && lexeme.how === 'and');
  const of = (chosen: typeof members, length: number) => ({ target: { ...target, members: chosen }, length });
  if (dashed) return of(members.slice(first - 1, Number(tokens[at + 1]?.text)), 2);
  if (to && last >= first) return of(members.slice(first - 1, last), 3);
  if (and && last > first)
    return of(
      [first, last].flatMap((index) => members[index - 1] ?? []),
      3,
    );
  return null;
}

/** “The bar at 08”, “the 8am bar”: the one of that number or with that label, else one that is not there. */
export function oneAt(
  { tokens, frame, lexicon, forms }: Scan,
  at: number,
  name: { target: Target; length: number } | null,
): { target: Target | null; length: number } | null {
  const { determiners, singular, units } = frame.language;
  const led = determiners.has(tokens[at]?.text ?? '') ? 1 : 0;
  const half = (index: number) => (/^[ap]m$/.test(tokens[index]?.text ?? '') ? 1 : 0);
  let number = at + led;
  let noun = tokens[number + 1 + half(number + 1)]?.text ?? '';
  let length = led + 2 + half(number + 1);
  if (name) {
    noun = tokens[at + name.length - 1]?.text ?? '';
    number = at + name.length;
    if (tokens[number]?.kind === 'number' && tokens[number + 2]?.kind === 'number') return null;
    const link = longestPhrase(lexicon, tokens, forms, number)?.lexemes ?? [];
    if (link.some((lexeme) => lexeme.is === 'prep' && lexeme.prep === 'on')) number += 1;
    length = number + 1 + half(number + 1) - at;
  }
  const said = tokens[number]?.text ?? '';
  if (tokens[number]?.kind !== 'number' || !/^\d{1,2}$/.test(said) || !noun || singular(noun) !== noun)
    return null;
  const unit = tokens[number + 1]?.text ?? '';
  if (name && [units.second, units.millisecond, units.times, units.percent].some((one) => one.has(unit)))
    return null;
  const all = findPhrase(frame, [noun]);
  if (!all?.many || (name && !name.target.many)) return null;
  const hour = Number(said) + (tokens[number + 1]?.text === 'pm' && Number(said) < 12 ? 12 : 0);
  const numbers = [said, `${hour}`, `${hour}`.padStart(2, '0')];
  const fits = (text: string) => numbers.some((one) => RegExp(`(?:^|\\D)${one}(?:\\D|$)`).test(text));
  const own = all.members.filter(({ node }) => fits(node.name.slice(0, 80)));
  return { target: own.length === 1 ? { called: own[0]?.node.name ?? noun, members: own } : null, length };
}

/** “The pie chart” of a frame without one: how many words say so, longer than what fits otherwise. */
export function roleless({ tokens, frame }: Scan, at: number, than: number): number {
  const led = frame.language.determiners.has(tokens[at]?.text ?? '') ? 1 : 0;
  const words = tokens.slice(at + led, at + led + 2);
  if (words.length < 2 || led + 2 <= than || words.some(({ kind }) => kind !== 'word')) return 0;
  const phrase = words.map(({ text }) => text);
  return roleOf(frame, phrase.join(' ')) && !findPhrase(frame, phrase) ? led + 2 : 0;
}

/** The noun of a phrase: without what leads it and says which. */
export function nounOf({ tokens, frame }: Scan, at: number, length: number): string[] {
  const { determiners, quantifiers, ordinals, superlatives, numbers } = frame.language;
  const words = tokens.slice(at, at + length).map((token) => token.text);
  const small = (word: string) =>
    determiners.has(word) ||
    quantifiers.has(word) ||
    word in ordinals ||
    word in superlatives ||
    word in numbers;
  while (words.length > 1 && small(words[0] ?? '')) words.shift();
  return words;
}

/** “The fifth card” of three: a name that nothing has. */
export function outOfFamily(scan: Scan, at: number): number {
  const { tokens, frame, items } = scan;
  const { determiners, ordinals } = frame.language;
  const led = determiners.has(tokens[at]?.text ?? '') ? 1 : 0;
  const which = tokens[at + led]?.text ?? '';
  const noun = tokens[at + led + 1];
  if (
    !(which in ordinals) ||
    noun?.kind !== 'word' ||
    longestPhrase(scan.lexicon, tokens, scan.forms, at + led + 1)
  )
    return 0;
  if (findPhrase(frame, [which, noun.text])) return 0;
  if (!findPhrase(frame, [`${noun.text}s`])?.many && (led === 0 || (scan.nameable[at + led + 1] ?? 0) > 0))
    return 0;
  items.push({ kind: 'missing', from: tokens[at]?.from ?? 0, to: noun.to });
  return led + 2;
}

/** “Its number”: the one in what was spoken of, or beside it. */
export function owns(
  { tokens, frame, last, nameable }: Scan,
  at: number,
): { target: Target; length: number } | null {
  if (!last || !frame.language.possessives.has(tokens[at]?.text ?? '')) return null;
  for (let length = nameable[at + 1] ?? 0; length > 0; length--) {
    const words = tokens.slice(at + 1, at + 1 + length).map((token) => token.text);
    const own = findPhrase(frame, words, last);
    if (own) return { target: own, length: length + 1 };
    const parents = last.members.flatMap(({ ancestors }) => {
      const node = ancestors.at(-1);
      return node && ancestors.length > 1 ? [{ node, ancestors: ancestors.slice(0, -1) }] : [];
    });
    const beside = parents.length > 0 ? findPhrase(frame, words, { called: '', members: parents }) : null;
    if (beside) return { target: beside, length: length + 1 };
  }
  return null;
}

/** “The second one”, and “the third” after “the second card”. */
export function another(scan: Scan, at: number): { target: Target; length: number } | null {
  const { tokens, frame, noun } = scan;
  if (noun.length === 0) return null;
  const { determiners, ordinals, superlatives, ones } = frame.language;
  const led = determiners.has(tokens[at]?.text ?? '') ? 1 : 0;
  const which = tokens[at + led]?.text ?? '';
  if (!(which in ordinals || which in superlatives)) return null;
  const one = ones.has(tokens[at + led + 1]?.text ?? '');
  const next = tokens[at + led + 1];
  const ends =
    !next ||
    next.kind === 'break' ||
    (longestPhrase(scan.lexicon, tokens, scan.forms, at + led + 1)?.lexemes ?? []).some(
      (lexeme) => lexeme.is !== 'whole' && lexeme.is !== 'small',
    );
  if (!one && !(led === 1 && which in ordinals && ends)) return null;
  const target = findPhrase(frame, [which, ...noun]);
  return target && { target, length: led + 1 + (one ? 1 : 0) };
}
