import type { Span } from '../api.ts';
import { calledOf, type Frame, mentionLength, single, type Target } from '../find/frame.ts';
import { roleOf } from '../find/roles.ts';
import { findPhrase } from '../find/targets.ts';
import type { Lexeme } from '../language/language.ts';
import { type Lexicon, lexiconOf, longestPhrase } from '../words/lexicon.ts';
import { meant } from '../words/spelling.ts';
import { type Token, tokensOf, wordsOfName } from '../words/tokens.ts';

/** A piece of meaning in a direction, in the order of the words. */
export type Item = Span &
  (
    | { kind: 'lex'; lex: Lexeme; others: Lexeme[] }
    | { kind: 'np'; target: Target; mention: boolean }
    /** A name that nothing in the frame has. */
    | { kind: 'missing' }
    | { kind: 'unknown'; number?: boolean }
    | { kind: 'seconds'; seconds: number }
    | { kind: 'zoom'; zoom: number }
    | { kind: 'break'; hard: boolean; topic?: boolean }
  );

/** Words in a name, at most. */
const LONGEST_NAME = 7;
const MOST_CORRECTIONS = 24;

interface Scan {
  frame: Frame;
  lexicon: Lexicon;
  text: string;
  tokens: Token[];
  forms: string[][];
  /** How many tokens from each on could be in a name. */
  nameable: number[];
  items: Item[];
  /** What was last spoken of, for “the second one”. */
  noun: string[];
  last: Target | undefined;
}

/**
 * Cuts a direction into what it means, word by word: the longest phrase of the language or the longest name in the
 * frame, whichever is longer.
 */
export function itemsOf(frame: Frame, text: string): Item[] {
  const { language } = frame;
  const lexicon = lexiconOf(language);
  const tokens = tokensOf(text, (all, from) => mentionLength(frame, all, from));
  correct(frame, lexicon, tokens);
  const forms = tokens.map((token) => (token.kind === 'word' ? language.basic(token.text) : []));
  const scan: Scan = {
    frame,
    lexicon,
    text,
    tokens,
    forms,
    nameable: nameable(frame, tokens),
    items: [],
    noun: [],
    last: undefined,
  };
  for (let at = 0; at < tokens.length; ) at += step(scan, at);
  return scan.items;
}

/** Runs of words that names of this frame, or nouns of the language, are made of. */
function nameable(frame: Frame, tokens: readonly Token[]): number[] {
  const runs = new Array<number>(tokens.length).fill(0);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind, text } = tokens[i] as Token;
    const single = frame.language.singular(text);
    const known =
      kind === 'number' ||
      (kind === 'word' &&
        (frame.byWord.has(text) || frame.byWord.has(single) || isNoun(frame, text) || isNoun(frame, single)));
    runs[i] = known ? Math.min(LONGEST_NAME, (runs[i + 1] ?? 0) + 1) : 0;
  }
  return runs;
}

/** Misspelt words become what they were meant to be; a layer's own words are right as they are. */
function correct(frame: Frame, lexicon: Lexicon, tokens: Token[]): void {
  let left = MOST_CORRECTIONS;
  const { language } = frame;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || left <= 0) continue;
    // What an article leads is a thing, not a misspelt verb.
    const led = language.determiners.has(tokens[index - 1]?.text ?? '');
    const owner = token.text.replace(/'s?$/, '');
    if (
      owner !== token.text &&
      !lexicon.words.has(token.text) &&
      (frame.byWord.has(owner) || isNoun(frame, owner))
    )
      token.text = owner;
    const known = [...language.basic(token.text), language.singular(token.text)].some(
      (form) => lexicon.words.has(form) || frame.byWord.has(form) || isNoun(frame, form),
    );
    if (known) continue;
    left -= 1;
    const word = (led ? undefined : meant(token.text, lexicon.words)) ?? meant(token.text, wordsOf(frame));
    if (word) token.text = word;
  }
}

const nounWords = new WeakMap<object, Set<string>>();
function isNoun({ language }: Frame, word: string): boolean {
  let words = nounWords.get(language);
  if (!words) {
    words = new Set([
      ...Object.values(language.roles).flatMap(({ nouns }) => nouns.split(/[ |]/)),
      ...language.members,
      ...language.generic,
      ...language.adjectives,
      ...language.determiners,
      ...language.quantifiers,
      ...Object.keys(language.numbers),
      ...Object.keys(language.ordinals),
      ...Object.keys(language.superlatives),
      ...Object.values(language.units).flatMap((unit) => [...unit]),
    ]);
    nounWords.set(language, words);
  }
  return words.has(word);
}

const nameWords = new WeakMap<Frame, ReadonlySet<string>>();
function wordsOf(frame: Frame): ReadonlySet<string> {
  const known = nameWords.get(frame);
  if (known) return known;
  isNoun(frame, '');
  const words = new Set([...frame.byWord.keys(), ...(nounWords.get(frame.language) ?? [])]);
  nameWords.set(frame, words);
  return words;
}

