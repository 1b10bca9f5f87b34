/** A caption while it is read: each rule takes the words it understands, what is left was not understood. */
export interface Reading {
  /** The words as they were written. */
  words: string;
  /** What they do, for people. */
  meaning: string;
}

/** One clause of a direction: its text, and which characters have been understood. */
export class Clause {
  readonly text: string;
  #taken: boolean[];

  constructor(text: string) {
    this.text = text;
    this.#taken = new Array<boolean>(text.length).fill(false);
  }

  /** Matches a pattern among the words not yet taken, and takes what it matched. */
  take(pattern: RegExp): RegExpMatchArray | null {
    const match = this.#left().match(pattern);
    if (!match || match.index === undefined) return null;
    this.#mark(match.index, match.index + match[0].length);
    return match;
  }

  /** Takes everything that is left. */
  takeRest(): string {
    const rest = this.#left().replace(/\s+/g, ' ').trim();
    this.#mark(0, this.text.length);
    return rest;
  }

  /** What is left, with a space for every character that was taken. */
  rest(): string {
    return this.#left();
  }

  #left(): string {
    return Array.from({ length: this.text.length }, (_, i) => (this.#taken[i] ? ' ' : this.text[i])).join('');
  }

  #mark(from: number, to: number): void {
    for (let i = from; i < to; i++) this.#taken[i] = true;
  }
}

const VERBS =
  'zoom|push|pull|pan|scroll|fade|rise|slide|hold|focus|move|show|reveal|bring|let|stagger|start|end|highlight|keep|stay|then|drift|dolly|tilt';

/** Cuts a direction into clauses; names in quotes stay whole. */
export function clausesOf(direction: string): Clause[] {
  const quoted: string[] = [];
  const masked = direction.replace(/“[^”]*”|"[^"]*"|‘[^’]*’|«[^»]*»/g, (quote) => {
    quoted.push(quote);
    return `⟦${quoted.length - 1}⟧`;
  });
  const cut = new RegExp(
    `[.!?](?:\\s|$)|[;\\n,]|\\s(?:and )?then\\s|\\swhile\\s|\\safterwards?\\b|\\s(?:and|but)\\s(?=(?:slowly |gently |the \\w+ )?(?:${VERBS})\\w*\\b)`,
    'gi',
  );
  return masked
    .split(cut)
    .map((part) => part.replace(/⟦(\d+)⟧/g, (_, index: string) => quoted[Number(index)] ?? '').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => new Clause(part));
}
