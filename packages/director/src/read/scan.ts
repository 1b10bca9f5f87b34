import type { Span } from '../api.ts';
import type { Frame, Target } from '../find/frame.ts';
import type { Lexeme } from '../language/language.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

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
export const LONGEST_NAME = 7;

export interface Scan {
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

export const span = ({ from, to }: Span): Span => ({ from, to });
export const end = ({ tokens }: Scan, at: number): number => tokens[at - 1]?.to ?? 0;