/** Reads what begins with a token, and says how many tokens it took. */
function step(scan: Scan, at: number): number {
  const { tokens, items, frame } = scan;
  const token = tokens[at];
  if (!token) return 1;
  if (token.kind === 'break') {
    items.push({
      kind: 'break',
      hard: token.hard ?? false,
      topic: token.text === ':',
      from: token.from,
      to: token.to,
    });
    return 1;
  }
  // “1. The headline fades in 2. …”
  const point = tokens[at + 1];
  if (
    token.kind === 'number' &&
    token.text.length < 3 &&
    point?.kind === 'break' &&
    point.from === token.to &&
    (point.text === '.' || point.text === ')')
  ) {
    items.push({ kind: 'break', hard: true, from: token.from, to: point.to });
    return 2;
  }
  if (token.kind === 'mention') {
    const placed = frame.mentions.get(token.text.toLowerCase());
    if (placed)
      items.push({
        kind: 'np',
        target: { called: calledOf(placed.node), members: [placed] },
        mention: true,
        ...span(token),
      });
    return 1;
  }
  if (token.kind === 'quote') {
    const target = quoted(frame, token.text);
    items.push(
      target ? { kind: 'np', target, mention: true, ...span(token) } : { kind: 'missing', ...span(token) },
    );
    return 1;
  }
  const quantity = readQuantity(scan, at);
  if (quantity) return quantity;
  const beyond = outOfFamily(scan, at);
  if (beyond) return beyond;
  const phrase = longestPhrase(scan.lexicon, tokens, scan.forms, at);
  const name = longestName(scan, at, phrase?.length ?? 0);
  const owned = owns(scan, at);
  if (owned && owned.length >= (phrase?.length ?? 0)) {
    items.push({
      kind: 'np',
      target: owned.target,
      mention: false,
      from: token.from,
      to: end(scan, at + owned.length),
    });
    return owned.length;
  }
  const other = another(scan, at);
  if (other && other.length > Math.max(name?.length ?? 0, phrase?.length ?? 0)) {
    items.push({
      kind: 'np',
      target: other.target,
      mention: false,
      from: token.from,
      to: end(scan, at + other.length),
    });
    return other.length;
  }
  const some = name && numbered(scan, at + name.length, name.target);
  if (name && some) {
    items.push({
      kind: 'np',
      target: some.target,
      mention: false,
      from: token.from,
      to: end(scan, at + name.length + some.length),
    });
    return name.length + some.length;
  }
  if (name) {
    scan.noun = nounOf(scan, at, name.length);
    scan.last = name.target;
    items.push({
      kind: 'np',
      target: name.target,
      mention: false,
      from: token.from,
      to: end(scan, at + name.length),
    });
    return name.length;
  }
  if (phrase && !(leads(scan, at) && phrase.length === 1)) {
    items.push({
      kind: 'lex',
      lex: phrase.lexemes[0] as Lexeme,
      others: phrase.lexemes,
      from: token.from,
      to: end(scan, at + phrase.length),
    });
    return phrase.length;
  }
  return unknown(scan, at);
}

