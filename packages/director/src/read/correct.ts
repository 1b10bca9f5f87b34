import type { Frame } from '../find/frame.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { meant } from '../words/spelling.ts';
import type { Token } from '../words/tokens.ts';
import { LONGEST_NAME } from './scan.ts';

const MOST_CORRECTIONS = 24;

/** Runs of words that names of this frame, or nouns of the language, are made of. */
export function nameable(frame: Frame, tokens: readonly Token[]): number[] {
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
export function correct(frame: Frame, lexicon: Lexicon, tokens: Token[]): void {
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
    const word = spelling(frame, lexicon, token.text, led);
    if (word) token.text = word;
  }
}

const spellings = new WeakMap<Frame, Map<string, string | undefined>>();
const MOST_REMEMBERED = 1000;

/** What a word was meant to be, remembered: a caption is read again at every key. */
function spelling(frame: Frame, lexicon: Lexicon, word: string, led: boolean): string | undefined {
  const known = spellings.get(frame) ?? new Map<string, string | undefined>();
  spellings.set(frame, known);
  const key = `${led} ${word}`;
  if (known.has(key)) return known.get(key);
  const found = (led ? undefined : meant(word, lexicon.words)) ?? meant(word, wordsOf(frame));
  if (known.size < MOST_REMEMBERED) known.set(key, found);
  return found;
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
