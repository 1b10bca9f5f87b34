import type { Language, Lexeme } from '../language/language.ts';
import type { Token } from './tokens.ts';

interface Node {
  next: Map<string, Node>;
  lexemes: Lexeme[];
}

/** Phrases of a language as a tree of words, so that a place of a text is looked up in the time of its longest phrase. */
export interface Lexicon {
  root: Node;
  words: ReadonlySet<string>;
}

const made = new WeakMap<Language, Lexicon>();

/** A language's lexicon; made once. */
export function lexiconOf(language: Language): Lexicon {
  const known = made.get(language);
  if (known) return known;
  const root: Node = { next: new Map(), lexemes: [] };
  const words = new Set<string>();
  for (const [lexeme, phrases] of language.lexicon)
    for (const phrase of phrases.split('|')) {
      let node = root;
      for (const word of phrase.split(' ')) {
        words.add(word);
        const next = node.next.get(word) ?? { next: new Map(), lexemes: [] };
        node.next.set(word, next);
        node = next;
      }
      node.lexemes.push(lexeme);
    }
  const lexicon = { root, words };
  made.set(language, lexicon);
  return lexicon;
}

export interface Match {
  lexemes: Lexeme[];
  /** Tokens. */
  length: number;
}

/** The longest phrase that begins with a token. */
export function longestPhrase(
  lexicon: Lexicon,
  tokens: readonly Token[],
  forms: readonly string[][],
  at: number,
): Match | null {
  let best: Match | null = null;
  let nodes: Node[] = [lexicon.root];
  for (let i = at; i < tokens.length && nodes.length > 0; i++) {
    if (tokens[i]?.kind !== 'word') break;
    const reached: Node[] = [];
    for (const node of nodes)
      for (const form of forms[i] ?? []) {
        const next = node.next.get(form);
        if (next && !reached.includes(next)) reached.push(next);
      }
    const lexemes = reached.flatMap((node) => node.lexemes);
    if (lexemes.length > 0) best = { lexemes, length: i - at + 1 };
    nodes = reached;
  }
  return best;
}