/** “Photos 1 to 3”, “cards 1 and 2”. */
function numbered(
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

/** The noun of a phrase: without what leads it and says which. */
function nounOf({ tokens, frame }: Scan, at: number, length: number): string[] {
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
function outOfFamily(scan: Scan, at: number): number {
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
function owns(
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
function another(scan: Scan, at: number): { target: Target; length: number } | null {
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

const span = ({ from, to }: Span): Span => ({ from, to });
const end = ({ tokens }: Scan, at: number): number => tokens[at - 1]?.to ?? 0;

/** A determiner that is followed by no phrase of its own begins a name. */
function leads({ frame, tokens, lexicon, forms }: Scan, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || next.kind !== 'word' || !frame.language.determiners.has(token.text)) return false;
  return longestPhrase(lexicon, tokens, forms, at + 1) === null;
}

/** The longest run of words from here that names something, longer than a phrase that fits here too. */
function longestName(scan: Scan, at: number, phrase: number): { target: Target; length: number } | null {
  const { frame, tokens, lexicon, forms } = scan;
  const words: string[] = [];
  for (const token of tokens.slice(at, at + (scan.nameable[at] ?? 0))) {
    if (token.kind !== 'word' && token.kind !== 'number') break;
    words.push(token.text);
  }
  const first = words[0] ?? '';
  const { determiners, quantifiers } = frame.language;
  const ledBy = determiners.has(first) || quantifiers.has(first) ? 1 : 0;
  for (let length = words.length; length > Math.max(phrase - 1, ledBy); length--) {
    const run = words.slice(0, length);
    // Words between names are in no name, unless it is spelt out whole.
    const between = run.some(
      (word, index) =>
        (index === length - 1 && determiners.has(word)) ||
        lexicon.root.next.get(word)?.lexemes.some(isBetween),
    );
    if (between && !frame.byName.has(run.join(' ')) && !frame.byName.has(run.slice(ledBy).join(' ')))
      continue;
    // “Photos 1 to 3” are some of the photos.
    if (
      tokens[at + length - 1]?.kind === 'number' &&
      length > ledBy + 1 &&
      findPhrase(frame, run.slice(0, -1))?.many
    )
      continue;
    const target = findPhrase(frame, run);
    if (!target) continue;
    if (length > phrase) return inOther(scan, at, length, target);
    if (
      roleOf(frame, run.slice(ledBy).join(' ')) &&
      longestPhrase(lexicon, tokens, forms, at)?.lexemes[0]?.is === 'whole'
    )
      return { target, length };
    // As long as a phrase of the language: a name counts where it is the layer's whole name and the phrase is no verb.
    const lexemes = longestPhrase(lexicon, tokens, forms, at)?.lexemes ?? [];
    const exact = frame.byName.has(run.join(' '));
    const asked = scan.items.at(-1);
    const object =
      asked?.kind === 'lex' && isVerb(asked.lex) && !lexemes.some(isVerb) && lexemes[0]?.is === 'join';
    if (exact && (object || (length > 1 && !lexemes.some(isVerb)) || isProper(scan, at)))
      return { target, length };
  }
  return null;
}

/** Written like a name, in the middle of a sentence: “clicks on Follow”. */
function isProper({ text, tokens, items }: Scan, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (
    !token ||
    !before ||
    before.kind === 'break' ||
    !/^\p{Lu}/u.test(text.slice(token.from, token.from + 2))
  )
    return false;
  const last = items.at(-1);
  const shouted = text.slice(before.from, before.to) === text.slice(before.from, before.to).toUpperCase();
  return !shouted && last?.kind === 'lex';
}

const isBetween = (lexeme: Lexeme) =>
  lexeme.is === 'prep' || lexeme.is === 'join' || lexeme.is === 'particle';
const isVerb = (lexeme: Lexeme) =>
  lexeme.is === 'camera' || lexeme.is === 'effect' || lexeme.is === 'overlay' || lexeme.is === 'scroll';

/** “The title of the first card”: the title in there, where there is one. */
function inOther(scan: Scan, at: number, length: number, target: Target): { target: Target; length: number } {
  const { frame, tokens, lexicon, forms } = scan;
  const link = longestPhrase(lexicon, tokens, forms, at + length);
  if (!link?.lexemes.some((lexeme) => lexeme.is === 'prep' && (lexeme.prep === 'of' || lexeme.prep === 'on')))
    return { target, length };
  const from = at + length + link.length;
  for (let to = Math.min(tokens.length, from + LONGEST_NAME); to > from; to--) {
    const words = tokens.slice(from, to);
    if (words.some((word) => word.kind !== 'word' && word.kind !== 'number')) continue;
    const holder = findPhrase(
      frame,
      words.map((word) => word.text),
    );
    if (!holder) continue;
    const own = tokens.slice(at, at + length).map((word) => word.text);
    const inner = findPhrase(frame, own, holder);
    return inner ? { target: inner, length: to - at } : { target, length };
  }
  return { target, length };
}

function quoted(frame: Frame, text: string): Target | null {
  const found = findPhrase(frame, wordsOfName(text));
  if (found) return found;
  const mention = frame.mentions.get(text.trim().toLowerCase());
  if (mention) return single(mention);
  const inside = text.trim().toLowerCase();
  const holder = frame.placed.find(({ node }) => node.text?.toLowerCase().includes(inside));
  return single(holder);
}

/** Numbers with a unit: seconds, milliseconds, times, percent. */
function readQuantity(scan: Scan, at: number): number {
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

/** Words that nobody knows: a name that is not there where something leads to it, else not understood. */
function unknown(scan: Scan, at: number): number {
  const { tokens, items, frame, lexicon, forms } = scan;
  const before = items.at(-1);
  const token = tokens[at] as Token;
  const led =
    frame.language.determiners.has(token.text) ||
    (before?.kind === 'lex' && before.lex.is === 'overlay') ||
    (before?.kind === 'lex' && before.lex.is === 'prep' && before.to >= token.from - 1) ||
    scan.text.charAt(token.from - 1) === '@';
  const label = tokens[at + 1];
  // “Layers: …” is a label.
  if (label?.kind === 'break' && label.text === ':' && (before === undefined || before.kind === 'break'))
    return 2;
  if (before?.kind === 'lex' && before.lex.is === 'whole' && before.lex.of && before.to >= token.from - 1) {
    before.to = token.to;
    return 1;
  }
  let length = led && frame.language.determiners.has(token.text) ? 2 : 1;
  for (; length < LONGEST_NAME; length++) {
    const next = tokens[at + length];
    if (next?.kind !== 'word' && next?.kind !== 'number') break;
    if (longestPhrase(lexicon, tokens, forms, at + length) || longestName(scan, at + length, 0)) break;
  }
  const number = token.kind === 'number' && length === 1;
  const words = { from: token.from, to: end(scan, at + length) };
  items.push(led && !number ? { kind: 'missing', ...words } : { kind: 'unknown', number, ...words });
  return length;
}
