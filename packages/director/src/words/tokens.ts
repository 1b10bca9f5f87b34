import type { Span } from '../api.ts';

/** A piece of a direction. Words are lower case; quotes and mentions keep theirs. */
export interface Token extends Span {
  kind: 'word' | 'number' | 'quote' | 'mention' | 'break';
  text: string;
  /** A break that ends a sentence. */
  hard?: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  '«': '»',
  '„': '“',
  "'": "'",
  '”': '”',
};
const LONGEST_QUOTE = 300;
const MOST_MENTIONS = 64;
const MOST_QUOTES = 64;
// Sticky, and no part of it can match in two ways: linear in the text's length.
const PIECE =
  /(?<flat>(?:[23][dD]|\d{1,2}(?:st|nd|rd|th))(?![\p{L}\p{N}]))|(?<number>\d+(?:[.,:]\d+)*)|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*|[€$£¥%×&])|(?<newline>\n)|(?<soft>[,:，、؛،—–→>()[\]/]|\.{2,}|…)|(?<hard>[.!?;。！？؟])/uy;

/** How long a mention at this place of the text is that names a layer; 0 for none. */
export type MentionLength = (text: string, from: number) => number;

/**
 * Cuts a direction into words, numbers, quotations, mentions and breaks; what is none of them is left out.
 *
 * @example tokensOf('push in on “Total”', () => 0).map((token) => token.kind) // ['word', 'word', 'word', 'quote']
 */
export function tokensOf(text: string, mentionLength: MentionLength): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let mentions = 0;
  let quotes = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '@' && mentions < MOST_MENTIONS) {
      mentions += 1;
      const length = mentionLength(text, at + 1);
      if (length > 0) {
        tokens.push({
          kind: 'mention',
          text: text.slice(at + 1, at + 1 + length),
          from: at,
          to: at + 1 + length,
        });
        at += 1 + length;
        continue;
      }
    }
    const quote = quotes < MOST_QUOTES ? quoteAt(text, at) : null;
    if (quote) {
      quotes += 1;
      tokens.push(quote);
      at = quote.to;
      continue;
    }
    PIECE.lastIndex = at;
    const groups = PIECE.exec(text)?.groups;
    if (!groups) {
      if (char === '-' && isDash(text, at)) tokens.push({ kind: 'break', text: char, from: at, to: at + 1 });
      at += 1;
      continue;
    }
    const found =
      groups.flat ?? groups.number ?? groups.word ?? groups.newline ?? groups.soft ?? groups.hard ?? char;
    const to = at + found.length;
    if (groups.number) tokens.push({ kind: 'number', text: found, from: at, to });
    else if (groups.word ?? groups.flat)
      tokens.push({ kind: 'word', text: found.toLowerCase().replaceAll('’', "'"), from: at, to });
    else if (found === '→' || found === '>') tokens.push({ kind: 'word', text: 'then', from: at, to });
    else tokens.push({ kind: 'break', text: found, from: at, to, hard: !groups.soft });
    at = to;
  }
  return tokens;
}

function quoteAt(text: string, from: number): Token | null {
  const closing = CLOSING[text.charAt(from)];
  if (!closing) return null;
  // An apostrophe opens a quotation only where a word could begin.
  if (closing === "'" && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) return null;
  const to = text.slice(from + 1, from + 1 + LONGEST_QUOTE).indexOf(closing);
  if (to <= 0) return null;
  const words = text.slice(from + 1, from + 1 + to);
  if (words.includes('\n') || !words.trim()) return null;
  return { kind: 'quote', text: words, from, to: from + to + 2 };
}

/** A dash between words that stand apart, not a hyphen and not a bullet. */
function isDash(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1));
}

/** A name whose words are written together taken apart: `ThreadList`, `Button7`, `sign_up`. */
export function spelt(name: string): string {
  return name
    .slice(0, 400)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L}{2})(?=\d)/gu, '$1 ')
    .replace(/_/g, ' ');
}

/** Words of a name, as they are compared. */
export function wordsOfName(name: string): string[] {
  return tokensOf(name.slice(0, 400).replace(/[“”"‘«»„']/g, ' '), () => 0).flatMap((token) =>
    token.kind === 'break' ? [] : [token.text],
  );
}
