import { type Frame, single, type Target } from '../find/frame.ts';
import { roleOf } from '../find/roles.ts';
import { findPhrase } from '../find/targets.ts';
import type { Lexeme } from '../language/language.ts';
import { longestPhrase } from '../words/lexicon.ts';
import { wordsOfName } from '../words/tokens.ts';
import type { Scan } from './scan.ts';
import { LONGEST_NAME } from './scan.ts';

/** A determiner that is followed by no phrase of its own begins a name. */
export function leads({ frame, tokens, lexicon, forms }: Scan, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || next.kind !== 'word' || !frame.language.determiners.has(token.text)) return false;
  return longestPhrase(lexicon, tokens, forms, at + 1) === null;
}

interface Named {
  target: Target;
  length: number;
  /** “The price of the pitcher”, where it has none. */
  missing?: true;
}

/** The longest run of words from here that names something, longer than a phrase that fits here too. */
export function longestName(scan: Scan, at: number, phrase: number): Named | null {
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
      !(frame.byName.has(run.slice(ledBy).join(' ')) && !ranges(scan, at + length)) &&
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

/** “… to 3”, “… and 4”: another number follows. */
const ranges = ({ tokens }: Scan, at: number) =>
  tokens[at + 1]?.kind === 'number' || tokens[at]?.kind === 'number';

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
function inOther(scan: Scan, at: number, length: number, target: Target): Named {
  const { frame, tokens, lexicon, forms } = scan;
  const link = longestPhrase(lexicon, tokens, forms, at + length);
  if (!link?.lexemes.some((lexeme) => lexeme.is === 'prep' && (lexeme.prep === 'of' || lexeme.prep === 'on')))
    return { target, length };
  const from = at + length + link.length;
  const owned = link.lexemes[0]?.is === 'prep' && link.lexemes[0].prep === 'of';
  for (let to = Math.min(tokens.length, from + LONGEST_NAME); to > from; to--) {
    const words = tokens.slice(from, to);
    if (words.some((word) => word.kind !== 'word' && word.kind !== 'number')) continue;
    const holder = findPhrase(
      frame,
      words.map((word) => word.text),
    );
    if (!holder) continue;
    const own = tokens.slice(at, at + length).map((word) => word.text);
    const inner = findPhrase(frame, own, holder) ?? beside(frame, own, holder);
    if (inner) return { target: inner, length: to - at };
    return owned && holder.members.length === 1
      ? { target, length: to - at, missing: true }
      : { target, length };
  }
  // “Of the Tide pitcher”, where nothing is called so.
  const lost =
    owned &&
    frame.language.determiners.has(tokens[from]?.text ?? '') &&
    tokens[from + 1]?.kind === 'word' &&
    !longestPhrase(lexicon, tokens, forms, from + 1);
  if (!lost) return { target, length };
  let to = from + 2;
  while (
    tokens[to]?.kind === 'word' &&
    to < from + LONGEST_NAME &&
    !longestPhrase(lexicon, tokens, forms, to)
  )
    to += 1;
  return { target, length: to - at, missing: true };
}

/** In what a label lies in: the price beside a product's name. */
function beside(frame: Frame, words: readonly string[], holder: Target): Target | null {
  const [only, more] = holder.members;
  if (!only || more) return null;
  for (let up = only.ancestors.length - 1; up > 0 && up > only.ancestors.length - 4; up--) {
    const node = only.ancestors[up];
    if (!node) break;
    const inside: Target = { called: '', members: [{ node, ancestors: only.ancestors.slice(0, up) }] };
    const found = findPhrase(frame, words, inside);
    if (found) return found.members.length === 1 ? found : null;
  }
  return null;
}

export function quoted(frame: Frame, text: string): Target | null {
  const found = findPhrase(frame, wordsOfName(text));
  if (found) return found;
  const mention = frame.mentions.get(text.trim().toLowerCase());
  if (mention) return single(mention);
  const inside = text.trim().toLowerCase();
  const holder = frame.placed.find(({ node }) => node.text?.toLowerCase().includes(inside));
  return single(holder);
}
